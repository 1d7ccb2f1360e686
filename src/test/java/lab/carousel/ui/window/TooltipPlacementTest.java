package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class TooltipPlacementTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1280, 800);
    private static final Point2D SIZE = new Point2D(300, 60);

    private static Bounds number(double x, double y) {
        return new BoundingBox(x, y, 80, 30);
    }

    @Test
    void aTipStandsUnderWhatItExplains() {
        assertThat(TooltipPlacement.corner(number(100, 200), SIZE, 120, SCREEN)).isEqualTo(new Point2D(120, 236));
    }

    @Test
    void atTheBottomOfTheScreenItStandsOverItAndNotUponIt() {
        assertThat(TooltipPlacement.corner(number(100, 760), SIZE, 120, SCREEN)).isEqualTo(new Point2D(120, 694));
    }

    @Test
    void atTheRightOfTheScreenItIsSeenWhole() {
        assertThat(TooltipPlacement.corner(number(1190, 10), SIZE, 1200, SCREEN))
                .isEqualTo(new Point2D(980, 46));
    }
}
