package lab.carousel.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.lesson.LessonTargets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many files a place touches besides its computation (in {@code study}), its drawing (in {@code picture}) and what has
 * more than it to show: those of its folder, those that name it, its words and its pages of the manual.
 */
class PlaceBudgetTest {

    /** With a test of its own that makes 8. */
    private static final int MOST = 7;

    private static final Path UI = Path.of("src/main/java/lab/carousel/ui");

    static Stream<String> places() {
        return LessonTargets.places().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPlaceTouchesFewFiles(String key) throws IOException {
        String name = Character.toUpperCase(key.charAt(0)) + key.substring(1) + "Place";
        Set<String> files = new TreeSet<>(Set.of("lesson/PlaceName.java"));
        Pattern use = Pattern.compile("\\b" + name + "\\b");
        collect(files, UI, ".java", text -> use.matcher(text).find());
        collect(files, Path.of("src/main/resources"), "/" + key + ".properties", text -> true);
        collect(files, Path.of("src/site/markdown"), ".md", text -> text.contains("id=\"microscope-" + key + "\""));
        assertThat(files).contains(UI + "/window/Places.java").hasSizeBetween(MOST - 1, MOST);
        assertThat(UI.resolve(key.toLowerCase(Locale.ROOT))).isDirectoryContaining("glob:**/" + name + ".java");
    }

    private interface Wanted {
        boolean is(String text);
    }

    private static void collect(Set<String> files, Path folder, String ending, Wanted wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(ending)).toList()) {
                if (wanted.is(Files.readString(file))) {
                    files.add(file.toString());
                }
            }
        }
    }
}
