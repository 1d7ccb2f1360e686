package lab.carousel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.export.Exporter.ExportFile;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.selection.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExporterTest {

    private final Notices notices = new Notices();
    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private final Exporter exporter = exporter(Optional.empty());

    private Exporter exporter(Optional<Snapshot> shown) {
        return new Exporter(
                new FileAccess(Background.synchronous(), Background.DISK, dialogs, notices),
                () -> shown,
                () -> false,
                () -> Colours.values()[0],
                Optional::empty,
                experiment -> Optional.empty());
    }

    @Test
    void whatIsNoPictureNeedsTheNetworkThatIsStillPrepared() {
        Stream.<Runnable>of(
                        () -> exporter.export(ExportFile.of(TrainOutput.STATES, "states", ".csv", "states.csv")),
                        () -> exporter.copyLink(new Selection()),
                        () -> exporter.copyCommand(Optional.empty(), "", List.of()))
                .forEach(export -> {
                    export.run();
                    assertThat(notices.shownProperty().get().orElseThrow().words())
                            .isEqualTo("The network is still being prepared. Try again in a moment.");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "airline, REPORT, report, .html, airline-report.html",
        "airline, STATES, states, .csv, airline-states.csv",
        "tutorial, REPORT, report, .html, report.html"
    })
    void aFileIsNamedAfterTheSeriesThatIsForecast(
            String preset, TrainOutput output, String name, String ending, String offered) {
        Experiment experiment = Presets.preset(preset).experiment();
        exporter(Optional.of(SampleSnapshot.of(experiment, 1)))
                .export(ExportFile.of(output, name, ending, name + ending));
        assertThat(dialogs.offered).isEqualTo(offered);
    }

    @Test
    void anExperimentThatOnlyAFileCanSayIsNamedAfterItsSeriesToo() {
        Experiment airline = Presets.preset("airline").experiment();
        Experiment own = new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(100)),
                airline.hyperparameters(),
                airline.engine());
        exporter(Optional.of(SampleSnapshot.of(own, 1))).copyCommand(Optional.empty(), "", List.of());
        assertThat(dialogs.offered).isEqualTo("airline-experiment.carousel");
    }
}
