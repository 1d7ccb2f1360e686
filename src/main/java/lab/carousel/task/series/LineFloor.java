package lab.carousel.task.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The floor of a line over the last values, or over their differences to the value some steps before.
 *
 * @param lag  0 for the values themselves; 1 for differences, a period for seasonal ones
 * @param line found on the training part
 */
public record LineFloor(int lag, Line line) implements SeriesFloor {

    private static final int MOST_VALUES = 16;

    /**
     * Over so many values as have the least AICc, N ln(RSS / N) + 2 k + 2 k (k + 1) / (N - k - 1) with k = m + 2, all m on the same
     * rows of the training part; then fitted on all of these that m allows.
     *
     * @param train how many values are the training part
     */
    public static LineFloor of(double[] values, int train, int lag) {
        int most = Math.max(1, Math.min(MOST_VALUES, train / 4));
        int best = IntStream.rangeClosed(1, most)
                .boxed()
                .min((one, other) -> Double.compare(
                        criterion(values, train, lag, one, most), criterion(values, train, lag, other, most)))
                .orElseThrow();
        return fixed(values, train, lag, best);
    }

    /** Over so many values. */
    public static LineFloor fixed(double[] values, int train, int lag, int count) {
        int first = lag + count;
        return new LineFloor(lag, Line.fit(rows(values, first, train, lag, count), targets(values, first, train, lag)));
    }

    private static double criterion(double[] values, int train, int lag, int count, int most) {
        int first = lag + most;
        double[][] rows = rows(values, first, train, lag, count);
        double[] targets = targets(values, first, train, lag);
        int n = targets.length;
        int k = count + 2;
        if (n - k - 1 <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double error = Line.fit(rows, targets).squaredError(rows, targets);
        return n * Math.log(error / n) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }

    private static double[][] rows(double[] values, int from, int to, int lag, int count) {
        return IntStream.range(from, to)
                .mapToObj(t -> row(values, t, lag, count))
                .toArray(double[][]::new);
    }

    private static double[] targets(double[] values, int from, int to, int lag) {
        return IntStream.range(from, to)
                .mapToDouble(t -> difference(values, t, lag))
                .toArray();
    }

    /** What the line sees before a value, the newest first. */
    private static double[] row(double[] values, int t, int lag, int count) {
        double[] row = new double[count];
        Arrays.setAll(row, back -> difference(values, t - 1 - back, lag));
        return row;
    }

    private static double difference(double[] values, int t, int lag) {
        return lag == 0 ? values[t] : values[t] - values[t - lag];
    }

    @Override
    public int needs() {
        return lag + line.shares().length;
    }

    @Override
    public double forecast(double[] values, int t) {
        double said = line.of(row(values, t, lag, line.shares().length));
        return lag == 0 ? said : values[t - lag] + said;
    }
}
