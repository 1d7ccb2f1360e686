package lab.carousel.drawing.chart;

import java.awt.geom.Path2D;
import java.util.Arrays;

/** Makes a path of a line. It has no more points than pixels can show, and a gap where there is no value. */
final class LinePath {

    /** A line through the least and the largest value of a column needs two. */
    private static final int POINTS_PER_COLUMN = 4;

    private static final int MANY = 10_000;

    private final Plot plot;

    LinePath(Plot plot) {
        this.plot = plot;
    }

    /** A line through points, from left to right. */
    Path2D through(double[] x, double[] y) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, Math.max(1, Math.min(x.length, MANY)));
        int start = 0;
        while (start < x.length) {
            int end = start;
            while (end < x.length && Double.isFinite(y[end])) {
                end++;
            }
            append(path, Arrays.copyOfRange(x, start, end), Arrays.copyOfRange(y, start, end));
            start = end + 1;
        }
        return path;
    }

    private void append(Path2D path, double[] x, double[] y) {
        int columns = (int) Math.max(1, plot.area().getWidth());
        boolean reduces =
                x.length > POINTS_PER_COLUMN * columns && plot.across().kind() != ChartAxis.AxisKind.LOGARITHMIC;
        Decimator.ReducedLine line = reduces
                ? Decimator.reduce(
                        Decimator.PointSource.of(x, y),
                        plot.across().from(),
                        plot.across().to(),
                        columns)
                : new Decimator.ReducedLine(x, y);
        for (int point = 0; point < line.x().length; point++) {
            double pointX = plot.x(line.x()[point]);
            double pointY = plot.y(line.y()[point]);
            if (point == 0) {
                path.moveTo(pointX, pointY);
            } else {
                path.lineTo(pointX, pointY);
            }
        }
    }
}
