package lab.carousel.drawing.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpotWalkTest {

    /** A grid of cells, 20 points wide and 10 high, from (30, 20) to (90, 50), without the middle one. */
    private static Optional<String> grid(double x, double y) {
        boolean inside = x >= 30 && x < 90 && y >= 20 && y < 50;
        int column = (int) ((x - 30) / 20);
        int row = (int) ((y - 20) / 10);
        return inside && !(column == 1 && row == 1) ? Optional.of(row + "/" + column) : Optional.empty();
    }

    private final SpotWalk<String> walk = new SpotWalk<>(SpotWalkTest::grid, 200, 100);

    private String at(Optional<Point> place) {
        return place.flatMap(there -> grid(there.x(), there.y())).orElse("");
    }

    @Test
    void beginsWhereOneBeginsToRead() {
        assertThat(at(walk.first())).isEqualTo("0/0");
        assertThat(walk.first().orElseThrow().distance(new Point(40, 25))).isLessThan(2);
        assertThat(new SpotWalk<>((x, y) -> Optional.empty(), 200, 100).first()).isEmpty();
    }

    @Test
    void goesFromCellToCellAndOverAGap() {
        Point first = walk.first().orElseThrow();
        Point right = walk.next(first, 1, 0).orElseThrow();
        assertThat(at(Optional.of(right))).isEqualTo("0/1");
        assertThat(right.x()).isBetween(58.0, 62.0);
        assertThat(at(walk.next(right, 0, 1))).as("under the gap").isEqualTo("2/1");
        assertThat(at(walk.next(right, -1, 0))).isEqualTo("0/0");
        assertThat(walk.next(first, -1, 0)).as("nothing is further left").isEmpty();
        assertThat(walk.next(first, 0, -1)).isEmpty();
    }

    @Test
    void findsWhatStandsBesideTheStraightWay() {
        SpotWalk<String> two = new SpotWalk<>(
                (x, y) -> Math.hypot(x - 20, y - 20) < 5
                        ? Optional.of("near")
                        : Math.hypot(x - 120, y - 80) < 5 ? Optional.of("far") : Optional.empty(),
                200,
                100);
        Point near = two.first().orElseThrow();
        Point far = two.next(near, 1, 0).orElseThrow();
        assertThat(far.distance(new Point(120, 80))).isLessThan(5);
        assertThat(two.next(near, 0, 1))
                .as("it is more to the right than below")
                .isEmpty();
        assertThat(two.next(far, -1, 0).orElseThrow().distance(new Point(20, 20)))
                .isLessThan(5);
    }
}
