package lab.carousel.task.series;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a forecast is worth on the test part, beside the floors of those who need no network.
 *
 * @param against    each floor, in their order
 * @param error      the root of the forecast's mean squared error
 * @param isEcho     whether it lies near the last value known without telling more than that
 * @param isConstant whether it is always nearly the same
 */
public record ForecastVerdict(Kind kind, List<BesideFloor> against, double error, boolean isEcho, boolean isConstant) {

    private static final double SAME = 0.1;
    private static final double EXACT = 1e-12;

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
        double variance = part.variance();
        List<BesideFloor> against = IntStream.range(0, part.floors().size())
                .mapToObj(floor -> new BesideFloor(
                        part.floors().get(floor),
                        part.error(part.said()[floor]),
                        part.squaredError(part.said()[floor]) <= EXACT * variance,
                        part.difference(part.forecast(), part.said()[floor])))
                .toList();
        Kind kind = kind(against);
        return new ForecastVerdict(
                kind,
                against,
                part.error(part.forecast()),
                kind != Kind.TOO_FEW && !against.get(0).difference().isBetter() && isEcho(part),
                Scale.of(part.forecast()).spread()
                        < SAME * Scale.of(part.truth()).spread());
    }

    private static boolean isNearlySame(double[] forecast, double[] values) {
        return Scale.of(forecast).spread() < SAME * Scale.of(values).spread();
    }

    private static Kind kind(List<BesideFloor> against) {
        ErrorFinding echo = against.get(0).difference().finding();
        boolean isBest = against.stream().allMatch(each -> each.difference().isBetter());
        return switch (echo) {
            case BETTER -> isBest && hasLine(against) ? Kind.FORECASTS : Kind.BETTER_THAN_ECHO;
            case WORSE -> Kind.WORSE;
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

    public BesideFloor echo() {
        return against.get(0);
    }

    public int steps() {
        return echo().difference().steps();
    }

    /** What is to be read first, and sentences: the same wherever it is shown. */
    public ForecastWords words() {
        return new ForecastWords(this);
    }

    /**
     * Whether it lies nearer to the last value than to the truth, and the move it foretells is not shown to go with that of the truth
     * (Clark and West 2007): an optimal forecast of a slow series lies near the last value, too. By chance, what is always the same
     * lies a little nearer to the last values; it echoes nothing.
     */
    private static boolean isEcho(TestPart part) {
        double toLast = 0;
        double[] moves = new double[part.truth().length];
        for (int t = 0; t < moves.length; t++) {
            double last = part.last()[t];
            double move = part.forecast()[t] - last;
            toLast += move * move;
            moves[t] = move * (part.truth()[t] - last);
        }
        boolean isNearer = toLast / moves.length < part.squaredError(part.forecast());
        return isNearer
                && !isNearlySame(part.forecast(), part.last())
                && !(ErrorDifference.of(moves, part.variance()).low() > 0);
    }
}
