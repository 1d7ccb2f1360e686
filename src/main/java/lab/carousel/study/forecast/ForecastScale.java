package lab.carousel.study.forecast;

import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.task.series.TestPart;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Whether a forecast is in other units than the truth: then its errors say nothing. */
final class ForecastScale {

    private static final double TIMES = 4;
    private static final double LEAST_EXPLAINED = 0.5;
    /** Of the variance: a forecast without error is in the truth's units. */
    private static final double ROUNDING = 1e-12;

    private ForecastScale() {}

    /** A sentence with the best straight map of the forecast, if its squared error is far less and explains half of the variance. */
    static Optional<Message> of(TestPart part) {
        int n = part.truth().length;
        double forecastMean =
                IntStream.range(0, n).mapToDouble(t -> part.forecast()[t] / n).sum();
        double truthMean =
                IntStream.range(0, n).mapToDouble(t -> part.truth()[t] / n).sum();
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
        double error = part.error(part.forecast());
        double mapped = part.error(IntStream.range(0, n)
                .mapToDouble(t -> constant + slope * part.forecast()[t])
                .toArray());
        double variance = part.variance();
        boolean isOther = error * error > Math.max(TIMES * mapped * mapped, ROUNDING * variance)
                && mapped * mapped <= (1 - LEAST_EXPLAINED) * variance;
        return isOther && n > 2
                ? Optional.of(Message.of("forecast.scale", NumberText.loss(slope), NumberText.loss(constant)))
                : Optional.empty();
    }
}
