package lab.carousel.study.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.task.series.ErrorDifference;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;

/** Whether the column of a forecast seems to be shifted: to the truth of another row it fits much better than any floor to its own. */
final class ForecastShift {

    private static final int LEAST = -3;
    private static final int MOST = 12;
    /** So many times smaller the squared error must be. */
    private static final double TIMES = 4;

    private ForecastShift() {}

    /**
     * A sentence if it is, all on the same rows. Whatever is close to the last values fits those, the best forecast of a slow series
     * among it: one row before means something only of what is shown to echo.
     */
    static Optional<Message> of(TestPart part, double[] truth, boolean echoes) {
        int[] rows = IntStream.range(0, part.places().length)
                .filter(row -> isWhole(truth, part.places()[row]))
                .toArray();
        if (rows.length < ErrorDifference.LEAST_STEPS) {
            return Optional.empty();
        }
        int best = IntStream.rangeClosed(LEAST, MOST)
                .boxed()
                .min(Comparator.comparing(back -> squaredError(part.forecast(), part, truth, rows, back)))
                .orElseThrow();
        double least = Arrays.stream(part.said())
                .mapToDouble(said -> squaredError(said, part, truth, rows, 0))
                .min()
                .orElseThrow();
        boolean isShifted = best != 0
                && (best != 1 || echoes)
                && TIMES * squaredError(part.forecast(), part, truth, rows, best) < least;
        return isShifted
                ? Optional.of(Message.of(best > 0 ? "forecast.shift.before" : "forecast.shift.after", Math.abs(best)))
                : Optional.empty();
    }

    private static boolean isWhole(double[] truth, int place) {
        return place - MOST >= 0
                && place - LEAST < truth.length
                && Arrays.stream(truth, place - MOST, place - LEAST + 1).noneMatch(Double::isNaN);
    }

    private static double squaredError(double[] said, TestPart part, double[] truth, int[] rows, int back) {
        return IntStream.of(rows)
                .mapToDouble(row -> said[row] - truth[part.places()[row] - back])
                .map(off -> off * off)
                .sum();
    }
}
