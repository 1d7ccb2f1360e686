package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class VerdictTest {

    /** Of the reference: 0.9 x 0.277. */
    private static final double THRESHOLD = 0.9 * 0.4 * Math.log(2);

    private static final MemorylessFloor.Loss FLOOR =
            MemorylessFloor.of(Task.reference(), 1).sigmoid();

    private static Verdict of(int right, double decidingLoss) {
        return Verdict.of(new Evaluation(0.1, new double[] {0.1, 0.1}, right, 8, 2, decidingLoss, 0.1), FLOOR);
    }

    @Test
    void justUnderNineTenthsOfTheFloorIsMemory() {
        assertThat(of(8, THRESHOLD - 1e-12)).isEqualTo(Verdict.REMEMBERS);
        assertThat(of(8, Verdict.SHARE_OF_FLOOR * FLOOR.deciding())).isEqualTo(Verdict.REMEMBERS);
        assertThat(of(8, 0)).isEqualTo(Verdict.REMEMBERS);
    }

    @Test
    void justOverNineTenthsOfTheFloorIsLuck() {
        assertThat(of(8, THRESHOLD + 1e-12)).isEqualTo(Verdict.RIGHT_BY_LUCK);
        assertThat(of(8, FLOOR.deciding())).isEqualTo(Verdict.RIGHT_BY_LUCK);
        assertThat(of(8, 5)).isEqualTo(Verdict.RIGHT_BY_LUCK);
    }

    @Test
    void oneWrongStepIsNotYetHoweverLowTheLoss() {
        assertThat(of(7, 0)).isEqualTo(Verdict.NOT_YET);
        assertThat(of(0, THRESHOLD + 1)).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void withoutDecidingStepsNoMemoryIsNeeded() {
        Evaluation evaluation = new Evaluation(0.1, new double[] {0.1}, 3, 4, 0, 0, Double.NaN);
        assertThat(Verdict.of(evaluation, new MemorylessFloor.Loss(0, 0))).isEqualTo(Verdict.NEEDS_NO_MEMORY);
    }
}
