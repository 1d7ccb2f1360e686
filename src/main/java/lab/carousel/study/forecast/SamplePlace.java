package lab.carousel.study.forecast;

/**
 * A step, and where it stands in the arrays of a series, all counted from 0.
 *
 * @param piece of the training part; the test part has the next number
 * @param time  the first of its time steps
 */
public record SamplePlace(int piece, int sample, int time, int step) {}
