package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;

class LinearProbeTest {

    /** By numpy.linalg.solve(x.T @ x + 1e-6 * numpy.eye(d), x.T @ y), numpy 2. */
    @Test
    void weightsAreThoseOfAnotherProgramWithMoreStatesThanNumbersAndWithFewer() {
        double[][] tall = {
            {0.6074751009756083, 0.660140991152318},
            {-0.18854631330183325, -0.17388063467241346},
            {0.048704656577175466, 0.04834958488662941}
        };
        double[][] wide = {
            {0.07041627873293016, 0.09255941091893677},
            {-0.4383846216012532, -0.458054543515664},
            {-0.18243358030306647, -0.20055554214309576},
            {0.29540075804566257, 0.28037701943920157},
            {-0.14444439210962962, -0.11880662830209121}
        };
        assertWeights(6, tall);
        assertWeights(3, wide);
    }

    private static void assertWeights(int rows, double[][] expected) {
        double[][] x = new double[rows][expected.length];
        double[][] y = new double[rows][2];
        for (int i = 0; i < rows; i++) {
            int row = i;
            Arrays.setAll(x[i], j -> Math.sin(1.7 * (row + 1) * (j + 2)));
            Arrays.setAll(y[i], j -> Math.cos(0.9 * (row + 2) * (j + 3)));
        }
        double[][] weights = LinearProbe.weights(new Array2DRowRealMatrix(x), new Array2DRowRealMatrix(y))
                .getData();
        for (int j = 0; j < expected.length; j++) {
            assertThat(weights[j]).containsExactly(expected[j], within(1e-8));
        }
    }

    /** All five splits by numpy: 55 of 90 held-out states are read right. */
    @Test
    void readsAsManyHeldOutStatesAsAnotherProgram() {
        double[][][] states = states(
                30, 3, 4, (group, value, j) -> 0.5 * Math.sin(0.37 * (group + 1) * (j + 1)) + 0.1 * value * (j + 1));
        assertThat(LinearProbe.of(states).accuracy()).isEqualTo(55.0 / 90);
    }

    private interface Number {
        double of(int group, int value, int j);
    }

    private static double[][][] states(int groups, int values, int numbers, Number number) {
        double[][][] states = new double[groups][values][numbers];
        for (int group = 0; group < groups; group++) {
            for (int value = 0; value < values; value++) {
                int g = group;
                int v = value;
                Arrays.setAll(states[group][value], j -> number.of(g, v, j));
            }
        }
        return states;
    }

    /** Much noise, and a little of the value along one direction. */
    private static double[][][] noisy(int values, int numbers, double carried) {
        SplittableRandom random = new SplittableRandom(3);
        return states(
                200,
                values,
                numbers,
                (group, value, j) -> random.nextDouble(-1, 1) + (j == value % numbers ? carried * (1 + value) : 0));
    }

    @Test
    void readsAllOfAStateThatCarriesTheValueAndShuffledValuesByChance() {
        for (int values : new int[] {2, 3, 5}) {
            LinearProbe probe = LinearProbe.of(noisy(values, 7, 4));
            assertThat(probe.accuracy()).isEqualTo(1);
            assertThat(probe.shuffled()).hasSize(LinearProbe.SHUFFLES);
            assertThat(Arrays.stream(probe.shuffled()).average().orElseThrow()).isCloseTo(1.0 / values, within(0.03));
            // Three times the half width of the 95 % interval of 200 groups
            for (double share : probe.shuffled()) {
                assertThat(share).isCloseTo(1.0 / values, within(3 * 0.07));
            }
        }
    }

    @Test
    void readsNothingButChanceWhereNothingIsCarried() {
        assertThat(LinearProbe.of(noisy(2, 7, 0)).accuracy()).isCloseTo(0.5, within(0.07));
        assertThat(LinearProbe.of(noisy(2, 330, 0)).accuracy()).isCloseTo(0.5, within(0.07));
        // A reset state, and twins that are the same: exactly, since each value is as frequent
        assertThat(LinearProbe.of(states(40, 2, 5, (group, value, j) -> 0)).accuracy())
                .isEqualTo(0.5);
        assertThat(LinearProbe.of(states(40, 4, 5, (group, value, j) -> Math.sin(group * j)))
                        .accuracy())
                .isEqualTo(0.25);
    }

    /** States that differ in no group but within it would be read from a twin that was not held out. */
    @Test
    void aGroupIsHeldOutTogether() {
        SplittableRandom random = new SplittableRandom(5);
        double[][][] alike = states(100, 2, 300, (group, value, j) -> j == group ? 1 : 0);
        for (double[][] group : alike) {
            int shown = random.nextInt(2);
            group[shown][299] = 1;
        }
        assertThat(LinearProbe.of(alike).accuracy()).isCloseTo(0.5, within(0.1));
    }
}
