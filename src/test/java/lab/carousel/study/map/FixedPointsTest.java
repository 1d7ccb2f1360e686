package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.generator.Recipe;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FixedPointsTest {

    private static final double STEP = 1e-6;

    /** Random weights, so large that gates are far from linear. */
    private static Parameters random(ParameterLayout layout, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Parameters.of(layout, random.doubles(layout.size(), -1, 1).toArray());
    }

    private static double[] state(ParameterLayout layout, int seed) {
        return new SplittableRandom(seed)
                .doubles(StatePart.whole(layout).size(layout), -1, 1)
                .toArray();
    }

    private static double[] moved(double[] x, int place, double by) {
        double[] moved = x.clone();
        moved[place] += by;
        return moved;
    }

    private static double q(HeldStep step, double[] x) {
        double[] next = step.of(x);
        return 0.5
                * IntStream.range(0, x.length)
                        .mapToDouble(k -> Math.pow(next[k] - x[k], 2))
                        .sum();
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#drawn")
    void theDerivativeIsThatOfDifferences(Cell cell) {
        ParameterLayout layout = new ParameterLayout(3, 3, 4, cell, 2);
        HeldStep step = new HeldStep(random(layout, 1), 2);
        double[] x = state(layout, 2);
        double[][] jacobian = step.jacobian(x);
        double[] next = step.of(x);
        for (int j = 0; j < x.length; j++) {
            double[] more = step.of(moved(x, j, STEP));
            double[] less = step.of(moved(x, j, -STEP));
            double slope = 0;
            for (int i = 0; i < x.length; i++) {
                assertThat(jacobian[i][j])
                        .as("number %d of F by %d of x", i, j)
                        .isCloseTo((more[i] - less[i]) / (2 * STEP), within(1e-8));
                slope += (jacobian[i][j] - (i == j ? 1 : 0)) * (next[i] - x[i]);
            }
            assertThat(slope)
                    .as("gradient of q by %d", j)
                    .isCloseTo((q(step, moved(x, j, STEP)) - q(step, moved(x, j, -STEP))) / (2 * STEP), within(1e-8));
        }
    }

    /** One unit h' = tanh(w h), which is pushed by nothing else. */
    private static Parameters single(double w) {
        ParameterLayout layout = new ParameterLayout(2, 2, 1, Cell.RECURRENT, 1);
        double[] values = new double[layout.size()];
        values[layout.layer(0).recurrentKernel()] = w;
        return Parameters.of(layout, values);
    }

    private static FixedPoints search(Parameters parameters, double... starts) {
        double[][] from =
                Arrays.stream(starts).mapToObj(start -> new double[] {start}).toArray(double[][]::new);
        return FixedPoints.search(parameters, 0, from, () -> true);
    }

    /** h = tanh(w h), as halving finds it. */
    private static double positive(double w) {
        double low = 1e-3;
        double high = 1;
        while (high - low > 1e-15) {
            double middle = (low + high) / 2;
            if (Math.tanh(w * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Test
    void aUnitThatFeedsItselfHasThreePointsOfWhichZeroIsUnstable() {
        FixedPoints found = search(single(2), -0.9, -0.05, 0.02, 0.3, 0.95);
        double h = positive(2);
        List<FixedPoint> points = found.points().stream()
                .sorted(Comparator.comparingDouble(point -> point.state()[0]))
                .toList();
        assertThat(points).hasSize(3).allMatch(FixedPoint::isFixed);
        assertThat(points.get(0).state()[0]).isCloseTo(-h, within(1e-9));
        assertThat(points.get(1).state()[0]).isCloseTo(0, within(1e-9));
        assertThat(points.get(2).state()[0]).isCloseTo(h, within(1e-9));
        assertThat(points).extracting(FixedPoint::isStable).containsExactly(true, false, true);
        assertThat(points.get(1).largest()).isCloseTo(2, within(1e-9));
        assertThat(points.get(1).steps()).as("doubles in").isCloseTo(1, within(1e-9));
        double slope = 2 * (1 - h * h);
        assertThat(points.get(2).largest()).isCloseTo(slope, within(1e-9));
        assertThat(points.get(2).steps()).as("halves in").isCloseTo(Math.log(0.5) / Math.log(slope), within(1e-9));
        assertThat(found.stable()).hasSize(2);
    }

    @Test
    void aUnitThatForgetsHasOneStablePoint() {
        FixedPoints found = search(single(0.5), -0.9, 0.3, 0.95);
        assertThat(found.points()).singleElement().satisfies(point -> {
            assertThat(point.state()[0]).isCloseTo(0, within(1e-9));
            assertThat(point.isStable()).isTrue();
            assertThat(point.steps()).as("0.5 is left after a step").isCloseTo(1, within(1e-9));
        });
    }

    /** h' = tanh(2 h + b) with b a little over what lets the upper two points meet: it is slow there, and stays nowhere. */
    @Test
    void aPlaceThatIsLeftSlowlyIsNoFixedPoint() {
        // The two points meet where the slope is 1: 2 (1 - h^2) = 1, b = artanh(h) - 2 h
        double h = -Math.sqrt(0.5);
        double meeting = 0.5 * Math.log((1 + h) / (1 - h)) - 2 * h;
        ParameterLayout layout = new ParameterLayout(2, 2, 1, Cell.RECURRENT, 1);
        Parameters parameters = single(2);
        double[] values = parameters.toArray();
        values[layout.layer(0).bias()] = meeting + 0.01;
        FixedPoints found = search(Parameters.of(layout, values), -0.9, -0.6, 0.9);
        assertThat(found.points()).hasSize(2);
        FixedPoint fixed = found.points().get(0);
        FixedPoint slow = found.points().get(1);
        assertThat(fixed.isFixed()).isTrue();
        assertThat(fixed.state()[0]).isGreaterThan(0.9);
        assertThat(slow.isFixed()).isFalse();
        assertThat(slow.state()[0]).isCloseTo(h, within(0.02));
        assertThat(slow.q()).as("it moves by about 0.01 (1 - h^2)").isCloseTo(0.5 * 0.005 * 0.005, within(1e-6));
        assertThat(found.stable()).hasSize(1);
    }

    /** Two units that turn each other: F is a turn by 60 degrees and a shrinking by 0.9, near 0. */
    @Test
    void aTurnHasTwoEigenvaluesOfItsAngle() {
        ParameterLayout layout = new ParameterLayout(2, 2, 2, Cell.RECURRENT, 1);
        double[] values = new double[layout.size()];
        int kernel = layout.layer(0).recurrentKernel();
        values[kernel] = 0.9 * Math.cos(Math.PI / 3);
        values[kernel + 1] = 0.9 * Math.sin(Math.PI / 3);
        values[kernel + 2] = -values[kernel + 1];
        values[kernel + 3] = values[kernel];
        FixedPoints found =
                FixedPoints.search(Parameters.of(layout, values), 0, new double[][] {{0.5, 0.2}}, () -> true);
        FixedPoint point = found.points().get(0);
        assertThat(point.isFixed()).isTrue();
        assertThat(point.eigenvalues()).hasSize(2).allSatisfy(value -> {
            assertThat(value.abs()).isCloseTo(0.9, within(1e-9));
            assertThat(Math.abs(value.getArgument())).isCloseTo(Math.PI / 3, within(1e-9));
        });
        assertThat(point.isStable()).isTrue();
    }

    /** A cell that keeps all (forget gate open, input gate shut): each state is fixed, with eigenvalue 1. */
    @Test
    void aCarouselKeepsWhateverItHas() {
        Parameters parameters = new NetworkBuilder(2, 1)
                .bias(Quantity.FORGET_GATE, 0, NetworkBuilder.SATURATED)
                .bias(Quantity.INPUT_GATE, 0, -NetworkBuilder.SATURATED)
                .bias(Quantity.OUTPUT_GATE, 0, NetworkBuilder.SATURATED)
                .build();
        FixedPoints found =
                FixedPoints.search(parameters, 0, new double[][] {{0, -0.7}, {0, 0.4}, {0, 1.2}}, () -> true);
        assertThat(found.points()).hasSize(3).allSatisfy(point -> {
            assertThat(point.isFixed()).isTrue();
            assertThat(point.state()[0]).as("h").isCloseTo(Math.tanh(point.state()[1]), within(1e-9));
            assertThat(point.largest()).isCloseTo(1, within(1e-12));
            assertThat(point.keeps()).as("a push stays").isTrue();
            assertThat(point.isStable()).isFalse();
            assertThat(point.slow()[1]).as("along c").isNotZero();
            assertThat(point.slow()[0] / point.slow()[1])
                    .as("h goes along by the slope of tanh")
                    .isCloseTo(1 - point.state()[0] * point.state()[0], within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.999998, true, false",
        "0.9999995, false, true",
        "0.99999991, false, true",
        "1.00000009, false, true",
        "1.000002, false, false"
    })
    void onlyRoundingAwayFromOneIsNeitherStableNorUnstable(double modulus, boolean isStable, boolean keeps) {
        FixedPoint point = new FixedPoint(new double[1], 0, List.of(new Complex(-modulus, 0)), new double[1]);
        assertThat(point.isStable()).isEqualTo(isStable);
        assertThat(point.keeps()).isEqualTo(keeps);
    }

    /** No number of the new state hangs on the old one: all eigenvalues are 0. */
    @Test
    void aNetworkThatLooksAtNothingForgetsAtOnce() {
        FixedPoints found = search(single(0), 0.7);
        assertThat(found.points()).singleElement().satisfies(point -> {
            assertThat(point.isStable()).isTrue();
            assertThat(point.largest()).isZero();
            assertThat(point.steps()).isZero();
        });
    }

    /** As the preset learns it with the first seed; its numbers stand in the resource. */
    @Test
    void twoHeldBitsAreFourStablePoints() {
        Experiment experiment = TwoBits.experiment(1);
        Parameters parameters = TwoBits.trained();
        assertThat(Evaluation.of(experiment, parameters).recall()).isOne();
        int hold = experiment.task().alphabet().indices().get(Recipe.HOLD);
        FixedPoints found = TwoBits.search(experiment, parameters, hold);
        assertThat(found.starts()).isEqualTo(FixedPoints.MOST_STARTS);
        List<double[]> stable = found.points().stream()
                .filter(point -> point.isFixed() && point.isStable())
                .map(FixedPoint::state)
                .toList();
        assertThat(stable).hasSize(4);
        assertThat(stable.stream().map(state -> TwoBits.answers(parameters, state)))
                .as("what is answered to a? and b? from each")
                .containsExactlyInAnyOrder("00", "01", "10", "11");
        int other = experiment.task().alphabet().indices().get("a1");
        assertThat(TwoBits.search(experiment, parameters, other).stable())
                .as("where a is set again and again, b alone makes a difference")
                .hasSize(2);
    }

    @Test
    void startsAreSpreadAndCanBeStopped() {
        double[][] many = IntStream.range(0, 1_000)
                .mapToObj(k -> new double[] {(k - 500) / 500.0})
                .toArray(double[][]::new);
        FixedPoints all = FixedPoints.search(single(2), 0, many, () -> true);
        assertThat(all.starts()).isEqualTo(FixedPoints.MOST_STARTS);
        assertThat(all.points())
                .as("from both sides")
                .filteredOn(FixedPoint::isStable)
                .hasSize(2);
        AtomicInteger left = new AtomicInteger(60);
        FixedPoints stopped = FixedPoints.search(single(2), 0, many, () -> left.getAndDecrement() > 0);
        assertThat(stopped.starts()).isBetween(3, 20);
        assertThat(stopped.of()).isEqualTo(FixedPoints.MOST_STARTS);
        assertThat(stopped.points())
                .as("spread already")
                .filteredOn(FixedPoint::isStable)
                .hasSize(2);
        assertThat(FixedPoints.search(single(2), 0, many, () -> false).points()).isEmpty();
    }

    /** As sequences of equal length give them: every 39th state is one that leads to another point. */
    @Test
    void startsAreNotTheSameStepOfEachSequence() {
        double[][] visited = IntStream.range(0, 128 * 39)
                .mapToObj(k -> new double[] {k % 39 == 0 ? -0.5 : 0.5})
                .toArray(double[][]::new);
        assertThat(FixedPoints.search(single(2), 0, visited, () -> true).points())
                .anyMatch(point -> point.state()[0] > 0.5);
    }

    /** Slopes of gates that are fully open or shut are tiny, and the library alone gives up on some of such matrices. */
    @Test
    void eigenvaluesOfSaturatedNetworksAreFound() {
        int alone = 0;
        for (int seed = 1; seed <= 60; seed++) {
            ParameterLayout layout = new ParameterLayout(3, 3, 13, Cell.LSTM, 2);
            double[] large =
                    new SplittableRandom(seed).doubles(layout.size(), -66, 66).toArray();
            HeldStep step = new HeldStep(Parameters.of(layout, large), 1);
            double[] x = state(layout, seed);
            for (int time = 0; time < 30; time++) {
                x = step.of(x);
            }
            FixedPoint point = FixedPoint.of(step, x, 1);
            RealMatrix jacobian = new Array2DRowRealMatrix(step.jacobian(x));
            assertThat(point.eigenvalues().stream()
                            .mapToDouble(Complex::getReal)
                            .sum())
                    .isCloseTo(jacobian.getTrace(), within(1e-9 * (1 + jacobian.getFrobeniusNorm())));
            try {
                new EigenDecomposition(jacobian);
            } catch (MaxCountExceededException gaveUp) {
                alone++;
            }
        }
        assertThat(alone).isPositive();
    }

    @Test
    void isNotSearchedWithoutAStateOrInOneThatIsTooLarge() {
        assertThat(FixedPoints.canBeSearched(new ParameterLayout(5, 5, 20, Cell.DENSE, 1)))
                .isFalse();
        assertThat(FixedPoints.canBeSearched(new ParameterLayout(5, 200))).isTrue();
        assertThat(FixedPoints.canBeSearched(new ParameterLayout(5, 201))).isFalse();
        assertThat(FixedPoints.canBeSearched(new ParameterLayout(5, 5, 400, Cell.GRU, 1)))
                .isTrue();
    }
}
