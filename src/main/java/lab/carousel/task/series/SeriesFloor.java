package lab.carousel.task.series;

import java.util.Arrays;

/** A predictor of the next value of a series that needs no network. What it was found with is the training part alone. */
public interface SeriesFloor {

    /** How many values it must have seen. */
    int needs();

    /** What it says of the value at a place, counted from 0, from those before. */
    double forecast(double[] values, int t);

    /** The mean of the training part. */
    static SeriesFloor mean(double[] values, int train) {
        double mean = Arrays.stream(values, 0, train).average().orElseThrow();
        return of(0, (all, t) -> mean);
    }

    /** The value before. */
    static SeriesFloor echo() {
        return season(1);
    }

    /** The value one period before. */
    static SeriesFloor season(int period) {
        return of(period, (all, t) -> all[t - period]);
    }

    /** The same, and as much more as values of the training part are on average over those one period before. */
    static SeriesFloor seasonWithDrift(double[] values, int train, int period) {
        double drift = 0;
        for (int t = period; t < train; t++) {
            drift += (values[t] - values[t - period]) / (train - period);
        }
        double each = drift;
        return of(period, (all, t) -> all[t - period] + each);
    }

    private static SeriesFloor of(int needs, Forecast forecast) {
        return new SeriesFloor() {
            @Override
            public int needs() {
                return needs;
            }

            @Override
            public double forecast(double[] values, int t) {
                return forecast.of(values, t);
            }
        };
    }

    /** The root of the mean squared error over the values from a place on. */
    default double rootMeanSquaredError(double[] values, int from) {
        double sum = 0;
        for (int t = from; t < values.length; t++) {
            double off = forecast(values, t) - values[t];
            sum += off * off;
        }
        return Math.sqrt(sum / (values.length - from));
    }

    /** What is said at a place. */
    @FunctionalInterface
    interface Forecast {

        double of(double[] values, int t);
    }
}
