package lab.carousel.file.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** The scripts of the page outside a browser, in Rhino. Used by one thread, and closed by it. */
final class PageScripts implements AutoCloseable {

    /** Rhino reads and writes typed arrays byte by byte; its arrays take half the time, and hold the same numbers. */
    private static final String ARRAYS = "numbers = function (count) { return new Array(count).fill(0); };"
            + " Array.prototype.set = function (from) { for (let j = 0; j < from.length; j++) this[j] = from[j]; }; 0";

    private final Context context = Context.enter();
    private final Scriptable scope;

    /** Some scripts, in the order in which the page has them, without the endings of their names. */
    PageScripts(String... names) {
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(false);
        scope = context.initSafeStandardObjects();
        List.of(names).forEach(name -> context.evaluateString(scope, forRhino(text(name + ".js")), name, 1, null));
        run(ARRAYS);
        if (List.of(names).contains("settings")) {
            run("Object.assign(LIMITS, " + PageLimits.json() + "); 0");
        }
    }

    /** To Rhino a const is of the whole function, and keeps its first value in a loop. */
    private static String forRhino(String script) {
        return script.replaceAll("(?m)^const ", "var ").replaceAll("\\bconst ", "let ");
    }

    /** The text of a file of the page. */
    static String text(String file) {
        try (InputStream stream =
                Objects.requireNonNull(PageScripts.class.getResourceAsStream("/lab/carousel/page/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What a script gives, as text. */
    String run(String script) {
        return Context.toString(context.evaluateString(scope, forRhino(script), "test", 1, null));
    }

    /** What a script gives: numbers, as a list in square brackets. */
    double[] numbers(String script) {
        String list = run("JSON.stringify(Array.from(" + script + "))");
        return List.of(list.substring(1, list.length() - 1).split(",")).stream()
                .mapToDouble(number -> number.equals("null") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }

    @Override
    public void close() {
        Context.exit();
    }
}
