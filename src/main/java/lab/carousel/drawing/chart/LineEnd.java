package lab.carousel.drawing.chart;

import org.jspecify.annotations.Nullable;

/**
 * The end of a line.
 *
 * @param style its look; null for words alone
 */
public record LineEnd(String name, double x, double y, @Nullable LineStyle style) {}
