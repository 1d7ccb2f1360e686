package lab.carousel.picture.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.chart.Decimator;
import lab.carousel.training.loss.LossHistory;

/**
 * The lines of a loss chart, reduced to what the chart can show. So what drawing costs depends
 * on the pixels, not on the epochs.
 */
final class ReducedLosses {

    /** The most points over all lines, about. */
    static final int POINTS = 8_000;

    private final List<Decimator.ReducedLine> lines;
    private final double least;

    /**
     * Reduces the lines.
     *
     * @param columns the width of the chart, in points
     */
    ReducedLosses(LossHistory.View history, LossRange range, int columns) {
        List<Decimator.ReducedLine> reduced = new ArrayList<>(history.lines());
        int points = POINTS;
        for (int line = 0; line < history.lines(); line++) {
            // The mean may take a quarter of them, if that many are left for the others
            int linesLeft = history.lines() - line;
            int share = line == 0 ? Math.max(points / linesLeft, points / 4) : points / linesLeft;
            int shareColumns = Math.max(1, Math.min(columns, share / 2 - 3));
            Decimator.ReducedLine shown =
                    Decimator.reduce(samples(history, line), range.firstEpoch(), range.lastEpoch(), shareColumns);
            points -= shown.x().length;
            reduced.add(shown);
        }
        this.lines = reduced;
        this.least = range.logarithmic() ? LossRange.TINIEST_LOSS : Double.NEGATIVE_INFINITY;
    }

    private static Decimator.PointSource samples(LossHistory.View history, int line) {
        return new Decimator.PointSource() {
            @Override
            public int size() {
                return history.size();
            }

            @Override
            public double x(int point) {
                return history.epoch(point);
            }

            @Override
            public double value(int point) {
                return history.loss(line, point);
            }

            @Override
            public double least(int point) {
                return history.leastLoss(line, point);
            }

            @Override
            public double largest(int point) {
                return history.largestLoss(line, point);
            }
        };
    }

    /** How far a line goes up and down in all, in heights of the chart. */
    double rise(int line, LossRange range) {
        double[] losses = lines.get(line).y();
        double rise = 0;
        for (int point = 1; point < losses.length; point++) {
            rise += Math.abs(range.lossShare(losses[point]) - range.lossShare(losses[point - 1]));
        }
        return rise;
    }

    /** A line as it is shown, with no loss that a logarithmic axis has no place for. */
    Decimator.ReducedLine line(int line) {
        Decimator.ReducedLine shown = lines.get(line);
        return new Decimator.ReducedLine(
                shown.x(),
                Arrays.stream(shown.y()).map(loss -> Math.max(least, loss)).toArray());
    }
}
