package lab.carousel.study.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreeForecastTest {

    private static final SeriesData AIRLINE = ShippedSeries.AIRLINE.data();
    private static final int TRAIN = 96;

    private static Experiment experiment(SeriesFeed feed, UnaryOperator<Hyperparameters> change) {
        Hyperparameters linear = Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR);
        return new Experiment(Series.task(AIRLINE, feed), change.apply(linear), EngineName.KERNEL);
    }

    private static SeriesFeed feed(FedValues fed) {
        return SeriesFeed.of(AIRLINE.size()).withPeriod(12).with(fed);
    }

    private static FreeForecast free(Experiment experiment) {
        return FreeForecast.of(
                experiment, Series.of(experiment.task()).orElseThrow(), InitialParameters.of(experiment));
    }

    /** It runs from each row from the last one of the training part to 24 before the end: one row ahead it is not free yet. */
    @ParameterizedTest
    @EnumSource(FedValues.class)
    void oneRowAheadItsErrorIsThatOfTheTrueValues(FedValues fed) {
        for (int lag : new int[] {1, 3}) {
            Experiment experiment = experiment(feed(fed), values -> values.with(Settings.LAG, lag));
            Series series = Series.of(experiment.task()).orElseThrow();
            Parameters parameters = InitialParameters.of(experiment);
            FedNetwork network = FedNetwork.of(experiment, parameters);
            double squares = 0;
            for (int row = TRAIN; row <= 120; row++) {
                int step = row - series.wantedRow(0);
                double said = network.sample().predicted(0, step).number(0);
                double off = series.forecast(step, said) - series.target()[row];
                squares += off * off;
            }
            FreeForecast free = free(experiment);
            assertThat(free.origins()).isEqualTo(25);
            assertThat(free.errors()[0]).isCloseTo(Math.sqrt(squares / 25), within(1e-9));
        }
    }

    @Test
    void theEchoOfMoreRowsSaysTheLastTrueValue() {
        double[] values = AIRLINE.values()[0];
        FreeForecast.FloorErrors echo = free(experiment(feed(FedValues.VALUES), values2 -> values2))
                .floors()
                .get(0);
        assertThat(echo.key()).isEqualTo("echo");
        for (int ahead : new int[] {1, 12, 24}) {
            double squares = IntStream.rangeClosed(TRAIN - 1, 119)
                    .mapToDouble(origin -> Math.pow(values[origin + ahead] - values[origin], 2))
                    .sum();
            assertThat(echo.errors()[ahead - 1]).isCloseTo(Math.sqrt(squares / 25), within(1e-9));
        }
    }

    /** A network whose outputs are 0 forecasts the mean move of the training part: a straight line from each origin. */
    @Test
    void aNetworkThatSaysNothingOfDifferencesRunsOnInALine() {
        Experiment experiment = experiment(feed(FedValues.DIFFERENCES), values -> values);
        Series series = Series.of(experiment.task()).orElseThrow();
        Parameters nothing = Parameters.of(
                experiment.layout(), new double[experiment.layout().size()]);
        double[] values = AIRLINE.values()[0];
        // The first difference that is wanted is that of the third row
        double rise = (values[TRAIN - 1] - values[1]) / (TRAIN - 2);
        FreeForecast free = FreeForecast.of(experiment, series, nothing);
        double squares = IntStream.rangeClosed(TRAIN - 1, 119)
                .mapToDouble(origin -> Math.pow(values[origin] + 10 * rise - values[origin + 10], 2))
                .sum();
        assertThat(free.errors()[9]).isCloseTo(Math.sqrt(squares / 25), within(1e-9));
    }

    @Test
    void nothingRunsFreeWithSeveralColumnsRowsAheadOrSlots() {
        Experiment far = experiment(feed(FedValues.VALUES).withAhead(2), values -> values);
        Experiment slots = experiment(feed(FedValues.VALUES), values -> values.with(Settings.BATCH_SIZE, 2));
        double[] values = AIRLINE.values()[0];
        SeriesData two = new SeriesData(SeriesData.OWN, List.of("a", "b"), new double[][] {values, values}, List.of());
        Experiment columns =
                new Experiment(Series.task(two, feed(FedValues.VALUES)), far.hyperparameters(), EngineName.KERNEL);
        for (Experiment refused : List.of(far, slots, columns)) {
            Series series = Series.of(refused.task()).orElseThrow();
            assertThat(FreeForecast.obstacle(refused, series)).isPresent();
        }
        Experiment one = experiment(feed(FedValues.VALUES), values2 -> values2);
        assertThat(FreeForecast.obstacle(one, Series.of(one.task()).orElseThrow()))
                .isEmpty();
    }
}
