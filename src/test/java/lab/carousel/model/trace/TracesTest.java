package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TracesTest {

    private final Snapshot snapshot = SampleSnapshot.reference(100);

    private Traces traces(ColumnWindow window) {
        return Traces.of(snapshot.experiment(), snapshot.parameters(), window);
    }

    private Trace whole(int sequence) {
        return Trace.of(
                snapshot.parameters(),
                snapshot.experiment().hyperparameters(),
                snapshot.experiment().task().encoded()[sequence]);
    }

    @Test
    void showsAllSequencesSideBySide() {
        Traces traces = traces(ColumnWindow.START);
        assertThat(traces.columns()).isEqualTo(8);
        assertThat(traces.units()).isEqualTo(20);
        assertThat(traces.window()).isEqualTo(new ColumnWindow(0, 8));
        assertThat(traces.stretches()).extracting(TracedSequence::sequence).containsExactly(0, 1);
        assertThat(traces.step(3)).isEqualTo(new Step(0, 4, 2, 3));
        assertThat(traces.step(7)).isEqualTo(new Step(1, 4, 2, 4));
        for (int column = 0; column < 8; column++) {
            assertThat(traces.isDeciding(column)).isEqualTo(column == 3 || column == 7);
        }
    }

    @Test
    void aWindowThatCutsSequencesShowsTheSameValues() {
        Traces traces = traces(new ColumnWindow(2, 4));
        assertThat(traces.columns()).isEqualTo(4);
        assertThat(traces.step(0)).isEqualTo(new Step(0, 3, 1, 2));
        assertThat(traces.step(3)).isEqualTo(new Step(1, 2, 0, 1));
        assertThat(traces.stretchAt(1)).isZero();
        assertThat(traces.stretchAt(2)).isEqualTo(1);
        assertThat(traces.value(Quantity.CELL_STATE, 1, 7)).isEqualTo(whole(0).value(Quantity.CELL_STATE, 3, 7));
        assertThat(traces.value(Quantity.CELL_STATE, 3, 7)).isEqualTo(whole(1).value(Quantity.CELL_STATE, 1, 7));
        assertThat(traces.values(Quantity.FORGET_GATE, 1)).containsExactly(whole(0).values(Quantity.FORGET_GATE, 3));
        assertThat(traces.cellChanges(0)).as("from what was before").containsExactly(whole(0).cellChanges(2));
    }

    @Test
    void countsWhatIsRightAsTheEvaluationDoes() {
        Traces traces = traces(ColumnWindow.START);
        assertThat(traces.right()).isEqualTo(snapshot.evaluation().right()).isBetween(1, 7);
        int right = 0;
        for (int column = 0; column < 8; column++) {
            right += traces.isRight(column) ? 1 : 0;
        }
        assertThat(right).isEqualTo(traces.right());
    }

    private Traces traces(Hyperparameters hyperparameters, ColumnWindow window) {
        Experiment experiment = Experiment.reference().with(hyperparameters);
        return Traces.of(experiment, InitialParameters.of(experiment), window);
    }

    @Test
    void withALagThereIsAColumnForEachStepThatHasAWholeOne() {
        Traces traces = traces(Hyperparameters.reference().with(Settings.LAG, 2), ColumnWindow.START);
        assertThat(traces.columns()).isEqualTo(6);
        assertThat(traces.all().stepsOf(0)).isEqualTo(3);
        assertThat(traces.step(0)).isEqualTo(new Step(0, 2, 0, 1));
        assertThat(traces.step(2)).isEqualTo(new Step(0, 4, 2, 3));
        assertThat(traces.step(3)).isEqualTo(new Step(1, 2, 0, 1));
        Traces cut = traces(Hyperparameters.reference().with(Settings.LAG, 2), new ColumnWindow(2, 3));
        assertThat(cut.step(0)).isEqualTo(new Step(0, 4, 2, 3));
        assertThat(cut.isDeciding(0)).isTrue();
        assertThat(cut.outputs(0)).containsExactly(traces.outputs(2));
        assertThat(cut.step(2)).isEqualTo(new Step(1, 3, 1, 2));
        assertThat(cut.outputs(2)).containsExactly(traces.outputs(4));
    }

    @Test
    void aStepWithoutErrorSignalIsNeitherScoredNorDeciding() {
        Traces traces = traces(
                Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP), ColumnWindow.START);
        int right = 0;
        for (int column = 0; column < 8; column++) {
            assertThat(traces.isScored(column)).isEqualTo(column == 3 || column == 7);
            assertThat(traces.isDeciding(column)).isEqualTo(column == 3 || column == 7);
            right += traces.isScored(column) && traces.isRight(column) ? 1 : 0;
        }
        assertThat(traces.right()).isEqualTo(right);
    }

    @Test
    void neverKeepsMoreThanAWindow() {
        String long1 = "a b ".repeat(2_000);
        Snapshot large = SampleSnapshot.of(Task.parse("a b", long1, "b a"), 3, 1);
        Traces traces = Traces.of(large.experiment(), large.parameters(), new ColumnWindow(3_998, 1_000));
        assertThat(traces.all().total()).isEqualTo(4_000);
        assertThat(traces.columns()).isEqualTo(1_000);
        assertThat(traces.stretches().get(0).trace().steps()).isEqualTo(999);
        assertThat(traces.stretches().get(0).trace().firstStep()).isEqualTo(3_000);
        assertThat(traces.step(999)).isEqualTo(new Step(1, 1, 1, 0));
    }
}
