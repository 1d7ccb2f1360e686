package lab.carousel.task.series;

import lab.carousel.text.Message;

/**
 * A predictor of a channel of a series that needs no network. Whatever it was found with is the training part alone.
 *
 * @param key   for files: what it is, and for one that was asked for how many values it sees, as in {@code line:13}
 * @param found how, for people
 * @param needs how many values before a place it must have
 */
public record SeriesFloor(String key, Message name, Message found, int needs, Rule rule) {

    /** The key of the floor that says the last value known. */
    public static final String ECHO = "echo";

    static final String MEAN = "mean";
    static final String LINE = "line";

    /** What is said of a target's value at a place, from values of the channels that are as many steps before as it is ahead. */
    @FunctionalInterface
    public interface Rule {

        /** @return NaN where a value is missing */
        double forecast(double[][] channels, int t);
    }

    public double forecast(double[][] channels, int t) {
        return rule.forecast(channels, t);
    }

    public boolean isEcho() {
        return key.equals(ECHO);
    }

    /** Whether it was fitted: without one of these nobody can tell whether a forecast is more than a straight line. */
    public boolean isLine() {
        return key.startsWith(LINE);
    }
}
