package lab.carousel.training.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lab.carousel.model.verdict.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * The evaluations of all epochs of a run, in bounded memory. Each of the first {@value #CAPACITY} epochs has a point of
 * its own; whenever the space is full, neighbouring points are joined in pairs, so that a point stands for 2, 4, 8, …
 * epochs. A point keeps the values of its last epoch, and the least and the largest loss among its epochs.
 *
 * <p>Line 0 is the mean over the epoch, line s the sequence number s. One thread writes; {@link #view} gives a picture
 * that any thread may read while writing goes on.
 */
public final class LossHistory {

    /** The most points kept; an even number. */
    public static final int CAPACITY = 4_096;

    private final int lines;
    /** The epoch after which it goes on from an earlier run; 0 if it does not. */
    private final int wentOnAt;

    private int epochsPerPoint = 1;
    private int size;
    private LossTable table;
    /** The point being filled, not yet among the others; it has {@code filled} epochs. */
    private @Nullable Point open;

    private int filled;

    /** An empty history of a task with so many sequences. */
    public LossHistory(int sequences) {
        this.lines = sequences + 1;
        this.wentOnAt = 0;
        this.table = new LossTable(lines);
    }

    /** A history that goes on where a picture of one was taken. */
    public LossHistory(View earlier) {
        this(earlier, earlier.lines, earlier.wentOnAt, earlier.open);
    }

    /**
     * A history of a run that goes on from an earlier one.
     *
     * @param before    the losses of that one until then
     * @param sequences of the task now; if it is not the same task, only the mean is kept
     * @param sameTask  whether it is
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
        this.table = earlier.table.copy(size, lines);
        this.open = open == null ? null : open.withLines(lines);
        this.filled = open == null ? 0 : open.epoch - size * epochsPerPoint;
    }

    /**
     * Adds the next epoch.
     *
     * @param number     the epoch, counted from 1, one more than the last one
     * @param evaluation of the network after it
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
        table.put(size, point);
        size++;
        if (size == CAPACITY) {
            // In a new table, because views still read the old one
            table = table.joined(size);
            size /= 2;
            epochsPerPoint *= 2;
        }
    }

    /** A picture of the history as it is now. Cheap: points that no longer change are shared, not copied. */
    public View view() {
        return new View(epochsPerPoint, lines, wentOnAt, size, table, open);
    }

    /**
     * A point on its own.
     *
     * @param epoch  the last epoch that it stands for
     * @param recall after that epoch
     * @param margin after that epoch
     * @param bits   after that epoch; NaN if there are none
     * @param last   the loss of each line after that epoch
     * @param least  the least loss of each line among its epochs
     * @param most   the largest loss of each line among its epochs
     */
    public record Point(
            int epoch, double recall, double margin, double bits, double[] last, double[] least, double[] most) {

        static Point of(int epoch, Evaluation evaluation) {
            double[] losses = new double[evaluation.sequenceLoss().length + 1];
            losses[0] = evaluation.loss();
            System.arraycopy(evaluation.sequenceLoss(), 0, losses, 1, losses.length - 1);
            double bits = evaluation.judgement().bits();
            return new Point(epoch, evaluation.recall(), evaluation.margin(), bits, losses, losses, losses);
        }

        Point joined(Point next) {
            double[] newLeast = least.clone();
            double[] newMost = most.clone();
            Arrays.setAll(newLeast, line -> Math.min(newLeast[line], next.least[line]));
            Arrays.setAll(newMost, line -> Math.max(newMost[line], next.most[line]));
            return new Point(next.epoch, next.recall, next.margin, next.bits, next.last, newLeast, newMost);
        }

        /** The same with so many lines; those that it does not have are NaN. */
        Point withLines(int lines) {
            return lines == last.length
                    ? this
                    : new Point(
                            epoch,
                            recall,
                            margin,
                            bits,
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

    /** A picture of a history: points in the order of their epochs. Immutable. */
    public static final class View {

        private final int epochsPerPoint;
        private final int lines;
        private final int wentOnAt;
        private final int closed;
        private final LossTable table;
        private final @Nullable Point open;

        private View(int epochsPerPoint, int lines, int wentOnAt, int closed, LossTable table, @Nullable Point open) {
            this.epochsPerPoint = epochsPerPoint;
            this.lines = lines;
            this.wentOnAt = wentOnAt;
            this.closed = closed;
            this.table = table;
            this.open = open;
        }

        /**
         * A picture of a history of which the points are known.
         *
         * @param epochsPerPoint how many epochs a point stands for
         * @param lines          the number of lines
         * @param wentOnAt       the epoch after which it goes on from an earlier run; 0 if it does not
         * @param points         at most {@value LossHistory#CAPACITY}; only the last one may stand for fewer epochs
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

        /** A point, by its place. */
        public Point point(int index) {
            return index == closed ? open() : table.point(index);
        }

        /** The last point, of one who has seen that there is one more than are closed. */
        private Point open() {
            return Objects.requireNonNull(open);
        }

        /** The same without the points that stand for a later epoch too. */
        public View upTo(int lastEpoch) {
            if (size() == 0 || epoch(size() - 1) <= lastEpoch) {
                return this;
            }
            int left = table.rowsUntil(lastEpoch, closed);
            return new View(epochsPerPoint, lines, wentOnAt, left, table, null);
        }

        /**
         * The same until an epoch, with a point for it.
         *
         * @param evaluation of the network after that epoch
         */
        public View until(int epoch, Evaluation evaluation) {
            View until = upTo(epoch);
            boolean isThere = until.size() > 0 && until.epoch(until.size() - 1) == epoch;
            return isThere || epoch == 0
                    ? until
                    : new View(epochsPerPoint, lines, wentOnAt, until.closed, table, Point.of(epoch, evaluation));
        }

        /** The epoch after which it goes on from an earlier run; 0 if it does not. */
        public int wentOnAt() {
            return wentOnAt;
        }

        /** How many epochs a point stands for; the last one may stand for fewer. */
        public int epochsPerPoint() {
            return epochsPerPoint;
        }

        /** The number of lines: the mean, and one for each sequence. */
        public int lines() {
            return lines;
        }

        /** The number of points. */
        public int size() {
            return open == null ? closed : closed + 1;
        }

        /** The last epoch that a point stands for, counted from 1. */
        public int epoch(int point) {
            return point < closed ? table.epoch(point) : open().epoch;
        }

        /** The recall after that epoch. */
        public double recall(int point) {
            return point < closed ? table.recall(point) : open().recall;
        }

        /** The margin after that epoch; NaN if the task has no deciding step. */
        public double margin(int point) {
            return point < closed ? table.margin(point) : open().margin;
        }

        /** The bits of the worst fork after that epoch; NaN if there is none. */
        public double bits(int point) {
            return point < closed ? table.bits(point) : open().bits;
        }

        /** The loss of a line after that epoch; NaN for a sequence of before, if the run goes on with another task. */
        public double loss(int line, int point) {
            return point < closed ? table.last(line, point) : open().last[line];
        }

        /** The least loss of a line among the epochs of a point. */
        public double leastLoss(int line, int point) {
            return point < closed ? table.least(line, point) : open().least[line];
        }

        /** The largest loss of a line among the epochs of a point. */
        public double largestLoss(int line, int point) {
            return point < closed ? table.most(line, point) : open().most[line];
        }
    }
}
