package lab.carousel.task.series;

/**
 * A forecast beside a floor.
 *
 * @param error      the root of the floor's mean squared error
 * @param isExact    whether that is nothing but rounding
 * @param difference how much smaller the squared error of the forecast is
 */
public record BesideFloor(SeriesFloor floor, double error, boolean isExact, ErrorDifference difference) {}
