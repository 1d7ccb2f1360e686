package lab.carousel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.SourceFiles;
import org.junit.jupiter.api.Test;

/** The build leaves the rules for some controls out of the looks in the jar; ArchitectureTest holds that they are not used. */
class ThemeTest {

    private static final Path PROGRAM = Path.of("src/main/java/lab/carousel/ui");
    private static final Path SHEETS = Path.of("src/main/resources/lab/carousel/ui");
    private static final Pattern WORD = Pattern.compile("\"([\\w-]+)\"");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z][\\w-]*)");

    @Test
    void noPartOfTheWindowIsOfAStyleClassWhoseRulesAreLeftOut() {
        Predicate<String> isLeftOut = leftOut();
        assertThat(List.of("tab-pane", "tree-table-view", "stacked-bar-chart", "menu-bar", "elevated-1", "bg-inset"))
                .allMatch(isLeftOut);
        assertThat(List.of("menu-button", "table-view", "button", "progress-bar", "text-input", "small"))
                .noneMatch(isLeftOut);

        assertThat(lines(PROGRAM, ".java")
                        .filter(line ->
                                line.contains("getStyleClass()") || line.contains("styled(") || line.contains("named("))
                        .flatMap(line -> WORD.matcher(line).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .noneMatch(isLeftOut);
        assertThat(lines(SHEETS, ".css")
                        .flatMap(line -> STYLE_CLASS.matcher(line).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .noneMatch(isLeftOut);
    }

    private static Predicate<String> leftOut() {
        Matcher property =
                Pattern.compile("<theme.leftOut>(.*)</theme.leftOut>").matcher(SourceFiles.text(Path.of("pom.xml")));
        return property.results()
                .map((MatchResult found) -> Pattern.compile(found.group(1)).asMatchPredicate())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> lines(Path folder, String ending) {
        return SourceFiles.below(folder, ending).stream()
                .flatMap(file -> SourceFiles.text(file).lines());
    }
}
