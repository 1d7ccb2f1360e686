package lab.carousel.task.series;

import java.util.Arrays;

/** Between which numbers the values that are known lie when they are fed: where these are small a network hardly bends. */
public enum Scaling {
    /** Mean 0 and deviation 1. */
    STANDARD,
    /** The least is 0 and the greatest 1. */
    UNIT,
    /** The least is -1 and the greatest 1. */
    SYMMETRIC;

    /** That of some of the values; the spread is 1 where all are equal. */
    Scale of(double[] values, int from, int to) {
        Scale scale = Scale.of(values, from, to);
        double least = Arrays.stream(values, from, to).min().orElse(0);
        double range = Arrays.stream(values, from, to).max().orElse(0) - least;
        if (this == STANDARD || range == 0) {
            return scale;
        }
        return this == UNIT ? new Scale(least, range) : new Scale(least + range / 2, range / 2);
    }
}
