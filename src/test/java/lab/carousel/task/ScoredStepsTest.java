package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoredStepsTest {

    /** All; those with a whole lag; the last one alone, which has the lag before it. */
    @ParameterizedTest
    @CsvSource({"0, false, 4, 0123", "2, false, 5, 234", "2, false, 3, 2", "0, true, 5, 4", "2, true, 3, 2"})
    void areCountedAsTheyAreIncluded(int first, boolean lastOnly, int steps, String included) {
        ScoredSteps scored = new ScoredSteps(first, lastOnly);
        assertThat(IntStream.range(0, steps)
                        .filter(step -> scored.include(step, steps))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining()))
                .isEqualTo(included);
        assertThat(scored.of(steps)).isEqualTo(included.length());
    }
}
