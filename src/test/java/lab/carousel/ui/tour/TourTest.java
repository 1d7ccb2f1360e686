package lab.carousel.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class TourTest {

    private static Point2D corner(double x, double y, double width, double height) {
        return Tour.corner(
                new BoundingBox(x, y, width, height), new Dimension2D(320, 120), new BoundingBox(0, 0, 1280, 800));
    }

    @Test
    void theBubbleStandsBelowWhatItIsAboutOrAboveWhereThereIsNoRoom() {
        assertThat(corner(200, 10, 50, 40)).isEqualTo(new Point2D(200, 62));
        assertThat(corner(0, 740, 1280, 60)).isEqualTo(new Point2D(8, 608));
    }

    @Test
    void besideWhatIsAsHighAsTheWindow() {
        assertThat(corner(0, 60, 370, 700)).isEqualTo(new Point2D(382, 60));
        assertThat(corner(900, 60, 380, 700)).isEqualTo(new Point2D(568, 60));
    }

    @Test
    void withinAColumnLevelWithWhatIsOutsideOfIt() {
        BoundingBox column = new BoundingBox(0, 0, 370, 800);
        Dimension2D bubble = new Dimension2D(320, 120);
        assertThat(Tour.corner(new BoundingBox(374, 60, 520, 300), bubble, column))
                .isEqualTo(new Point2D(42, 60));
        assertThat(Tour.corner(new BoundingBox(196, 4, 100, 40), bubble, column))
                .isEqualTo(new Point2D(42, 56));
    }

    @Test
    void withinTheWindowWhateverItIsAbout() {
        assertThat(corner(1200, 10, 50, 40)).isEqualTo(new Point2D(952, 62));
        assertThat(corner(0, 0, 1280, 800)).isEqualTo(new Point2D(480, 340));
    }
}
