package lab.carousel.task.series;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a series on which a forecast and the floors are judged: those for which the forecast and all values that any of them
 * needs exist. Nothing is interpolated.
 *
 * @param places   in the series, counted from 0
 * @param truth    there
 * @param last     the value that was known there
 * @param forecast empty if there is none, and the floors alone are looked at
 * @param said     by each floor
 */
public record TestPart(
        int[] places, double[] truth, double[] last, double[] forecast, List<SeriesFloor> floors, double[][] said) {

    public TestPart {
        floors = List.copyOf(floors);
    }

    /**
     * The steps of a series from a place to before another one.
     *
     * @param forecast by place in the series; NaN where there is none; of no length if there is none at all
     * @param floors   the echo first
     */
    public static TestPart of(
            double[][] channels, int target, int from, int to, double[] forecast, List<SeriesFloor> floors) {
        int needs = floors.stream().mapToInt(SeriesFloor::needs).max().orElse(0);
        double[][] all = floors.stream()
                .map(floor -> IntStream.range(0, to)
                        .mapToDouble(t -> t < Math.max(from, needs) ? Double.NaN : floor.forecast(channels, t))
                        .toArray())
                .toArray(double[][]::new);
        int[] places = IntStream.range(Math.max(from, needs), to)
                .filter(t -> !Double.isNaN(channels[target][t]))
                .filter(t -> forecast.length == 0 || !Double.isNaN(forecast[t]))
                .filter(t -> IntStream.range(0, all.length).noneMatch(floor -> Double.isNaN(all[floor][t])))
                .toArray();
        double[][] said = new double[all.length][];
        for (int floor = 0; floor < said.length; floor++) {
            said[floor] = at(places, all[floor]);
        }
        return new TestPart(
                places,
                at(places, channels[target]),
                said[0],
                forecast.length == 0 ? forecast : at(places, forecast),
                floors,
                said);
    }

    /** The same with a forecast, by place in the series. */
    public TestPart with(double[] other) {
        return new TestPart(places, truth, last, at(places, other), floors, said);
    }

    private static double[] at(int[] places, double[] values) {
        return IntStream.of(places).mapToDouble(t -> values[t]).toArray();
    }

    public boolean hasForecast() {
        return forecast.length > 0;
    }

    /** The root of the mean squared error of what is said. */
    public double error(double[] values) {
        return Math.sqrt(squaredError(values));
    }

    double squaredError(double[] values) {
        double sum = 0;
        for (int t = 0; t < truth.length; t++) {
            sum += (values[t] - truth[t]) * (values[t] - truth[t]);
        }
        return sum / truth.length;
    }

    /** The variance of the truth. */
    public double variance() {
        return Scale.of(truth).variance();
    }

    /** How much smaller the squared errors of some values are than those of others. */
    public ErrorDifference difference(double[] values, double[] others) {
        double[] differences = new double[truth.length];
        for (int t = 0; t < differences.length; t++) {
            double own = values[t] - truth[t];
            double other = others[t] - truth[t];
            differences[t] = own * own - other * other;
        }
        return ErrorDifference.of(differences, variance());
    }

    /** The share of steps in which some values are nearer to the truth than others; where they are as near, half a step. */
    MeanInterval nearer(double[] values, double[] others) {
        return MeanInterval.of(IntStream.range(0, truth.length)
                .mapToDouble(t -> Math.signum(Math.abs(others[t] - truth[t]) - Math.abs(values[t] - truth[t])))
                .map(sign -> (1 + sign) / 2)
                .toArray());
    }
}
