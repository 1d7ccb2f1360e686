package lab.carousel.drawing.chart;

/** The points of a reduced line, x ascending. */
public record ReducedLine(double[] x, double[] y) {}
