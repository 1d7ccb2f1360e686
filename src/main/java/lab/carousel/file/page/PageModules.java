package lab.carousel.file.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts of the page are ES modules; here they become one script: one after the other, what is imported first, without the
 * imports, exports and comments. So no two may give a thing the same name.
 */
final class PageModules {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{[^}]*\\} from \"\\./(\\w+)\\.js\";\n");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ");
    /** Lines that are nothing else: they would be over 20,000 bytes of each page. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *(//|/?\\*).*\n");

    private PageModules() {}

    /** Modules with all that they import, be it by others. */
    static String bundle(String... names) {
        StringBuilder script = new StringBuilder();
        Set<String> begun = new LinkedHashSet<>();
        List.of(names).forEach(name -> add(name, begun, script));
        return script.toString();
    }

    /** All modules that one needs, itself among them. */
    static Set<String> needed(String name) {
        Set<String> names = new LinkedHashSet<>();
        add(name, names, new StringBuilder());
        return names;
    }

    private static void add(String name, Set<String> begun, StringBuilder script) {
        if (!begun.add(name)) {
            return;
        }
        String module = Page.PageTexts.of(name + ".js");
        IMPORT.matcher(module).results().forEach(found -> add(found.group(1), begun, script));
        script.append(alone(module));
    }

    /** A module without its imports, exports and comments. */
    static String alone(String module) {
        String code = COMMENT.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll("");
        return EXPORT.matcher(code).replaceAll("");
    }
}
