package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimatorTest {

    /** Points at 0, 1, 2, …, each of which stands for its own value only. */
    private static PointSource values(int size, IntToDoubleFunction values) {
        return PointSource.of(
                IntStream.range(0, size).asDoubleStream().toArray(),
                IntStream.range(0, size).mapToDouble(values).toArray());
    }

    @Test
    void keepsEveryPointOfAShortLine() {
        ReducedLine line = Decimator.reduce(values(5, point -> point * point), 0, 4, 100);
        assertThat(line.x()).containsExactly(0, 1, 2, 3, 4);
        assertThat(line.y()).containsExactly(0, 1, 4, 9, 16);
    }

    @Test
    void keepsASingleSpikeAmongAMillionPoints() {
        ReducedLine line = Decimator.reduce(values(1_000_000, point -> point == 654_321 ? 9 : 1), 0, 999_999, 100);
        assertThat(line.x().length).isLessThanOrEqualTo(2 * 102 + 2);
        assertThat(Arrays.stream(line.y()).max()).hasValue(9);
        assertThat(between(line, 654_321, 654_322)).contains(9);
    }

    @Test
    void keepsTheLeastAndLargestOfEveryColumn() {
        Random random = new Random(1);
        double[] values = random.doubles(10_000).toArray();
        ReducedLine line = Decimator.reduce(values(10_000, point -> values[point]), 0, 10_000, 50);
        for (int column = 0; column < 50; column++) {
            double[] all = Arrays.copyOfRange(values, column * 200, (column + 1) * 200);
            double[] kept = between(line, column * 200, (column + 1) * 200);
            assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(all).min());
            assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(all).max());
        }
        assertThat(line.x()).isSorted();
    }

    @Test
    void beginsAndEndsWithTheLinesOwnEnds() {
        ReducedLine line = Decimator.reduce(values(1_000, point -> Math.sin(point)), 0, 999, 3);
        assertThat(line.x()[0]).isEqualTo(0);
        assertThat(line.x()[line.x().length - 1]).isEqualTo(999);
        assertThat(line.y()[line.y().length - 1]).isEqualTo(Math.sin(999));
    }

    @Test
    void takesOnePointBeyondEachEdgeSoThatTheLineRunsOutOfThePicture() {
        ReducedLine line = Decimator.reduce(values(100, point -> point), 40.5, 43.5, 10);
        assertThat(line.x()).containsExactly(40, 41, 42, 43, 44);
    }

    @Test
    void showsTheSpreadOfAPointThatStandsForSeveralValues() {
        PointSource spread = new PointSource(
                3, point -> point, point -> 5, point -> point == 1 ? 2 : 5, point -> point == 1 ? 9 : 5);
        ReducedLine line = Decimator.reduce(spread, 0, 2, 10);
        assertThat(line.x()).containsExactly(0, 1, 1, 2);
        assertThat(line.y()).containsExactly(5, 2, 9, 5);
    }

    @Test
    void leavesOutValuesThatAreNotFinite() {
        ReducedLine line = Decimator.reduce(values(4, point -> point == 2 ? Double.NaN : 1), 0, 3, 10);
        assertThat(line.x()).containsExactly(0, 1, 3);
    }

    @Test
    void hasNoPointsForAnEmptyLine() {
        assertThat(Decimator.reduce(values(0, point -> 1), 0, 1, 10).x()).isEmpty();
    }

    @Test
    void refusesAPictureWithoutWidth() {
        assertThatThrownBy(() -> Decimator.reduce(values(1, point -> 1), 1, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] between(ReducedLine line, double from, double to) {
        return IntStream.range(0, line.x().length)
                .filter(point -> line.x()[point] >= from && line.x()[point] < to)
                .mapToDouble(point -> line.y()[point])
                .toArray();
    }
}
