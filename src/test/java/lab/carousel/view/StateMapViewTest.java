package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

class StateMapViewTest {

    private static Choice colour(Experiment experiment) {
        return new StateMapView()
                .choices(experiment).stream()
                        .filter(choice -> choice.name().equals("colour"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aSeriesIsColouredByTimeAndSymbolsByThemselves() {
        Experiment series = new Experiment(
                Series.task(
                        ShippedSeries.SINE.data(),
                        SeriesFeed.of(ShippedSeries.SINE.data().size())),
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
        assertThat(colour(series).first()).isEqualTo("TIME");
        assertThat(colour(series).options())
                .extracting(Option::value)
                .contains("TIME")
                .doesNotContain("STEP");
        assertThat(colour(Experiment.reference()).first()).isEqualTo("SYMBOL");
        assertThat(colour(Experiment.reference()).options())
                .extracting(Option::value)
                .contains("STEP")
                .doesNotContain("TIME");
    }
}
