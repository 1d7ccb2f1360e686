package lab.carousel.drawing.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitTest {

    private static final Box AREA = new Box(0, 0, 40, 20);

    private final Marks marks = new Marks();

    private void spot(String words) {
        marks.spots(AREA, place -> Optional.of(new Hit(-1, -1, words)));
    }

    private String at(double x, double y) {
        return Hit.at(marks.list(), x, y).map(Hit::words).orElse("");
    }

    @Test
    void whatWasListedLastIsFoundAndWhereItHasNothingWhatLiesBelow() {
        spot("below");
        marks.spots(AREA, place -> place.x() < 10 ? Optional.of(new Hit(-1, -1, "above")) : Optional.empty());
        marks.fill(AREA);
        assertThat(at(5, 5)).isEqualTo("above");
        assertThat(at(15, 5)).isEqualTo("below");
        assertThat(at(40, 5)).isEmpty();
    }

    @Test
    void aGroupIsEnlargedMovedAndCutOff() {
        marks.begin(100, 10, 2);
        marks.beginClip(new Box(0, 0, 30, 20));
        spot("in it");
        marks.end();
        marks.end();
        assertThat(at(100, 10)).isEqualTo("in it");
        assertThat(at(159, 49)).isEqualTo("in it");
        assertThat(at(161, 49)).isEmpty();
        assertThat(at(99, 10)).isEmpty();
    }

    @Test
    void aCellTellsItsRowAndColumnAndAGapNothing() {
        CellGrid grid = new CellGrid(ColumnPlaces.of(2, List.of(1), 10, 5), 3, 100, 50, 8);
        marks.spots(grid, (row, column) -> new Hit(row, column, row + ", " + column));
        assertThat(at(105, 59)).isEqualTo("1, 0");
        assertThat(at(116, 73)).isEqualTo("2, 1");
        assertThat(at(112, 59)).isEmpty();
    }

    @Test
    void rowsAndColumnsFillAnAreaAndNoneAreNowhere() {
        marks.spotColumns(AREA, 0, column -> new Hit(-1, column, ""));
        marks.spotRows(AREA, 4, row -> new Hit(row, -1, "row " + row));
        assertThat(at(39, 19)).isEqualTo("row 3");
        marks.spotRows(AREA, 0, row -> new Hit(row, -1, "none"));
        marks.spotColumns(new Box(0, 0, 40, 10), 4, column -> new Hit(-1, column, "column " + column));
        assertThat(at(39, 9)).isEqualTo("column 3");
        assertThat(at(39, 10)).isEqualTo("row 2");
    }

    @Test
    void theNearestPlaceInReachIsFound() {
        List<Point> places = List.of(new Point(0, 0), new Point(10, 0), new Point(10, 0), new Point(Double.NaN, 0));
        assertThat(new Point(7, 0).nearest(4, places::get, 9)).contains(1);
        assertThat(new Point(-9, 0).nearest(4, places::get, 9)).contains(0);
        assertThat(new Point(0, 9.1).nearest(4, places::get, 9)).isEmpty();
    }
}
