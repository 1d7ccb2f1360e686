package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class StateColumnsTest {

    private static StateRows rows(Task task, int first, int columns) {
        Snapshot snapshot = SampleSnapshot.of(task, 2, 0);
        ColumnWindow window = new ColumnWindow(first, columns);
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), window);
        return StateRows.ofHiddenState(traces, task);
    }

    @Test
    void theFirstUnitOfALayerHasItsNameAndNoOtherNameComesTooClose() {
        Snapshot snapshot = SampleSnapshot.of(
                Experiment.reference().with(all -> all.with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, 20)), 0);
        Traces two = Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);
        StateRows rows = StateRows.ofHiddenState(two, Task.reference());
        assertThat(IntStream.range(0, rows.count())
                        .filter(row -> rows.isNamed(Thinning.of(4, 16), row))
                        .mapToObj(rows::name))
                .containsExactly("1.1", "1.5", "1.10", "1.15", "2.1", "2.5", "2.10", "2.15", "2.20");
    }

    @Test
    void numbersAreThinnedOutInRoundDistances() {
        assertThat(Thinning.of(20, 16).every()).isEqualTo(1);
        assertThat(Thinning.of(8, 16).every()).isEqualTo(2);
        assertThat(Thinning.of(4, 16).every()).isEqualTo(5);
        assertThat(Thinning.of(2, 16).every()).isEqualTo(10);
        assertThat(Thinning.of(1, 30).every()).isEqualTo(50);
        assertThat(IntStream.rangeClosed(1, 20).filter(Thinning.of(8, 16)::shows))
                .containsExactly(1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
        assertThat(IntStream.rangeClosed(1, 20).filter(Thinning.of(4, 16)::shows))
                .containsExactly(1, 5, 10, 15, 20);
    }

    @Test
    void saysWhichPartOfTheTaskIsShown() {
        Task two = Task.reference();
        assertThat(rows(two, 0, 8).part()).isEqualTo("Sequences 1–2 of 2");
        assertThat(rows(two, 0, 8).isPart()).isFalse();
        assertThat(rows(two, 4, 4).part()).isEqualTo("Sequence 2 of 2");
        assertThat(rows(two, 4, 4).isPart()).isTrue();
        assertThat(rows(two, 1, 2).part()).isEqualTo("Sequence 1 of 2, steps 2–3 of 4");
        assertThat(rows(two, 1, 4).part()).isEqualTo("Sequences 1–2 of 2, from step 2");
    }
}
