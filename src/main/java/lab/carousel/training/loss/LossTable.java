package lab.carousel.training.loss;

import java.util.Arrays;
import lab.carousel.training.loss.LossHistory.Point;

/** Points of a loss history, column by column. A row is written once, so that views may share it. */
final class LossTable {

    private final int[] epoch = new int[LossHistory.CAPACITY];
    private final double[] recall = new double[LossHistory.CAPACITY];
    private final double[] margin = new double[LossHistory.CAPACITY];
    private final double[] bits = new double[LossHistory.CAPACITY];
    private final double[][] last;
    private final double[][] least;
    private final double[][] most;

    LossTable(int lines) {
        this.last = new double[lines][LossHistory.CAPACITY];
        this.least = new double[lines][LossHistory.CAPACITY];
        this.most = new double[lines][LossHistory.CAPACITY];
    }

    /** Copies the first rows; added lines are NaN. */
    LossTable copy(int rows, int lines) {
        LossTable copy = new LossTable(lines);
        for (int row = 0; row < rows; row++) {
            copy.put(row, point(row).withLines(lines));
        }
        return copy;
    }

    /** Copies the first rows, joined in pairs. */
    LossTable joined(int rows) {
        LossTable joined = new LossTable(last.length);
        for (int row = 0; row < rows / 2; row++) {
            joined.put(row, point(2 * row).joined(point(2 * row + 1)));
        }
        return joined;
    }

    void put(int row, Point point) {
        epoch[row] = point.epoch();
        recall[row] = point.recall();
        margin[row] = point.margin();
        bits[row] = point.bits();
        for (int line = 0; line < last.length; line++) {
            last[line][row] = point.last()[line];
            least[line][row] = point.least()[line];
            most[line][row] = point.most()[line];
        }
    }

    Point point(int row) {
        return new Point(epoch[row], recall[row], margin[row], bits[row], at(last, row), at(least, row), at(most, row));
    }

    private static double[] at(double[][] values, int row) {
        return Arrays.stream(values).mapToDouble(line -> line[row]).toArray();
    }

    /** Number of the first rows that are not after an epoch. */
    int rowsUntil(int lastEpoch, int rows) {
        int place = Arrays.binarySearch(epoch, 0, rows, lastEpoch);
        return place >= 0 ? place + 1 : -place - 1;
    }

    int epoch(int row) {
        return epoch[row];
    }

    double recall(int row) {
        return recall[row];
    }

    double margin(int row) {
        return margin[row];
    }

    double bits(int row) {
        return bits[row];
    }

    double last(int line, int row) {
        return last[line][row];
    }

    double least(int line, int row) {
        return least[line][row];
    }

    double most(int line, int row) {
        return most[line][row];
    }
}
