package lab.carousel.drawing.chart;

import java.util.Arrays;

/**
 * Reduces a line of any number of points to what a screen can show: in each column of pixels the least and the largest
 * value, each at its place. A line drawn through the result covers the same pixels as the whole line does.
 */
public final class Decimator {

    private final PointSource samples;
    private final double from;
    private final double columnWidth;
    private final double[] x;
    private final double[] y;
    private int size;

    private Decimator(PointSource samples, double from, double to, int columns, int most) {
        this.samples = samples;
        this.from = from;
        this.columnWidth = (to - from) / columns;
        this.x = new double[most];
        this.y = new double[most];
    }

    /**
     * Reduces the part of a line between two places, and the next point on either side, so that the line runs out of
     * the picture. Values that are not finite are left out.
     *
     * @param columns the number of pixel columns between them, at least 1
     * @return at most 2 (columns + 2) + 2 points
     */
    public static ReducedLine reduce(PointSource samples, double from, double to, int columns) {
        if (columns < 1 || !(from < to)) {
            throw new IllegalArgumentException("no columns between " + from + " and " + to);
        }
        int first = Math.max(0, firstAtOrAfter(samples, from) - 1);
        int end = Math.min(samples.size(), firstAtOrAfter(samples, Math.nextUp(to)) + 1);
        Decimator decimator = new Decimator(samples, from, to, columns, 2 * (columns + 2) + 2);
        decimator.reduce(first, end);
        return new ReducedLine(Arrays.copyOf(decimator.x, decimator.size), Arrays.copyOf(decimator.y, decimator.size));
    }

    private static int firstAtOrAfter(PointSource samples, double place) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.x(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void reduce(int first, int end) {
        if (first < end) {
            add(samples.x(first), samples.value().applyAsDouble(first));
        }
        int start = first;
        for (int point = first; point < end; point++) {
            if (column(point) != column(start)) {
                addColumn(start, point);
                start = point;
            }
        }
        if (first < end) {
            addColumn(start, end);
            add(samples.x(end - 1), samples.value().applyAsDouble(end - 1));
        }
    }

    private double column(int point) {
        return Math.floor((samples.x(point) - from) / columnWidth);
    }

    /** Adds the least and the largest value of the points from start to before end. */
    private void addColumn(int start, int end) {
        int least = -1;
        int largest = -1;
        for (int point = start; point < end; point++) {
            if (Double.isFinite(samples.least(point)) && Double.isFinite(samples.largest(point))) {
                least = least < 0 || samples.least(point) < samples.least(least) ? point : least;
                largest = largest < 0 || samples.largest(point) > samples.largest(largest) ? point : largest;
            }
        }
        if (least < 0) {
            return;
        }
        if (least < largest || (least == largest && leastIsNearer(least))) {
            add(samples.x(least), samples.least(least));
            add(samples.x(largest), samples.largest(largest));
        } else {
            add(samples.x(largest), samples.largest(largest));
            add(samples.x(least), samples.least(least));
        }
    }

    private boolean leastIsNearer(int point) {
        return size == 0 || 2 * y[size - 1] < samples.least(point) + samples.largest(point);
    }

    private void add(double placeX, double value) {
        boolean again = size > 0 && x[size - 1] == placeX && y[size - 1] == value;
        if (Double.isFinite(value) && !again) {
            x[size] = placeX;
            y[size] = value;
            size++;
        }
    }
}
