package lab.carousel;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says at the end of a build which test classes took longest. With {@code -Pexhaustive} the build fails if one takes longer than
 * {@value #MOST_SECONDS} s of the processor without a reason; the clock would count what else the machine does.
 */
public final class SlowestTests {

    private static final int SHOWN = 10;
    private static final double MOST_SECONDS = 15;

    /** Why a class may take longer. */
    private static final Map<String, String> MAY_TAKE_LONGER = Map.ofEntries(
            Map.entry("lab.carousel.ui.window.PresentedLessonsTest", "each step of each lesson, before a room"),
            Map.entry("lab.carousel.ui.window.PresentedVotesTest", "each vote of each lesson, before a room"),
            Map.entry("lab.carousel.ui.window.MainWindowLessonWalkTest", "each lesson to its end"),
            Map.entry("lab.carousel.ui.window.LessonsFitTest", "each lesson in a small window"),
            Map.entry("lab.carousel.ui.window.LessonAsksTest", "what each step of each lesson asks"),
            Map.entry("lab.carousel.ui.window.LessonStartTest", "each lesson from each of its steps"),
            Map.entry("lab.carousel.ui.window.PlaceContractTest", "each place in each language"),
            Map.entry("lab.carousel.ui.window.MainWindowPresenterTest", "the largest window there is"),
            Map.entry("lab.carousel.ui.window.MainWindowPaletteTest", "each command, and what each query finds first"),
            Map.entry("lab.carousel.ui.window.MainWindowHelpTest", "searches the whole manual in each language"),
            Map.entry("lab.carousel.engine.EngineContractTest", "trains each cell with each engine"),
            Map.entry("lab.carousel.ui.window.MainWindowClassTest", "all that a teacher does with a class"),
            Map.entry("lab.carousel.picture.DrawnPicturesTest", "each picture of each drawn task"),
            Map.entry("lab.carousel.engine.kernel.UpdateContractTest", "all combinations of hyperparameters"),
            Map.entry("lab.carousel.study.NothingKnownTest", "trains the networks of a lesson with several seeds"),
            Map.entry("lab.carousel.ui.window.fit.FitTest", "each place in a small window, in each language"),
            Map.entry("lab.carousel.study.LessonRunsTest", "trains the network of each step of the lessons"),
            Map.entry(
                    "lab.carousel.file.page.PageComputingTest",
                    "each view of 150 networks, in the program and in a browser"),
            Map.entry("lab.carousel.study.CountingTest", "trains the networks of a lesson with several seeds"));

    private SlowestTests() {}

    /**
     * Prints the slowest classes of this build.
     *
     * @param arguments when the build began, as Maven says it; whether all cases were tested
     * @throws IllegalStateException if all were tested and a class took too long
     */
    public static void main(String... arguments) throws IOException {
        List<ClassTime.Noted> noted = ClassTime.since(ClassTime.FOLDER, millis(arguments[0]));
        System.out.print(told(noted));
        String tooSlow = tooSlow(noted);
        if (Boolean.parseBoolean(arguments[1]) && !tooSlow.isEmpty()) {
            throw new IllegalStateException("Longer than " + MOST_SECONDS + " s of the processor: " + tooSlow
                    + ". Test less in each class, or give the reason in SlowestTests.");
        }
    }

    /** When a build began, in milliseconds of 1970, from the number that Maven gives: {@code 20261202015915}, in UTC. */
    static long millis(String began) {
        return LocalDateTime.parse(began, DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    static String told(List<ClassTime.Noted> noted) {
        return noted.isEmpty()
                ? ""
                : "The slowest of " + noted.size() + " test classes (s by the clock, of the processor):\n"
                        + noted.stream()
                                .sorted(Comparator.comparing(ClassTime.Noted::seconds)
                                        .reversed())
                                .limit(SHOWN)
                                .map(each -> String.format(
                                        Locale.ROOT,
                                        "%8.1f %6.1f  %s%n",
                                        each.seconds(),
                                        each.processorSeconds(),
                                        each.name()))
                                .collect(Collectors.joining());
    }

    static String tooSlow(List<ClassTime.Noted> noted) {
        return noted.stream()
                .filter(each -> each.processorSeconds() > MOST_SECONDS && !MAY_TAKE_LONGER.containsKey(each.name()))
                .map(ClassTime.Noted::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
