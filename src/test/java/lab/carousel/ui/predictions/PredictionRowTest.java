package lab.carousel.ui.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

class PredictionRowTest {

    private final Experiment experiment = Experiment.reference();
    private final Task task = experiment.task();
    private final Traces traces = traces(experiment);

    @Test
    void listsEachSequenceWithItsSteps() {
        List<PredictionRow> rows = PredictionRow.of(task.supply(), traces);
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0).isHead()).isTrue();
        assertThat(rows.get(0).named()).isEqualTo(task.alphabet().symbols());
        assertThat(rows.get(5).isHead()).isTrue();
        assertThat(rows.get(5).head()).isEqualTo("Sequence 2");
        assertThat(rows).filteredOn(PredictionRow::isHead).hasSize(2);
    }

    @Test
    void tellsOfEachStepWhatTheTraceHas() {
        PredictionRow last = PredictionRow.of(task.supply(), traces).get(9);
        int predicted = traces.predicted(7).index();
        assertThat(last.step().number()).isEqualTo(4);
        assertThat(last.input()).isEqualTo("2");
        assertThat(last.expected()).isEqualTo("4");
        assertThat(last.predicted()).isEqualTo(task.alphabet().symbol(predicted));
        assertThat(last.traces().isDeciding(last.column())).isTrue();
        assertThat(last.outputs()).isEqualTo(traces.outputs(7));
        assertThat(last.mark()).isEqualTo(predicted == 4 ? "✓" : "✘");
    }

    @Test
    void aStepWithoutAnErrorSignalHasNoMark() {
        Experiment lastOnly =
                experiment.with(experiment.hyperparameters().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        List<PredictionRow> rows = PredictionRow.of(
                task.supply(), Traces.of(lastOnly, InitialParameters.of(lastOnly), ColumnWindow.START));
        for (int step = 1; step <= 3; step++) {
            PredictionRow row = rows.get(step);
            assertThat(row.mark()).isEmpty();
            assertThat(row.words()).contains("does not count");
        }
        PredictionRow last = rows.get(4);
        assertThat(last.mark()).isEqualTo(last.isRight() ? "✓" : "✘");
    }

    @Test
    void leavesTheNamesOutWhereTheyWouldNotFit() {
        Task large = Task.parse("0 1 2 3 4 5 6 7 8 9 a b c", "0 1 c");
        Traces wide = traces(new Experiment(large, experiment.hyperparameters(), experiment.engine()));
        assertThat(PredictionRow.of(large.supply(), wide).get(0).named()).isEmpty();
    }

    @Test
    void aTargetWithoutAnOutputHasNone() {
        Task drawn = Task.drawn(NoisyGap.of(20, 2));
        List<PredictionRow> rows = PredictionRow.of(
                drawn.supply(), traces(new Experiment(drawn, experiment.hyperparameters(), experiment.engine())));

        assertThat(rows.get(0).named()).containsExactly("x", "y");
        PredictionRow first = rows.get(1);
        assertThat(first.input()).isEqualTo("b");
        PredictionRow second = rows.get(2);
        assertThat(second.expected()).startsWith("a");
        assertThat(second.outputs()).hasSize(2);
    }

    @Test
    void aRowOfASeriesIsToldInItsUnit() {
        Experiment airline = new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)),
                experiment.hyperparameters().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
        List<PredictionRow> rows = PredictionRow.of(airline.task().supply(), traces(airline));
        PredictionRow first = rows.get(1);
        assertThat(first.named())
                .as("a bar would be on the scale of the network")
                .isEmpty();
        assertThat(first.input()).isEqualTo("112");
        assertThat(first.expected()).isEqualTo("118");
        assertThat(first.words())
                .isEqualTo("1949-01, value 112: then 118, forecast " + first.predicted() + ", does not count");
        PredictionRow last = rows.get(143);
        assertThat(last.words())
                .startsWith("1960-11, value 390: then 432, forecast ")
                .contains("nearer than the echo");
    }

    private static Traces traces(Experiment experiment) {
        int columns = experiment.task().steps();
        return Traces.of(experiment, InitialParameters.of(experiment), new ColumnWindow(0, columns));
    }
}
