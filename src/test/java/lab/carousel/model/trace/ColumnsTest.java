package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static Columns columns(int... steps) {
        List<Sequence> sequences = Arrays.stream(steps)
                .mapToObj(count -> new Sequence(Collections.nCopies(count + 1, "a")))
                .toList();
        return Columns.of(new Experiment(
                new Task(new Alphabet(List.of("a", "b")), sequences), Hyperparameters.reference(), EngineName.KERNEL));
    }

    @Test
    void aColumnBelongsToASequence() {
        Columns columns = columns(4, 1, 3);
        assertThat(columns.total()).isEqualTo(8);
        assertThat(columns.sequences()).isEqualTo(3);
        int[] sequences = new int[8];
        Arrays.setAll(sequences, columns::sequenceAt);
        assertThat(sequences).containsExactly(0, 0, 0, 0, 1, 2, 2, 2);
        assertThat(columns.firstOf(2)).isEqualTo(5);
        assertThat(columns.stepsOf(0)).isEqualTo(4);
    }

    @Test
    void aWindowHoldsWholeSequencesAsFarAsPossibleAndALongOneIsCut() {
        assertThat(columns(400, 500, 300, 600, 101).windows())
                .containsExactly(new ColumnWindow(0, 900), new ColumnWindow(900, 900), new ColumnWindow(1800, 101));
        assertThat(columns(10, 2_500, 400, 200).windows())
                .extracting(ColumnWindow::first)
                .containsExactly(0, 10, 1_010, 2_010, 2_910);
    }

    @Test
    void theLargestTaskIsDividedWithoutGapsOrOverlaps() {
        int[] steps = new int[200];
        Arrays.fill(steps, 4_999);
        List<ColumnWindow> windows = columns(steps).windows();
        assertThat(windows).hasSize(1_000);
        int end = 0;
        for (ColumnWindow window : windows) {
            assertThat(window.first()).isEqualTo(end);
            end = window.end();
        }
        assertThat(end).isEqualTo(200 * 4_999);
    }

    @Test
    void pagesForwardsAndBackwardsAlsoFromAWindowInBetween() {
        Columns columns = columns(600, 600, 600);
        ColumnWindow between = new ColumnWindow(700, 100);
        assertThat(columns.next(between)).contains(new ColumnWindow(1_200, 600));
        assertThat(columns.previous(between)).contains(new ColumnWindow(600, 600));
        assertThat(columns.windowAt(1_199)).isEqualTo(new ColumnWindow(600, 600));
    }

    @Test
    void aWindowIsMovedBackIntoTheColumns() {
        assertThat(new ColumnWindow(5, 10).within(12)).isEqualTo(new ColumnWindow(2, 10));
        assertThat(new ColumnWindow(5, 10).within(8)).isEqualTo(new ColumnWindow(0, 8));
        assertThat(ColumnWindow.START.within(5_000)).isEqualTo(ColumnWindow.START);
    }

    @Test
    void aWindowIsBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnWindow(0, 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnWindow(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ColumnWindow(0, 0));
    }
}
