package lab.carousel.task.series;

import java.util.stream.IntStream;

/**
 * Whether a forecast that stays close to the last value echoes it: by the slope of the true changes on those that it predicts,
 * sum(m d) / sum(m m) with m = forecast - last and d = truth - last. An honest forecast has 1, a copy with noise 0 (Mincer and
 * Zarnowitz 1969).
 *
 * @param slope with its interval; NaN if it is not close, or predicts no change at all
 */
public record EchoVerdict(EchoKind kind, MeanInterval slope, int steps) {

    /** Of the variance of the truth: smaller changes are rounding. */
    private static final double ROUNDING = 1e-15;

    static EchoVerdict of(TestPart part) {
        int n = part.truth().length;
        double[] predicted = IntStream.range(0, n)
                .mapToDouble(t -> part.forecast()[t] - part.last()[t])
                .toArray();
        double[] real = IntStream.range(0, n)
                .mapToDouble(t -> part.truth()[t] - part.last()[t])
                .toArray();
        double squares = mean(predicted, predicted);
        double ofTruth = mean(real, real);
        double together = mean(predicted, real);
        // Nearer to the last values than to the truth: sum(m m) < sum((m - d)(m - d))
        boolean isClose = squares < 2 * ofTruth && 2 * together < ofTruth;
        boolean isCopy = squares <= ROUNDING * part.variance();
        double slope = isCopy ? Double.NaN : together / squares;
        double[] off = IntStream.range(0, n)
                .mapToDouble(t -> predicted[t] * (real[t] - slope * predicted[t]) / squares)
                .toArray();
        MeanInterval interval = new MeanInterval(
                isClose ? slope : Double.NaN,
                isClose && !isCopy ? MeanInterval.of(off).half() : Double.NaN);
        return new EchoVerdict(isClose ? kind(part, interval) : EchoKind.NOT_CLOSE, interval, n);
    }

    private static EchoKind kind(TestPart part, MeanInterval slope) {
        if (part.truth().length < ErrorDifference.LEAST_STEPS) {
            return EchoKind.OPEN;
        }
        if (slope.low() > 0) {
            return EchoKind.TELLS;
        }
        if (!(slope.high() >= 1)) {
            return EchoKind.ECHOES;
        }
        return missesALine(part) ? EchoKind.MISSES_A_LINE : EchoKind.OPEN;
    }

    private static boolean missesALine(TestPart part) {
        return IntStream.range(0, part.floors().size())
                .filter(floor -> part.floors().get(floor).isLine())
                .mapToObj(floor -> part.said()[floor])
                .anyMatch(line -> part.difference(line, part.said()[0]).isBetter()
                        && part.difference(line, part.forecast()).isBetter());
    }

    private static double mean(double[] some, double[] others) {
        return IntStream.range(0, some.length)
                .mapToDouble(t -> some[t] * others[t])
                .average()
                .orElse(Double.NaN);
    }

    /** About how many steps would tell 0 from 1: an interval is about as much narrower as the root of its steps is larger. */
    public long enoughSteps() {
        return Math.round(Math.max(ErrorDifference.LEAST_STEPS, steps * 4 * slope.half() * slope.half()));
    }
}
