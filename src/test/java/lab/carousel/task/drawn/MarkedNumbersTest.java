package lab.carousel.task.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import org.junit.jupiter.api.Test;

class MarkedNumbersTest {

    private final DrawnTask adding = DrawnTask.of(MarkedNumbers.ADDING, 100);
    private final SplittableRandom random = new SplittableRandom(1);

    /** Were both marks possible at the first pair, the same numbers and marks would have two answers. */
    @Test
    void whatIsWantedFollowsFromNumbersAndMarks() {
        int first = 0;
        for (int draw = 0; draw < 2_000; draw++) {
            Steps steps = adding.draw(random);
            int[] marked = IntStream.range(0, steps.size())
                    .filter(t -> steps.fed(t, 1) == 1)
                    .toArray();
            assertThat(marked).hasSize(2);
            boolean isFirst = marked[0] == 0;
            first += isFirst ? 1 : 0;
            double one = isFirst ? 0 : steps.fed(marked[0], 0);
            assertThat(steps.target(steps.size() - 1).wanted(0)).isEqualTo(0.5 + (one + steps.fed(marked[1], 0)) / 4);
        }
        assertThat(first / 2_000.0).isCloseTo(0.1, within(0.02));
    }

    @Test
    void theFloorIsTheVarianceOfWhatIsWanted() {
        double squares = 0;
        for (int draw = 0; draw < 40_000; draw++) {
            Steps steps = adding.draw(random);
            squares += Math.pow(steps.target(steps.size() - 1).wanted(0) - 0.5, 2);
        }
        // Either mark at the first pair would make it 0.0392
        assertThat(squares / 40_000).isCloseTo(0.0396, within(0.0003));
    }
}
