package lab.carousel.study.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.series.MeanInterval;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.TestPart;

/**
 * The root mean squared errors of many networks on a series, in its unit, beside those of the floors.
 *
 * @param half  of the 95 % interval of the mean
 * @param floors the echo, and the best that needs no network
 */
public record ForecastErrors(
        String unit, double mean, double half, double deviation, double least, double most, List<Beside> floors) {

    /**
     * Networks beside a floor.
     *
     * @param under how many have the smaller error
     */
    public record Beside(String name, double error, int under, int runs) {}

    /** Empty where no series is forecast, or fewer than two runs ended. */
    public static Optional<ForecastErrors> of(CellSummary summary) {
        return Series.of(summary.cell().experiment().task()).flatMap(series -> of(series, summary));
    }

    private static Optional<ForecastErrors> of(Series series, CellSummary summary) {
        double[] errors = summary.runs().stream()
                .flatMap(run -> run.end().stream())
                .mapToDouble(Evaluation::loss)
                .map(series::error)
                .toArray();
        if (errors.length < 2) {
            return Optional.empty();
        }
        double mean = Arrays.stream(errors).average().orElseThrow();
        double squares = Arrays.stream(errors)
                .map(error -> (error - mean) * (error - mean))
                .sum();
        double deviation = Math.sqrt(squares / (errors.length - 1));
        double half = MeanInterval.quantile(errors.length - 1) * deviation / Math.sqrt(errors.length);
        TestPart part = series.part();
        int best = IntStream.range(0, part.floors().size())
                .reduce((one, other) -> part.error(part.said()[other]) < part.error(part.said()[one]) ? other : one)
                .orElse(0);
        return Optional.of(new ForecastErrors(
                series.data().channels().get(series.feed().target()),
                mean,
                half,
                deviation,
                Arrays.stream(errors).min().orElseThrow(),
                Arrays.stream(errors).max().orElseThrow(),
                IntStream.of(0, best)
                        .distinct()
                        .mapToObj(floor -> beside(part, floor, errors))
                        .toList()));
    }

    private static Beside beside(TestPart part, int floor, double[] errors) {
        double error = part.error(part.said()[floor]);
        int under = (int) Arrays.stream(errors).filter(each -> each < error).count();
        return new Beside(part.floors().get(floor).name().text(), error, under, errors.length);
    }
}
