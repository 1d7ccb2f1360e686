package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.text.Message;

/**
 * The floor of a straight line over the last values known, or over their differences to those some steps before. It is fitted to
 * values in standard deviations of the training part from its mean, so that units change nothing.
 */
final class LineFloor {

    private static final int MOST_VALUES = 16;
    private static final int SHARE_OF_TRAINING = 4;
    /** Errors under this share of the variance are rounding, and choose nothing. */
    private static final double ROUNDING = 1e-20;

    private final String kind;
    /** That it sees, the target first. */
    private final int[] seen;

    private final Scale[] scales;
    private final double[][] channels;
    private final int train;
    private final int ahead;
    /** How far back its inputs are differences to, and what it foretells; 0 for values themselves. */
    private final int inputLag;

    private final int targetLag;

    /** @param seen the target first */
    LineFloor(String kind, double[][] channels, int[] seen, int train, int ahead, int inputLag, int targetLag) {
        this.kind = kind;
        this.channels = channels;
        this.seen = seen;
        this.train = train;
        this.ahead = ahead;
        this.inputLag = inputLag;
        this.targetLag = targetLag;
        this.scales = Arrays.stream(seen)
                .mapToObj(each -> Scale.of(Arrays.copyOf(channels[each], train)))
                .toArray(Scale[]::new);
    }

    String kind() {
        return kind;
    }

    /**
     * Over so many values as have the least AICc, N ln(RSS / N) + 2 k + 2 k (k + 1) / (N - k - 1), where k is 2 more than the values,
     * all on the same N rows of the training part; then fitted on all of its rows that this number allows. Empty if there are too few.
     */
    Optional<SeriesFloor> chosen() {
        for (int most = Math.max(1, Math.min(MOST_VALUES, train / SHARE_OF_TRAINING)); most > 0; most--) {
            double[][] rows = rows(most);
            if (isFitted(rows, most)) {
                int count = least(new NestedLines(rows), rows.length, most);
                return fitted(kind, count, Message.of("forecast.found.line", most, rows.length));
            }
        }
        return Optional.empty();
    }

    /** Over so many values; empty if there are too few rows. */
    Optional<SeriesFloor> fixed(String key, int count) {
        return fitted(key, count, Message.of("forecast.found.fixed"));
    }

    private int least(NestedLines lines, int rows, int most) {
        double rounding = lines.squaredError(1) * ROUNDING;
        int best = 1;
        double bestCriterion = Double.POSITIVE_INFINITY;
        for (int count = 1; count <= most; count++) {
            int k = count * seen.length + 2;
            double error = Math.max(lines.squaredError(k - 1), rounding);
            double criterion = rows * Math.log(error / rows) + 2 * k + 2.0 * k * (k + 1) / (rows - k - 1);
            if (criterion < bestCriterion) {
                best = count;
                bestCriterion = criterion;
            }
        }
        return best;
    }

    private boolean isFitted(double[][] rows, int count) {
        return rows.length > count * seen.length + 3
                && Arrays.stream(scales).allMatch(scale -> scale.spread() > 0 && Double.isFinite(scale.spread()));
    }

    private Optional<SeriesFloor> fitted(String key, int count, Message found) {
        double[][] rows = rows(count);
        if (!isFitted(rows, count)) {
            return Optional.empty();
        }
        double[] weights = new NestedLines(rows).weights(count * seen.length + 1);
        Message name = Message.of("forecast.floor." + kind, count, targetLag);
        return Optional.of(new SeriesFloor(key, name, found, needs(count), (all, t) -> forecast(all, t, weights)));
    }

    private int needs(int count) {
        return ahead - 1 + count + inputLag;
    }

    /** The training part's, each with 1, the values and the target; those with missing values are left out. */
    private double[][] rows(int count) {
        List<double[]> rows = new ArrayList<>();
        for (int t = needs(count); t < train; t++) {
            double[] row = row(channels, t, count);
            row[row.length - 1] = (channels[seen[0]][t] - base(channels, t)) / scales[0].spread();
            if (Arrays.stream(row).noneMatch(Double::isNaN)) {
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** 1 and what the line sees before a place, the newest first, and room for the target. */
    private double[] row(double[][] all, int t, int count) {
        double[] row = new double[count * seen.length + 2];
        row[0] = 1;
        for (int back = 0; back < count; back++) {
            for (int channel = 0; channel < seen.length; channel++) {
                double[] values = all[seen[channel]];
                int place = t - ahead - back;
                double from = inputLag == 0 ? scales[channel].mean() : values[place - inputLag];
                row[1 + back * seen.length + channel] = (values[place] - from) / scales[channel].spread();
            }
        }
        return row;
    }

    private double base(double[][] all, int t) {
        return targetLag == 0 ? scales[0].mean() : all[seen[0]][t - targetLag];
    }

    private double forecast(double[][] all, int t, double[] weights) {
        double[] row = row(all, t, (weights.length - 1) / seen.length);
        double said = 0;
        for (int k = 0; k < weights.length; k++) {
            said += weights[k] * row[k];
        }
        return base(all, t) + scales[0].spread() * said;
    }
}
