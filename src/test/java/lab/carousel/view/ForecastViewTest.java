package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

class ForecastViewTest {

    private final ForecastView view = new ForecastView();

    private static Experiment airline(SeriesFeed feed) {
        Hyperparameters linear =
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR).with(Settings.EPOCHS, 2);
        return new Experiment(Series.task(ShippedSeries.AIRLINE.data(), feed), linear, EngineName.KERNEL);
    }

    private Chosen chosen(Experiment experiment, String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            values.put(pairs[pair], pairs[pair + 1]);
        }
        return Chosen.of(view, experiment, values);
    }

    @Test
    void saysNothingOfATaskThatIsNoSeries() {
        assertThat(view.obstacle(Experiment.reference())).isPresent();
        assertThat(view.obstacle(airline(SeriesFeed.of(144)))).isEmpty();
    }

    /** A network that says 0 of differences: the last value and the mean rise. Its cloud lies beside the diagonal at the last value. */
    @Test
    void anEchoLiesOnTheSecondCloud() {
        Experiment experiment = airline(SeriesFeed.of(144).with(FedValues.DIFFERENCES));
        Parameters nothing = Parameters.of(
                experiment.layout(), new double[experiment.layout().size()]);
        Drawing clouds = view.answer(Look.of(experiment, nothing, 0), chosen(experiment, "shown", "CLOUDS"))
                .drawing();
        String[] lines = clouds.csv().split("\r?\n");
        assertThat(lines[0]).isEqualTo("row,truth,last,forecast");
        assertThat(lines).hasSize(49);
        double[] values = ShippedSeries.AIRLINE.data().values()[0];
        double rise = (values[95] - values[1]) / 94;
        for (int line = 1; line < lines.length; line++) {
            String[] fields = lines[line].split(",");
            assertThat(Double.parseDouble(fields[3]) - Double.parseDouble(fields[2]))
                    .isCloseTo(rise, within(1e-9));
            assertThat(Double.parseDouble(fields[1])).isEqualTo(values[95 + line]);
        }
        assertThat(lines[1]).startsWith("1957-01,315.0,306.0,");
    }

    @Test
    void theSelectedRowIsTheStepThatForetellsIt() {
        Experiment experiment = airline(SeriesFeed.of(144));
        Answer answer = view.answer(Look.of(experiment, InitialParameters.of(experiment), 0), chosen(experiment));
        var hit = answer.drawing().at(900, 200, 960, 560).orElseThrow();
        assertThat(answer.selected(hit).orElseThrow().step().orElseThrow().number())
                .isEqualTo(hit.column());
    }

    @Test
    void aLeakIsNamedAndWhatItEarnsIsFoundByTrainingWithout() {
        Experiment honest = airline(SeriesFeed.of(144));
        Look look = Look.of(honest, InitialParameters.of(honest), 0);
        assertThat(view.job(look, chosen(honest))).isEmpty();
        assertThat(view.answer(look, chosen(honest)).sentences()).containsEntry("warning", "");
        Experiment leaking = airline(SeriesFeed.of(144).with(Leak.SCALER));
        Look leaked = Look.of(leaking, InitialParameters.of(leaking), 0);
        assertThat(view.answer(leaked, chosen(leaking)).sentences().get("warning"))
                .startsWith("LEAK: ")
                .doesNotContain("earned");
        view.job(leaked, chosen(leaking)).orElseThrow().run(share -> {}, () -> false);
        assertThat(view.answer(leaked, chosen(leaking)).sentences().get("warning"))
                .contains("What it earned this network: an error of ");
    }

    @Test
    void tellsNoErrorOfANetworkThatLearnedNothing() {
        Experiment experiment = airline(SeriesFeed.of(144));
        Parameters parameters = InitialParameters.of(experiment);
        assertThat(view.answer(Look.of(experiment, parameters, 0), chosen(experiment))
                        .sentences()
                        .get("errors"))
                .isEqualTo("Root mean squared error over 48 rows: echo 48.04, the best without a network: "
                        + "line of 13 differences 13.07, line of 14 values 13.14.");
        assertThat(view.answer(Look.of(experiment, parameters, 1), chosen(experiment))
                        .sentences()
                        .get("errors"))
                .startsWith("Root mean squared error over 48 rows: forecast ");
    }
}
