package lab.carousel.task.series;

import java.util.Arrays;

/**
 * Where values lie and how far apart.
 *
 * @param spread their standard deviation, by their number
 */
record Scale(double mean, double spread) {

    /** @param values NaN where one is missing; both numbers are NaN if all are */
    static Scale of(double[] values) {
        double first = Double.NaN;
        double sum = 0;
        int count = 0;
        // Measured from the first value: where all are equal the mean is that one to the last digit, and the spread 0
        for (double value : values) {
            if (!Double.isNaN(value)) {
                first = count == 0 ? value : first;
                sum += value - first;
                count++;
            }
        }
        double mean = first + sum / count;
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        return new Scale(mean, Math.sqrt(squares / count));
    }

    /** Of some of the values; the spread is 1 where all are equal. */
    static Scale of(double[] values, int from, int to) {
        Scale scale = of(Arrays.copyOfRange(values, from, to));
        return scale.spread > 0 ? scale : new Scale(scale.mean, 1);
    }

    /** A value as a number of mean 0 and spread 1. */
    double fed(double value) {
        return (value - mean) / spread;
    }

    double told(double number) {
        return mean + spread * number;
    }

    double variance() {
        return spread * spread;
    }
}
