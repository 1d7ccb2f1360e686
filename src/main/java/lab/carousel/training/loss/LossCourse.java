package lab.carousel.training.loss;

import java.util.List;
import java.util.Objects;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.LossSample;
import org.jspecify.annotations.Nullable;

public final class LossCourse {

    final int epochsPerPoint;
    final int lines;
    final int wentOnAt;
    final int closed;
    final LossPoint[] points;
    final @Nullable LossPoint open;
    /** The mean loss, if it is another one than after the last epoch; otherwise NaN. */
    private final double now;

    LossCourse(
            int epochsPerPoint,
            int lines,
            int wentOnAt,
            int closed,
            LossPoint[] points,
            @Nullable LossPoint open,
            double now) {
        this.epochsPerPoint = epochsPerPoint;
        this.lines = lines;
        this.wentOnAt = wentOnAt;
        this.closed = closed;
        this.points = points;
        this.open = open;
        this.now = now;
    }

    /**
     * A view of known points.
     *
     * @param wentOnAt epoch after which it goes on from an earlier run; 0 if it does not
     * @param points at most {@value LossHistory#CAPACITY}; only the last one may cover fewer epochs
     */
    public static LossCourse of(int epochsPerPoint, int lines, int wentOnAt, List<LossPoint> points) {
        LossHistory history = new LossHistory(lines - 1);
        history.epochsPerPoint = epochsPerPoint;
        for (LossPoint point : points) {
            if (point.epoch() == (history.size + 1) * epochsPerPoint) {
                history.close(point);
            } else {
                history.open = point;
            }
        }
        return new LossHistory(history.view(), lines, wentOnAt, history.open).view();
    }

    /** Some points of a run, at any epochs; {@link #upTo} is not for them. */
    public static LossCourse ofSome(int wentOnAt, List<LossPoint> points) {
        int lines = points.isEmpty() ? 1 : points.get(0).last().length;
        return new LossCourse(1, lines, wentOnAt, points.size(), points.toArray(LossPoint[]::new), null, Double.NaN);
    }

    public LossPoint point(int index) {
        return index == closed ? Objects.requireNonNull(open) : points[index];
    }

    public LossCourse upTo(int lastEpoch) {
        if (size() == 0 || epoch(size() - 1) <= lastEpoch) {
            return this;
        }
        int left = Math.min(closed, Math.max(0, lastEpoch) / epochsPerPoint);
        return with(left, null, Double.NaN);
    }

    /** The view until an epoch, ending with a point for it. */
    public LossCourse until(int epoch, Evaluation evaluation) {
        LossCourse until = upTo(epoch);
        boolean isThere = until.size() > 0 && until.epoch(until.size() - 1) == epoch;
        return isThere || epoch == 0 ? until : with(until.closed, LossPoint.of(epoch, evaluation), Double.NaN);
    }

    private LossCourse with(int newClosed, @Nullable LossPoint newOpen, double newNow) {
        return new LossCourse(epochsPerPoint, lines, wentOnAt, newClosed, points, newOpen, newNow);
    }

    public int wentOnAt() {
        return wentOnAt;
    }

    /** Epochs that a point covers; the last one may cover fewer. */
    public int epochsPerPoint() {
        return epochsPerPoint;
    }

    /** The mean, and one for each sequence. */
    public int lines() {
        return lines;
    }

    public int size() {
        return open == null ? closed : closed + 1;
    }

    /** Last epoch of a point, counted from 1. */
    public int epoch(int point) {
        return point(point).epoch();
    }

    public double recall(int point) {
        return point(point).recall();
    }

    /** NaN if the task has no deciding step. */
    public double margin(int point) {
        return point(point).margin();
    }

    /** Bits of the worst fork; NaN if there is none. */
    public double bits(int point) {
        return point(point).bits();
    }

    /** Separation of the worst fork; NaN if there is none, or if it is not measured. */
    public double separation(int point) {
        return point(point).separation();
    }

    /** That of the same pair in the untrained network; NaN likewise. */
    public double separationBefore(int point) {
        return point(point).separationBefore();
    }

    /** The same while the mean loss is another one than after the last epoch. */
    public LossCourse now(double loss) {
        return with(closed, open, loss);
    }

    /** The mean loss as it is now; NaN before the first epoch. */
    public double lossNow() {
        return size() == 0 || !Double.isNaN(now) ? now : loss(0, size() - 1);
    }

    /** What the mean loss of a point is the mean of. */
    public LossSample sample(int point) {
        return point(point).sample();
    }

    /** Loss of a line; NaN for a sequence of an earlier run with another task. */
    public double loss(int line, int point) {
        return point(point).last()[line];
    }

    public double leastLoss(int line, int point) {
        return point(point).least()[line];
    }

    public double largestLoss(int line, int point) {
        return point(point).most()[line];
    }
}
