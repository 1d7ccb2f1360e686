package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts of the page import one way: none comes back to itself by what it imports. */
class PageModulesTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/lab/carousel/page");
    private static final Pattern IMPORTED =
            Pattern.compile("(?m)^\\} from \"\\./(\\w+)\\.js\"|^import .*from \"\\./(\\w+)\\.js\"");

    /** What each script imports, by the names of both. */
    private static Map<String, List<String>> imports() throws IOException {
        Map<String, List<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                imports.put(
                        file.getFileName().toString().replace(".js", ""),
                        IMPORTED.matcher(Files.readString(file))
                                .results()
                                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                                .toList());
            }
        }
        return imports;
    }

    /** The ways that lead back to where they begin. */
    private static List<String> circles(Map<String, List<String>> imports) {
        List<String> circles = new ArrayList<>();
        imports.keySet().forEach(script -> follow(imports, List.of(script), circles));
        return circles;
    }

    private static void follow(Map<String, List<String>> imports, List<String> way, List<String> circles) {
        for (String next : imports.getOrDefault(way.get(way.size() - 1), List.of())) {
            if (next.equals(way.get(0))) {
                circles.add(String.join(" -> ", way) + " -> " + next);
            } else if (next.compareTo(way.get(0)) > 0 && !way.contains(next)) {
                // Each circle is found from its first script
                follow(imports, Stream.concat(way.stream(), Stream.of(next)).toList(), circles);
            }
        }
    }

    @Test
    void theyImportOneWay() throws IOException {
        Map<String, List<String>> imports = imports();
        assertThat(imports).hasSizeGreaterThan(20);
        assertThat(imports.get("app")).contains("lessonview", "rules");
        assertThat(imports.get("data")).isEmpty();
        assertThat(circles(imports)).isEmpty();
    }

    @Test
    void aCircleIsFoundHoweverLong() throws IOException {
        Map<String, List<String>> imports = imports();
        imports.put("data", List.of("rules"));
        assertThat(circles(imports)).contains("data -> rules -> data");
        assertThat(circles(Map.of("a", List.of("b"), "b", List.of("c", "d"), "c", List.of("a"), "d", List.of())))
                .containsExactly("a -> b -> c -> a");
        assertThat(circles(Map.of("a", List.of("b", "c"), "b", List.of("c"), "c", List.of())))
                .as("two ways to one script")
                .isEmpty();
    }

    /** What is imported first stands first in the page, so that nothing is used before it is there. */
    @Test
    void inThePageEachScriptStandsAfterAllThatItImports() throws IOException {
        String script = PageModules.bundle("app", "wire");
        Map<String, List<String>> imports = imports();
        for (String name : PageModules.needed("app")) {
            int at = script.indexOf(PageModules.alone(Page.PageTexts.of(name + ".js")));
            assertThat(at).as(name).isNotNegative();
            assertThat(imports.get(name)).allSatisfy(imported -> assertThat(
                            script.indexOf(PageModules.alone(Page.PageTexts.of(imported + ".js"))))
                    .as("%s in %s", imported, name)
                    .isLessThan(at));
        }
    }
}
