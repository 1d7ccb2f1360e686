package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

    private static final MemorylessFloor.Loss FLOOR =
            MemorylessFloor.of(Task.reference(), 1).sigmoid();

    @Test
    void remembersWithTheNumbersThatShowIt() {
        VerdictWords words = VerdictWords.of(evaluation(8, 2, 0.0213, 0.8), FLOOR);
        assertThat(words.headline()).isEqualTo("remembers");
        assertThat(words.reason())
                .isEqualTo("All 8 steps are right, and at the deciding steps the loss is 0.0213. The best there without"
                        + " memory is 0.2773; at most 0.2495 counts as memory.");
    }

    @Test
    void callsLuckLuck() {
        VerdictWords words = VerdictWords.of(evaluation(8, 2, 0.276, 0.0012), FLOOR);
        assertThat(words.headline()).isEqualTo("right by luck");
        assertThat(words.reason()).contains("the loss is 0.2760").contains("The coin fell right by 0.0012.");
    }

    @Test
    void tellsHowManyStepsAreRightYet() {
        VerdictWords words = VerdictWords.of(evaluation(7, 2, 0.31, -0.2), FLOOR);
        assertThat(words.headline()).isEqualTo("not yet");
        assertThat(words.reason()).startsWith("7 of 8 steps are right.");
    }

    @Test
    void saysThatATaskWithoutDecidingStepsNeedsNoMemory() {
        VerdictWords words = VerdictWords.of(evaluation(8, 0, 0, Double.NaN), FLOOR);
        assertThat(words.headline()).isEqualTo("needs no memory");
        assertThat(words.reason()).startsWith("8 of 8 steps are right. Every symbol of this task");
    }

    private static Evaluation evaluation(int right, int decidingSteps, double decidingLoss, double margin) {
        return new Evaluation(0.05, new double[] {0.05, 0.05}, right, 8, decidingSteps, decidingLoss, margin);
    }
}
