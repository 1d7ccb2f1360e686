package lab.carousel;

import java.io.IOException;
import java.time.Instant;
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
    private static final Map<String, String> MAY_TAKE_LONGER = Map.of();

    private SlowestTests() {}

    /**
     * Prints the slowest classes of this build.
     *
     * @param arguments when the build began, as Maven says it; whether all cases were tested
     * @throws IllegalStateException if all were tested and a class took too long
     */
    public static void main(String... arguments) throws IOException {
        List<ClassTime.Noted> noted =
                ClassTime.since(ClassTime.FOLDER, Instant.parse(arguments[0]).toEpochMilli());
        System.out.print(told(noted));
        String tooSlow = tooSlow(noted);
        if (Boolean.parseBoolean(arguments[1]) && !tooSlow.isEmpty()) {
            throw new IllegalStateException("Longer than " + MOST_SECONDS + " s of the processor: " + tooSlow
                    + ". Test less in each class, or give the reason in SlowestTests.");
        }
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
