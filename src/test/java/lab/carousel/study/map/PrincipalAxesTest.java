package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

    private static final double[][] POINTS = {
        {0.31, -0.2, 0.05, 0.7},
        {-0.44, 0.12, 0.61, 0.2},
        {0.05, 0.9, -0.33, 0.11},
        {0.72, -0.61, 0.2, -0.4},
        {-0.15, 0.33, 0.8, 0.27}
    };

    /** numpy.linalg.svd(points - points.mean(0)), each turned so that its largest loading is positive. */
    private static final double[][] NUMPY = {
        {-0.5607227625612695, 0.7783245490197969, 0.03422048092319817, 0.2804101257518584},
        {-0.3980843183318675, -0.36196095721834315, 0.8361502966530434, 0.1066106108924496},
        {0.07673572164730424, -0.2735791461679184, -0.20141509395708085, 0.9373889479461341}
    };

    private static double[] axis(PrincipalAxes axes, int axis) {
        return IntStream.range(0, axes.size())
                .mapToDouble(number -> axes.loadings(number)[axis])
                .toArray();
    }

    @Test
    void theAxesAreTheFirstRightSingularVectorsOfNumpy() {
        PrincipalAxes axes = PrincipalAxes.of(POINTS);
        assertThat(axes.count()).isEqualTo(3);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(axis(axes, axis)).containsExactly(NUMPY[axis], within(1e-12));
        }
        assertThat(axes.coordinates(POINTS[3]))
                .containsExactly(
                        new double[] {-1.0713813686833253, -0.10431411017280307, -0.28248319200261734}, within(1e-12));
    }

    @Test
    void moreNumbersThanPointsAndMorePointsThanNumbersHaveTheSameAxesEachAlongItsOwnDirection() {
        double[][] wide = {{3, 0, 0, 0, 0, 1}, {-3, 0, 0, 0, 0, 1}, {0, 2, 0, 0, 0, 1}, {0, -2, 0, 0, 0, 1}};
        PrincipalAxes axes = PrincipalAxes.of(wide);
        assertThat(axes.count()).isEqualTo(2);
        assertThat(axis(axes, 0)).containsExactly(new double[] {1, 0, 0, 0, 0, 0}, within(1e-15));
        assertThat(axis(axes, 1)).containsExactly(new double[] {0, 1, 0, 0, 0, 0}, within(1e-15));
        assertThat(axes.coordinates(wide[0])).containsExactly(new double[] {3, 0, 0}, within(1e-15));
    }

    @Test
    void equalPointsHaveNoAxisWhateverTheirMeanIsRoundedTo() {
        double[][] equal = {{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}};
        assertThat(PrincipalAxes.of(equal).count()).isZero();
        assertThat(PrincipalAxes.of(equal).coordinates(equal[0])).containsExactly(0, 0, 0);
    }

    @Test
    void oneNumberHasOneAxisAndPointsOnALineHaveOne() {
        PrincipalAxes one = PrincipalAxes.of(new double[][] {{1}, {4}, {2}});
        assertThat(one.count()).isEqualTo(1);
        assertThat(axis(one, 0)).containsExactly(1);
        PrincipalAxes line = PrincipalAxes.of(new double[][] {{0.1, 0.2, 0.3}, {0.2, 0.4, 0.6}, {0.7, 1.4, 2.1}});
        assertThat(line.count()).isEqualTo(1);
        assertThat(axis(line, 0)[2]).isCloseTo(3 / Math.sqrt(14), within(1e-12));
    }

    @Test
    void theLoadingOfLargestSizeAndOfEqualOnesTheFirstIsPositive() {
        PrincipalAxes equal = PrincipalAxes.of(new double[][] {{-1, 1}, {1, -1}});
        assertThat(axis(equal, 0)).containsExactly(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5)}, within(1e-15));
        PrincipalAxes largest = PrincipalAxes.of(new double[][] {{1, 3}, {-1, -3}});
        assertThat(axis(largest, 0)[1]).isPositive();
        PrincipalAxes turned = PrincipalAxes.of(new double[][] {{1, -3}, {-1, 3}});
        assertThat(axis(turned, 0)[1]).isPositive();
        assertThat(axis(turned, 0)[0]).isNegative();
    }

    @Test
    void twoEqualVariancesSpanTheirPlaneWhicheverItsAxesAre() {
        double[][] round = {{2, 0, 0}, {-2, 0, 0}, {0, 2, 0}, {0, -2, 0}, {0, 0, 1}, {0, 0, -1}};
        PrincipalAxes axes = PrincipalAxes.of(round);
        for (double[] point : round) {
            double[] found = axes.coordinates(point);
            double inPlane = point[0] * point[0] + point[1] * point[1];
            assertThat(found[0] * found[0] + found[1] * found[1]).isCloseTo(inPlane, within(1e-12));
        }
    }

    @Test
    void axesAreAtRightAnglesAndOfLengthOne() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] points = new double[40][12];
        for (double[] point : points) {
            Arrays.setAll(point, number -> random.nextDouble(-1, 1) * (number + 1));
        }
        PrincipalAxes axes = PrincipalAxes.of(points);
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                double product = 0;
                for (int number = 0; number < 12; number++) {
                    product += axes.loadings(number)[one] * axes.loadings(number)[other];
                }
                assertThat(product).isCloseTo(one == other ? 1 : 0, within(1e-12));
            }
        }
    }
}
