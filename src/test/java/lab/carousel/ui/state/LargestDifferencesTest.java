package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateRows;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.state.StateView.LargestDifferences;
import org.junit.jupiter.api.Test;

class LargestDifferencesTest {

    private static StateRows rows(Snapshot snapshot, int columns) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), new StepWindow(0, columns));
        return StateRows.ofHiddenState(traces, snapshot.experiment().task().alphabet());
    }

    @Test
    void areThoseOfTheSequencesAtTheSameStep() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("3 0 1 2 4", "3 0 1 2 3", "4 0 1 2 4"), 20, 5), 8);
        LargestDifferences found = LargestDifferences.of(rows);
        assertThat(found.places()).hasSize(3);
        double largest = 0;
        for (int row = 0; row < 20; row++) {
            for (int step = 0; step < 4; step++) {
                largest = Math.max(largest, Math.abs(rows.value(step, row) - rows.value(step + 4, row)));
            }
        }
        LargestDifferences.UnitDifference first = found.places().get(0);
        assertThat(first.difference(rows)).isEqualTo(largest);
        assertThat(Math.abs(first.high() - first.low()))
                .as("the same step of the other sequence")
                .isEqualTo(4);
        assertThat(found.places().get(1).difference(rows)).isLessThanOrEqualTo(largest);
        assertThat(found.words(rows))
                .startsWith("The sequences differ most at unit " + rows.name(first.row()) + ", step "
                        + (first.high() % 4 + 1) + ": " + NumberText.share(rows.value(first.high(), first.row())));
    }

    @Test
    void ofOneSequenceThereAreNone() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("a b", "a b a"), 3, 5), 2);
        assertThat(LargestDifferences.of(rows).places()).isEmpty();
        assertThat(LargestDifferences.of(rows).words(rows))
                .isEqualTo("At the same step all sequences have the same values.");
    }
}
