package lab.carousel.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.task.Step;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Step ONE = new Step(0, 4, 2, 3);
    private static final Step OTHER = new Step(1, 4, 2, 4);

    private final Selection selection = new Selection();

    @Test
    void stepsOfAForkStaySelectedWhileOneOfThemIsLookedAt() {
        selection.select(List.of(ONE, OTHER), OTHER);
        assertThat(selection.stepProperty().get()).isEqualTo(OTHER);
        selection.stepProperty().set(ONE);
        assertThat(selection.forkProperty().get()).containsExactly(ONE, OTHER);
    }

    @Test
    void areGoneWhenAnotherStepOrNoneIsLookedAt() {
        selection.select(List.of(ONE, OTHER), OTHER);
        selection.stepProperty().set(new Step(0, 1, 3, 0));
        assertThat(selection.forkProperty().get()).isEmpty();
        selection.select(List.of(ONE, OTHER), ONE);
        selection.stepProperty().set(null);
        assertThat(selection.forkProperty().get()).isEmpty();
    }
}
