package lab.carousel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build leaves the rules for some controls out of the looks in the jar; ArchitectureTest holds that they are not used. */
class ThemeTest {

    private static final Path PROGRAM = Path.of("src/main/java/lab/carousel/ui");
    private static final Path SHEETS = Path.of("src/main/resources/lab/carousel/ui");
    private static final Pattern WORD = Pattern.compile("\"([\\w-]+)\"");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z][\\w-]*)");

    @Test
    void noPartOfTheWindowIsOfAStyleClassWhoseRulesAreLeftOut() throws IOException {
        Predicate<String> isLeftOut = leftOut();
        assertThat(List.of("tab-pane", "tree-table-view", "stacked-bar-chart", "menu-bar", "elevated-1", "bg-inset"))
                .allMatch(isLeftOut);
        assertThat(List.of("menu-button", "table-view", "button", "progress-bar", "text-input", "small"))
                .noneMatch(isLeftOut);

        try (Stream<Path> files = Files.walk(PROGRAM)) {
            assertThat(files.filter(Files::isRegularFile)
                            .flatMap(file -> lines(file).stream())
                            .filter(line -> line.contains("getStyleClass()")
                                    || line.contains("styled(")
                                    || line.contains("named("))
                            .flatMap(line -> WORD.matcher(line).results())
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .noneMatch(isLeftOut);
        }
        try (Stream<Path> files = Files.list(SHEETS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".css"))
                            .flatMap(file -> lines(file).stream())
                            .flatMap(line -> STYLE_CLASS.matcher(line).results())
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .noneMatch(isLeftOut);
        }
    }

    private static Predicate<String> leftOut() throws IOException {
        Matcher property =
                Pattern.compile("<theme.leftOut>(.*)</theme.leftOut>").matcher(Files.readString(Path.of("pom.xml")));
        return property.results()
                .map((MatchResult found) -> Pattern.compile(found.group(1)).asMatchPredicate())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
