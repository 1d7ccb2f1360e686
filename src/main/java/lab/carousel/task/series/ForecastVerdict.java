package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a forecast one step ahead is worth on the test part, beside the floors of those who need no network.
 *
 * @param against     each floor by its name, and how much smaller the squared error of the forecast is
 * @param isEcho      whether it lies near the value before without telling more than that
 * @param isConstant  whether it is always nearly the same
 */
public record ForecastVerdict(Kind kind, Map<String, ErrorDifference> against, boolean isEcho, boolean isConstant) {

    /** The name of the floor that says the value before. */
    public static final String ECHO = "echo";

    private static final double SAME = 0.1;

    /** From the best to the worst. */
    public enum Kind {
        /** Better than every floor. */
        FORECASTS,
        /** Better than the echo, but not than all floors. */
        BETTER_THAN_ECHO,
        NOT_SHOWN_BETTER,
        WORSE,
        /** Too few steps to tell. */
        TOO_FEW
    }

    /**
     * Judges a forecast of the values from a place on.
     *
     * @param floors   by their names, {@link #ECHO} among them
     * @param forecast of these values alone
     */
    public static ForecastVerdict of(double[] values, int from, double[] forecast, Map<String, SeriesFloor> floors) {
        Map<String, ErrorDifference> against = new LinkedHashMap<>();
        floors.forEach((name, floor) -> {
            double[] differences = new double[forecast.length];
            for (int t = 0; t < differences.length; t++) {
                double own = forecast[t] - values[from + t];
                double others = floor.forecast(values, from + t) - values[from + t];
                differences[t] = own * own - others * others;
            }
            against.put(name, ErrorDifference.of(differences));
        });
        ErrorDifference echo = against.get(ECHO);
        if (echo == null) {
            throw new IllegalArgumentException("the echo is among the floors");
        }
        return new ForecastVerdict(
                kind(echo, against),
                against,
                !echo.isBetter() && isEcho(values, from, forecast),
                spread(forecast, 0, forecast.length) < SAME * spread(values, from, from + forecast.length));
    }

    private static Kind kind(ErrorDifference echo, Map<String, ErrorDifference> against) {
        if (echo.steps() < ErrorDifference.LEAST_STEPS) {
            return Kind.TOO_FEW;
        }
        if (against.values().stream().allMatch(ErrorDifference::isBetter)) {
            return Kind.FORECASTS;
        }
        return echo.isBetter() ? Kind.BETTER_THAN_ECHO : echo.isWorse() ? Kind.WORSE : Kind.NOT_SHOWN_BETTER;
    }

    /** The floors that it is not shown to be better than. */
    public List<String> notBeaten() {
        List<String> names = new ArrayList<>();
        against.forEach((name, difference) -> {
            if (!difference.isBetter()) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Whether it lies nearer to the last value than to the truth, and the move it foretells is not shown to go with that of the truth
     * (Clark and West 2007): an optimal forecast of a slow series lies near the last value, too.
     */
    private static boolean isEcho(double[] values, int from, double[] forecast) {
        double toLast = 0;
        double toTruth = 0;
        double[] moves = new double[forecast.length];
        for (int t = 0; t < moves.length; t++) {
            double last = values[from + t - 1];
            double move = forecast[t] - last;
            toLast += move * move;
            toTruth += (forecast[t] - values[from + t]) * (forecast[t] - values[from + t]);
            moves[t] = move * (values[from + t] - last);
        }
        ErrorDifference together = ErrorDifference.of(moves);
        return toLast < toTruth && !(together.mean() - together.half() > 0);
    }

    private static double spread(double[] values, int from, int to) {
        double mean = 0;
        for (int t = from; t < to; t++) {
            mean += values[t] / (to - from);
        }
        double squares = 0;
        for (int t = from; t < to; t++) {
            squares += (values[t] - mean) * (values[t] - mean);
        }
        return Math.sqrt(squares / (to - from));
    }
}
