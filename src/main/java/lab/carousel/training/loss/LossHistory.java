package lab.carousel.training.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations of all epochs of a run in bounded memory. Each of the first {@value #CAPACITY} epochs has its own point;
 * whenever the space is full, neighbouring points are joined in pairs, so that a point covers 2, 4, 8, … epochs. A
 * point keeps the values of its last epoch, and the least and largest loss among its epochs.
 *
 * <p>Line 0 is the mean over the epoch, line s is sequence number s. One thread writes; any thread may read a {@link
 * #view}.
 */
public final class LossHistory {

    /** Most points; an even number. */
    public static final int CAPACITY = 4_096;

    private final int lines;
    /** Epoch after which it goes on from an earlier run; 0 if it does not. */
    private final int wentOnAt;

    private int epochsPerPoint = 1;
    private int size;
    /** Those before {@code size} do not change any more, so that views may share them. */
    private Point[] points = new Point[64];
    /** Point being filled, so far with {@code filled} epochs. */
    private @Nullable Point open;

    private int filled;

    public LossHistory(int sequences) {
        this.lines = sequences + 1;
        this.wentOnAt = 0;
    }

    public LossHistory(View earlier) {
        this(earlier, earlier.lines, earlier.wentOnAt, earlier.open);
    }

    /**
     * History of a run that goes on from an earlier one.
     *
     * @param before its losses until then
     * @param sequences of the task now; of another task only the mean is kept
     */
    public static LossHistory after(View before, int sequences, boolean sameTask) {
        int now = before.size() == 0 ? 0 : before.epoch(before.size() - 1);
        View kept = sameTask ? before : new LossHistory(before, 1, now, before.open).view();
        return new LossHistory(kept, sequences + 1, now, kept.open);
    }

    private LossHistory(View earlier, int lines, int wentOnAt, @Nullable Point open) {
        this.lines = lines;
        this.wentOnAt = wentOnAt;
        this.epochsPerPoint = earlier.epochsPerPoint;
        this.size = earlier.closed;
        this.points = Arrays.stream(earlier.points, 0, size)
                .map(point -> point.withLines(lines))
                .toArray(Point[]::new);
        this.open = open == null ? null : open.withLines(lines);
        this.filled = open == null ? 0 : open.epoch - size * epochsPerPoint;
    }

    /**
     * Adds the next epoch.
     *
     * @param number counted from 1, one more than the last
     */
    public void add(int number, Evaluation evaluation) {
        open = open == null ? Point.of(number, evaluation) : open.joined(Point.of(number, evaluation));
        filled++;
        if (filled == epochsPerPoint) {
            close(open);
            open = null;
            filled = 0;
        }
    }

    private void close(Point point) {
        points = size < points.length ? points : Arrays.copyOf(points, Math.max(64, 2 * size));
        points[size++] = point;
        if (size == CAPACITY) {
            // In a new array, because views still read the old one
            points = IntStream.range(0, size / 2)
                    .mapToObj(pair -> points[2 * pair].joined(points[2 * pair + 1]))
                    .toArray(Point[]::new);
            size /= 2;
            epochsPerPoint *= 2;
        }
    }

    /** The history as it is now. Points that no longer change are shared, not copied. */
    public View view() {
        return new View(epochsPerPoint, lines, wentOnAt, size, points, open, Double.NaN);
    }

    /**
     * Values after the last epoch of a point.
     *
     * @param bits NaN if there are none
     * @param separation NaN if there is none, or if it is not measured
     * @param separationBefore of the same pair in the untrained network
     * @param last loss of each line
     * @param least least loss of each line among its epochs
     * @param most largest loss of each line among its epochs
     */
    public record Point(
            int epoch,
            double recall,
            double margin,
            double bits,
            double separation,
            double separationBefore,
            double[] last,
            double[] least,
            double[] most) {

        static Point of(int epoch, Evaluation evaluation) {
            double[] losses = new double[evaluation.sequenceLoss().length + 1];
            losses[0] = evaluation.loss();
            System.arraycopy(evaluation.sequenceLoss(), 0, losses, 1, losses.length - 1);
            return new Point(
                    epoch,
                    evaluation.recall(),
                    evaluation.margin(),
                    evaluation.judgement().bits(),
                    evaluation.separation(),
                    evaluation.separationBefore(),
                    losses,
                    losses,
                    losses);
        }

        Point joined(Point next) {
            double[] newLeast = least.clone();
            double[] newMost = most.clone();
            Arrays.setAll(newLeast, line -> Math.min(newLeast[line], next.least[line]));
            Arrays.setAll(newMost, line -> Math.max(newMost[line], next.most[line]));
            return new Point(
                    next.epoch,
                    next.recall,
                    next.margin,
                    next.bits,
                    next.separation,
                    next.separationBefore,
                    next.last,
                    newLeast,
                    newMost);
        }

        /** The same with so many lines; added ones are NaN. */
        Point withLines(int lines) {
            return lines == last.length
                    ? this
                    : new Point(
                            epoch,
                            recall,
                            margin,
                            bits,
                            separation,
                            separationBefore,
                            resized(last, lines),
                            resized(least, lines),
                            resized(most, lines));
        }

        private static double[] resized(double[] values, int lines) {
            double[] resized = Arrays.copyOf(values, lines);
            Arrays.fill(resized, Math.min(values.length, lines), lines, Double.NaN);
            return resized;
        }
    }

    public static final class View {

        private final int epochsPerPoint;
        private final int lines;
        private final int wentOnAt;
        private final int closed;
        private final Point[] points;
        private final @Nullable Point open;
        /** The mean loss, if it is another one than after the last epoch; otherwise NaN. */
        private final double now;

        private View(
                int epochsPerPoint,
                int lines,
                int wentOnAt,
                int closed,
                Point[] points,
                @Nullable Point open,
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
        public static View of(int epochsPerPoint, int lines, int wentOnAt, List<Point> points) {
            LossHistory history = new LossHistory(lines - 1);
            history.epochsPerPoint = epochsPerPoint;
            for (Point point : points) {
                if (point.epoch == (history.size + 1) * epochsPerPoint) {
                    history.close(point);
                } else {
                    history.open = point;
                }
            }
            return new LossHistory(history.view(), lines, wentOnAt, history.open).view();
        }

        public Point point(int index) {
            return index == closed ? Objects.requireNonNull(open) : points[index];
        }

        public View upTo(int lastEpoch) {
            if (size() == 0 || epoch(size() - 1) <= lastEpoch) {
                return this;
            }
            int left = Math.min(closed, Math.max(0, lastEpoch) / epochsPerPoint);
            return with(left, null, Double.NaN);
        }

        /** The view until an epoch, ending with a point for it. */
        public View until(int epoch, Evaluation evaluation) {
            View until = upTo(epoch);
            boolean isThere = until.size() > 0 && until.epoch(until.size() - 1) == epoch;
            return isThere || epoch == 0 ? until : with(until.closed, Point.of(epoch, evaluation), Double.NaN);
        }

        private View with(int newClosed, @Nullable Point newOpen, double newNow) {
            return new View(epochsPerPoint, lines, wentOnAt, newClosed, points, newOpen, newNow);
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
            return point(point).epoch;
        }

        public double recall(int point) {
            return point(point).recall;
        }

        /** NaN if the task has no deciding step. */
        public double margin(int point) {
            return point(point).margin;
        }

        /** Bits of the worst fork; NaN if there is none. */
        public double bits(int point) {
            return point(point).bits;
        }

        /** Separation of the worst fork; NaN if there is none, or if it is not measured. */
        public double separation(int point) {
            return point(point).separation;
        }

        /** That of the same pair in the untrained network; NaN likewise. */
        public double separationBefore(int point) {
            return point(point).separationBefore;
        }

        /** The same while the mean loss is another one than after the last epoch. */
        public View now(double loss) {
            return with(closed, open, loss);
        }

        /** The mean loss as it is now; NaN before the first epoch. */
        public double lossNow() {
            return size() == 0 || !Double.isNaN(now) ? now : loss(0, size() - 1);
        }

        /** Loss of a line; NaN for a sequence of an earlier run with another task. */
        public double loss(int line, int point) {
            return point(point).last[line];
        }

        public double leastLoss(int line, int point) {
            return point(point).least[line];
        }

        public double largestLoss(int line, int point) {
            return point(point).most[line];
        }
    }
}
