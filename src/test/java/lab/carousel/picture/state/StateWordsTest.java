package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class StateWordsTest {

    private static StateRows rows(Snapshot snapshot, int columns) {
        Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), new StepWindow(0, columns));
        return StateRows.ofHiddenState(traces, snapshot.experiment().task().alphabet());
    }

    @Test
    void theLargestDifferencesAreThoseOfTheSequencesAtTheSameStep() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("3 0 1 2 4", "3 0 1 2 3", "4 0 1 2 4"), 20, 5), 8);
        double largest = 0;
        String first = "";
        for (int row = 0; row < 20; row++) {
            for (int step = 0; step < 4; step++) {
                double difference = Math.abs(rows.value(step, row) - rows.value(step + 4, row));
                if (difference > largest) {
                    largest = difference;
                    double high = Math.max(rows.value(step, row), rows.value(step + 4, row));
                    first = "unit " + rows.name(row) + ", step " + (step + 1) + ": " + NumberText.share(high);
                }
            }
        }
        String words = new StateWords(rows).differences();
        assertThat(words).startsWith("The sequences differ most at " + first);
        assertThat(words.split("; ")).as("three rows").hasSize(3);
    }

    @Test
    void ofOneSequenceThereAreNone() {
        StateRows rows = rows(SampleSnapshot.of(Task.parse("a b", "a b a"), 3, 5), 2);
        assertThat(new StateWords(rows).differences())
                .isEqualTo("At the same step all sequences have the same values.");
    }
}
