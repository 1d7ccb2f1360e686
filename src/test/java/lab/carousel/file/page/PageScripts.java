package lab.carousel.file.page;

import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** The scripts of the page outside a browser, in Rhino. Used by one thread, and closed by it. */
final class PageScripts implements AutoCloseable {

    private final Context context = Context.enter();
    private final Scriptable scope;

    /** Some modules, each without those that it imports. */
    PageScripts(String... names) {
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(false);
        scope = context.initSafeStandardObjects();
        run("var DATA = { limits: {}, fields: [] }; 0");
        List.of(names)
                .forEach(name -> context.evaluateString(
                        scope, forRhino(PageModules.alone(Page.PageTexts.of(name + ".js"))), name, 1, null));
    }

    /** To Rhino a const is of the whole function, and keeps its first value in a loop. */
    static String forRhino(String script) {
        return script.replaceAll("(?m)^const ", "var ").replaceAll("\\bconst ", "let ");
    }

    /** What a script gives, as text. */
    String run(String script) {
        return Context.toString(context.evaluateString(scope, forRhino(script), "test", 1, null));
    }

    @Override
    public void close() {
        Context.exit();
    }
}
