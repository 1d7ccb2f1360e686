package lab.carousel.drawing.chart;

import java.util.function.IntToDoubleFunction;

/** The points of a line, in ascending order of x. A point may stand for several values: a least and a largest. */
public record PointSource(
        int size,
        IntToDoubleFunction x,
        IntToDoubleFunction value,
        IntToDoubleFunction least,
        IntToDoubleFunction largest) {

    public static PointSource of(double[] x, double[] y) {
        IntToDoubleFunction value = point -> y[point];
        return new PointSource(x.length, point -> x[point], value, value, value);
    }

    double x(int point) {
        return x.applyAsDouble(point);
    }

    double least(int point) {
        return least.applyAsDouble(point);
    }

    double largest(int point) {
        return largest.applyAsDouble(point);
    }
}
