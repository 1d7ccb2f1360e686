package lab.carousel.training;

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
    private int epochsPerPoint = 1;
    private int size;
    private int[] epoch = new int[CAPACITY];
    private double[] recall = new double[CAPACITY];
    private double[] margin = new double[CAPACITY];
    private double[] bits = new double[CAPACITY];
    private double[][] last;
    private double[][] least;
    private double[][] most;
    /** The point being filled, not yet among the others; it has {@code filled} epochs. */
    private @Nullable Point open;

    private int filled;

    /** An empty history of a task with so many sequences. */
    public LossHistory(int sequences) {
        this.lines = sequences + 1;
        this.last = new double[lines][CAPACITY];
        this.least = new double[lines][CAPACITY];
        this.most = new double[lines][CAPACITY];
    }

    /** A history that goes on where a picture of one was taken. */
    public LossHistory(View earlier) {
        this(earlier.lines - 1);
        epochsPerPoint = earlier.epochsPerPoint;
        size = earlier.closed;
        System.arraycopy(earlier.epoch, 0, epoch, 0, size);
        System.arraycopy(earlier.recall, 0, recall, 0, size);
        System.arraycopy(earlier.margin, 0, margin, 0, size);
        System.arraycopy(earlier.bits, 0, bits, 0, size);
        for (int line = 0; line < lines; line++) {
            System.arraycopy(earlier.last[line], 0, last[line], 0, size);
            System.arraycopy(earlier.least[line], 0, least[line], 0, size);
            System.arraycopy(earlier.most[line], 0, most[line], 0, size);
        }
        open = earlier.open;
        filled = open == null ? 0 : open.epoch - size * epochsPerPoint;
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
        epoch[size] = point.epoch;
        recall[size] = point.recall;
        margin[size] = point.margin;
        bits[size] = point.bits;
        for (int line = 0; line < lines; line++) {
            last[line][size] = point.last[line];
            least[line][size] = point.least[line];
            most[line][size] = point.most[line];
        }
        size++;
        if (size == CAPACITY) {
            joinPairs();
        }
    }

    /** Halves the number of points. Works in new arrays, because views still read the old ones. */
    private void joinPairs() {
        int half = CAPACITY / 2;
        int[] newEpoch = new int[CAPACITY];
        double[] newRecall = new double[CAPACITY];
        double[] newMargin = new double[CAPACITY];
        double[] newBits = new double[CAPACITY];
        double[][] newLast = new double[lines][CAPACITY];
        double[][] newLeast = new double[lines][CAPACITY];
        double[][] newMost = new double[lines][CAPACITY];
        for (int point = 0; point < half; point++) {
            int second = 2 * point + 1;
            newEpoch[point] = epoch[second];
            newRecall[point] = recall[second];
            newMargin[point] = margin[second];
            newBits[point] = bits[second];
            for (int line = 0; line < lines; line++) {
                newLast[line][point] = last[line][second];
                newLeast[line][point] = Math.min(least[line][second - 1], least[line][second]);
                newMost[line][point] = Math.max(most[line][second - 1], most[line][second]);
            }
        }
        epoch = newEpoch;
        recall = newRecall;
        margin = newMargin;
        bits = newBits;
        last = newLast;
        least = newLeast;
        most = newMost;
        size = half;
        epochsPerPoint *= 2;
    }

    /** A picture of the history as it is now. Cheap: points that no longer change are shared, not copied. */
    public View view() {
        return new View(epochsPerPoint, lines, size, epoch, recall, margin, bits, last, least, most, open);
    }

    /**
     * A point on its own.
     *
     * @param epoch  the last epoch that it stands for
     * @param recall after that epoch
     * @param margin after that epoch
     * @param bits   after that epoch; NaN if there are none, or they were not measured
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
    }

    /** A picture of a history: points in the order of their epochs. Immutable. */
    public static final class View {

        private final int epochsPerPoint;
        private final int lines;
        private final int closed;
        private final int[] epoch;
        private final double[] recall;
        private final double[] margin;
        private final double[] bits;
        private final double[][] last;
        private final double[][] least;
        private final double[][] most;
        private final @Nullable Point open;

        private View(
                int epochsPerPoint,
                int lines,
                int closed,
                int[] epoch,
                double[] recall,
                double[] margin,
                double[] bits,
                double[][] last,
                double[][] least,
                double[][] most,
                @Nullable Point open) {
            this.epochsPerPoint = epochsPerPoint;
            this.lines = lines;
            this.closed = closed;
            this.epoch = epoch;
            this.recall = recall;
            this.margin = margin;
            this.bits = bits;
            this.last = last;
            this.least = least;
            this.most = most;
            this.open = open;
        }

        /**
         * A picture of a history of which the points are known.
         *
         * @param epochsPerPoint how many epochs a point stands for
         * @param lines          the number of lines
         * @param points         at most {@value LossHistory#CAPACITY}; only the last one may stand for fewer epochs
         */
        public static View of(int epochsPerPoint, int lines, List<Point> points) {
            LossHistory history = new LossHistory(lines - 1);
            history.epochsPerPoint = epochsPerPoint;
            for (Point point : points) {
                if (point.epoch == (history.size + 1) * epochsPerPoint) {
                    history.close(point);
                } else {
                    history.open = point;
                }
            }
            return history.view();
        }

        /** A point, by its place. */
        public Point point(int index) {
            if (index == closed) {
                return open();
            }
            return new Point(
                    epoch[index],
                    recall[index],
                    margin[index],
                    bits[index],
                    at(last, index),
                    at(least, index),
                    at(most, index));
        }

        /** The last point, of one who has seen that there is one more than are closed. */
        private Point open() {
            return Objects.requireNonNull(open);
        }

        private static double[] at(double[][] values, int index) {
            return Arrays.stream(values).mapToDouble(line -> line[index]).toArray();
        }

        /** The same without the points that stand for a later epoch too. */
        public View upTo(int lastEpoch) {
            if (size() == 0 || epoch(size() - 1) <= lastEpoch) {
                return this;
            }
            int place = Arrays.binarySearch(epoch, 0, closed, lastEpoch);
            int left = place >= 0 ? place + 1 : -place - 1;
            return new View(epochsPerPoint, lines, left, epoch, recall, margin, bits, last, least, most, null);
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
            return point < closed ? epoch[point] : open().epoch;
        }

        /** The recall after that epoch. */
        public double recall(int point) {
            return point < closed ? recall[point] : open().recall;
        }

        /** The margin after that epoch; NaN if the task has no deciding step. */
        public double margin(int point) {
            return point < closed ? margin[point] : open().margin;
        }

        /** The bits of the worst fork after that epoch; NaN if there is none, or they were not measured. */
        public double bits(int point) {
            return point < closed ? bits[point] : open().bits;
        }

        /** The loss of a line after that epoch. */
        public double loss(int line, int point) {
            return point < closed ? last[line][point] : open().last[line];
        }

        /** The least loss of a line among the epochs of a point. */
        public double leastLoss(int line, int point) {
            return point < closed ? least[line][point] : open().least[line];
        }

        /** The largest loss of a line among the epochs of a point. */
        public double largestLoss(int line, int point) {
            return point < closed ? most[line][point] : open().most[line];
        }
    }
}
