package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoredStepsTest {

    private static int[] included(ScoredSteps scored, int steps) {
        int[] included = IntStream.range(0, steps)
                .filter(step -> scored.include(step, steps))
                .toArray();
        assertThat(scored.of(steps)).isEqualTo(included.length);
        return included;
    }

    @Test
    void allAreAll() {
        assertThat(included(ScoredSteps.ALL, 4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theFirstOnesMayLackAWholeLag() {
        assertThat(included(new ScoredSteps(2, false), 5)).containsExactly(2, 3, 4);
        assertThat(included(new ScoredSteps(2, false), 3)).containsExactly(2);
    }

    @Test
    void theLastOneAloneHasTheLagBeforeIt() {
        assertThat(included(new ScoredSteps(0, true), 5)).containsExactly(4);
        assertThat(included(new ScoredSteps(2, true), 3)).containsExactly(2);
    }
}
