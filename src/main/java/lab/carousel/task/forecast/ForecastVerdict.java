package lab.carousel.task.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * What a forecast one step ahead is worth on the test part, beside the floors of those who need no network.
 *
 * @param against     each floor by its name, and how much smaller the squared error of the forecast is
 * @param isEcho      whether it lies near the value before without telling more than that
 * @param isConstant  whether it is always nearly the same
 */
public record ForecastVerdict(Kind kind, List<ErrorDifference> against, boolean echoes, boolean constant) {

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

    /** Judges forecasts of some values. @param echo its place among the floors */
    public static ForecastVerdict of(
            double[] truth, double[] last, double[] forecast, List<double[]> floors, int echo) {
        List<ErrorDifference> against = new ArrayList<>();
        for (double[] floor : floors) {
            double[] differences = new double[forecast.length];
            for (int t = 0; t < differences.length; t++) {
                double own = forecast[t] - truth[t];
                double others = floor[t] - truth[t];
                differences[t] = own * own - others * others;
            }
            against.add(ErrorDifference.of(differences));
        }
        ErrorDifference echoes = against.get(echo);
        return new ForecastVerdict(
                kind(echoes, against),
                against,
                echoes.steps() >= ErrorDifference.LEAST_STEPS && !echoes.isBetter() && isEcho(truth, last, forecast),
                spread(forecast) < SAME * spread(truth));
    }

    private static Kind kind(ErrorDifference echo, List<ErrorDifference> against) {
        if (echo.steps() < ErrorDifference.LEAST_STEPS) {
            return Kind.TOO_FEW;
        }
        if (against.stream().allMatch(ErrorDifference::isBetter)) {
            return Kind.FORECASTS;
        }
        return echo.isBetter() ? Kind.BETTER_THAN_ECHO : echo.isWorse() ? Kind.WORSE : Kind.NOT_SHOWN_BETTER;
    }

    /**
     * Whether it lies nearer to the last value than to the truth, and the move it foretells is not shown to go with that of the truth
     * (Clark and West 2007): an optimal forecast of a slow series lies near the last value, too.
     */
    private static boolean isEcho(double[] truth, double[] before, double[] forecast) {
        double toLast = 0;
        double toTruth = 0;
        double[] moves = new double[forecast.length];
        for (int t = 0; t < moves.length; t++) {
            double last = before[t];
            double move = forecast[t] - last;
            toLast += move * move;
            toTruth += (forecast[t] - truth[t]) * (forecast[t] - truth[t]);
            moves[t] = move * (truth[t] - last);
        }
        ErrorDifference together = ErrorDifference.of(moves);
        return toLast < toTruth && !(together.mean() - together.half() > 0);
    }

    private static double spread(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
