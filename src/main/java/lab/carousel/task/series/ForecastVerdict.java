package lab.carousel.task.series;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a forecast is worth on the test part, beside the floors of those who need no network.
 *
 * @param against    each floor, in their order
 * @param error      the root of the forecast's mean squared error
 * @param echo       whether it says the last value again
 * @param isConstant whether it is always nearly the same
 */
public record ForecastVerdict(
        Kind kind, List<BesideFloor> against, double error, EchoVerdict echo, boolean isConstant) {

    private static final double SAME = 0.1;
    /** Of the variance of the truth: smaller squared errors are rounding. */
    static final double EXACT = 1e-12;

    /** From the best to the worst. */
    public enum Kind {
        /** Better than every floor, lines among them. */
        FORECASTS,
        /** Better than the echo, but not than all floors, or there is no line to compare it with. */
        BETTER_THAN_ECHO,
        NOT_SHOWN_BETTER,
        WORSE,
        TOO_FEW
    }

    public ForecastVerdict {
        against = List.copyOf(against);
    }

    /** @param part with a forecast, and the echo as its first floor */
    public static ForecastVerdict of(TestPart part) {
        List<BesideFloor> against = IntStream.range(0, part.floors().size())
                .mapToObj(floor -> BesideFloor.of(part, floor))
                .toList();
        return new ForecastVerdict(
                kind(against),
                against,
                part.error(part.forecast()),
                EchoVerdict.of(part),
                Scale.of(part.forecast()).spread()
                        < SAME * Scale.of(part.truth()).spread());
    }

    private static Kind kind(List<BesideFloor> against) {
        boolean isBest = against.stream().allMatch(each -> each.difference().isBetter());
        return switch (against.get(0).finding()) {
            case BETTER -> isBest && hasLine(against) ? Kind.FORECASTS : Kind.BETTER_THAN_ECHO;
            case WORSE, FARTHER -> Kind.WORSE;
            case EQUAL, OPEN -> Kind.NOT_SHOWN_BETTER;
            case TOO_FEW -> Kind.TOO_FEW;
        };
    }

    private static boolean hasLine(List<BesideFloor> against) {
        return against.stream().anyMatch(each -> each.floor().isLine());
    }

    public boolean hasLine() {
        return hasLine(against);
    }

    /** Whether there was a training part, even one on which no line can be fitted. */
    boolean isTrained() {
        return against.stream().anyMatch(each -> each.floor().key().equals(SeriesFloor.MEAN));
    }

    /** The floors that it is not shown to be better than. */
    public List<SeriesFloor> notBeaten() {
        return against.stream()
                .filter(each -> !each.difference().isBetter())
                .map(BesideFloor::floor)
                .toList();
    }

    public int steps() {
        return echo.steps();
    }

    /** Its kind; where that is not shown to be better than the echo, whether it echoes. */
    String word() {
        return kind != Kind.NOT_SHOWN_BETTER ? kind.name() : isEcho() ? "ECHOES" : mayEcho() ? "MAY_ECHO" : kind.name();
    }

    /** Whether it is shown to echo; nothing that is better than the echo does, and on too few steps nothing is shown. */
    public boolean isEcho() {
        return echo.kind().isEcho() && (kind == Kind.NOT_SHOWN_BETTER || kind == Kind.WORSE);
    }

    /** As files have it: {@code yes}, {@code no} or {@code open}. */
    public String echoes() {
        boolean isOpen = echo.kind() == EchoKind.OPEN && kind.compareTo(Kind.BETTER_THAN_ECHO) > 0;
        return isEcho() ? "yes" : isOpen ? "open" : "no";
    }

    /** Whether it stays so close to the last values that it may be an echo, and these steps cannot tell. */
    public boolean mayEcho() {
        return echo.kind() == EchoKind.OPEN && kind == Kind.NOT_SHOWN_BETTER;
    }

    /** What is to be read first, and sentences: the same wherever it is shown. */
    public ForecastWords words() {
        return new ForecastWords(this);
    }
}
