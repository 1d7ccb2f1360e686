package lab.carousel.study.forecast;

import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.task.series.ErrorDifference;
import lab.carousel.task.series.MeanInterval;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Whether a forecast is in other units than the truth: then its errors say nothing. */
final class ForecastScale {

    private static final double TIMES = 4;
    private static final double LEAST_EXPLAINED = 0.5;
    /** A constant lag is no other unit, nor is a slope that few rows put a little off 1. */
    private static final double LEAST_OFF = 0.1;

    private ForecastScale() {}

    /**
     * A sentence with the best straight map of the forecast, if its slope is clearly not 1 and its squared error is far less than that of
     * the forecast and explains half of the variance. A forecast as good as the echo is in the units of the truth.
     */
    static Optional<Message> of(TestPart part) {
        int n = part.truth().length;
        double error = part.error(part.forecast());
        if (n < ErrorDifference.LEAST_STEPS || !(error > part.error(part.said()[0])) || !(part.variance() > 0)) {
            return Optional.empty();
        }
        double forecastMean =
                IntStream.range(0, n).mapToDouble(t -> part.forecast()[t]).sum() / n;
        double truthMean =
                IntStream.range(0, n).mapToDouble(t -> part.truth()[t]).sum() / n;
        double squares = 0;
        double products = 0;
        for (int t = 0; t < n; t++) {
            double off = part.forecast()[t] - forecastMean;
            squares += off * off;
            products += off * (part.truth()[t] - truthMean);
        }
        if (!(squares > 0)) {
            return Optional.empty();
        }
        double slope = products / squares;
        double constant = truthMean - slope * forecastMean;
        double[] map = IntStream.range(0, n)
                .mapToDouble(t -> constant + slope * part.forecast()[t])
                .toArray();
        double mean = squares / n;
        double half = MeanInterval.of(IntStream.range(0, n)
                        .mapToDouble(t -> (part.forecast()[t] - forecastMean) * (part.truth()[t] - map[t]) / mean)
                        .toArray())
                .half();
        double mapped = part.error(map);
        boolean isOther = Math.abs(slope - 1) > Math.max(half, LEAST_OFF)
                && error * error > TIMES * mapped * mapped
                && mapped * mapped <= (1 - LEAST_EXPLAINED) * part.variance();
        return isOther
                ? Optional.of(Message.of("forecast.scale", NumberText.loss(slope), NumberText.loss(constant)))
                : Optional.empty();
    }
}
