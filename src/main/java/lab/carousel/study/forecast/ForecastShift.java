package lab.carousel.study.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.task.series.ErrorDifference;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;

/** To the truth of how many steps before, or after, a forecast lies nearest. */
final class ForecastShift {

    private static final int LEAST = -3;
    private static final int MOST = 12;

    private ForecastShift() {}

    /** A sentence if it lies clearly nearer to that than to the truth itself, all on the same rows. */
    static Optional<Message> of(TestPart part, double[] truth) {
        int[] rows = IntStream.range(0, part.places().length)
                .filter(row -> isWhole(truth, part.places()[row]))
                .toArray();
        int best = IntStream.rangeClosed(LEAST, MOST)
                .boxed()
                .min((one, other) -> Double.compare(
                        Arrays.stream(errors(part, truth, rows, one)).sum(),
                        Arrays.stream(errors(part, truth, rows, other)).sum()))
                .orElseThrow();
        double[] differences = errors(part, truth, rows, best);
        double[] own = errors(part, truth, rows, 0);
        Arrays.setAll(differences, row -> differences[row] - own[row]);
        if (!ErrorDifference.of(differences, part.variance()).isBetter()) {
            return Optional.empty();
        }
        return Optional.of(Message.of(best > 0 ? "forecast.shift.before" : "forecast.shift.after", Math.abs(best)));
    }

    private static boolean isWhole(double[] truth, int place) {
        return place - MOST >= 0
                && place - LEAST < truth.length
                && Arrays.stream(truth, place - MOST, place - LEAST + 1).noneMatch(Double::isNaN);
    }

    private static double[] errors(TestPart part, double[] truth, int[] rows, int back) {
        return IntStream.of(rows)
                .mapToDouble(row -> part.forecast()[row] - truth[part.places()[row] - back])
                .map(off -> off * off)
                .toArray();
    }
}
