package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many files one thing of a kind takes, counted by who names it. */
class BudgetTest {

    /** Written by the build or by a test from declarations. */
    private static final Pattern MADE = Pattern.compile(".*(settings\\.md|lesson\\.schema\\.json)");

    private static List<Path> naming(String words) throws IOException {
        Pattern named = Pattern.compile(words);
        try (Stream<Path> files = Stream.of("src", "assets").flatMap(BudgetTest::files)) {
            return files.filter(file -> !MADE.matcher(file.toString()).matches())
                    .filter(file -> named.matcher(text(file)).find())
                    .filter(file -> !file.endsWith("BudgetTest.java"))
                    .toList();
        }
    }

    private static Stream<Path> files(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(file -> file.toString()
                    .matches(".*\\.(java|js|html|css|properties|mustache|md|json|fxml)"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void settingTakesAtMostEightFiles() throws IOException {
        assertThat(naming("(?i)label_?smoothing")).hasSizeBetween(5, 8);
    }
}
