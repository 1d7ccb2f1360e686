package lab.carousel.study.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateSplitsTest {

    @Test
    void aRefinementPartsAStateFromOthersAndLeavesAllOtherRegionsAlone() {
        SplittableRandom random = new SplittableRandom(1);
        StateSplits splits = new StateSplits();
        List<double[]> states = Stream.generate(() -> IntStream.range(0, 12)
                        .mapToDouble(k -> Math.round(random.nextDouble() * 4) / 4.0)
                        .toArray())
                .limit(200)
                .toList();
        int parted = 0;
        for (int index = 0; index < states.size(); index++) {
            double[] state = states.get(index);
            StateSplits.Region shared = splits.of(state);
            List<double[]> others = states.subList(0, index).stream()
                    .filter(other -> splits.of(other) == shared && !java.util.Arrays.equals(other, state))
                    .toList();
            if (!others.isEmpty()) {
                List<StateSplits.Region> elsewhere = regionsBeside(states, splits, shared);
                splits.refine(others, state);
                assertThat(others).noneMatch(other -> splits.of(other) == splits.of(state));
                assertThat(regionsBeside(states, splits, shared)).containsAll(elsewhere);
                parted++;
            }
        }
        assertThat(parted).isGreaterThan(10);
    }

    private static List<StateSplits.Region> regionsBeside(
            List<double[]> states, StateSplits splits, StateSplits.Region shared) {
        return states.stream()
                .map(splits::of)
                .filter(region -> region != shared)
                .distinct()
                .toList();
    }

    /** A state in the middle of others is parted by no plane. */
    @Test
    void aStateAmongOthersGetsABallOfItsOwn() {
        StateSplits splits = new StateSplits();
        double[] middle = {0.5, 0.5};
        List<double[]> around =
                List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 1});
        splits.refine(around, middle);

        assertThat(around).noneMatch(other -> splits.of(other) == splits.of(middle));
        assertThat(splits.of(new double[] {0.49, 0.5})).isSameAs(splits.of(middle));
    }
}
