package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import lab.carousel.ui.help.Help.WindowPlacement;
import org.junit.jupiter.api.Test;

class WindowPlacementTest {

    private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1920, 1080);

    @Test
    void itIsOnTheRightIfThereIsRoom() {
        assertThat(WindowPlacement.bounds(new Rectangle2D(0, 40, 1280, 800), LARGE, 960, 640))
                .isEqualTo(new Rectangle2D(1280, 40, 640, 800));
    }

    @Test
    void orOnTheLeft() {
        assertThat(WindowPlacement.bounds(new Rectangle2D(640, 0, 1280, 800), LARGE, 960, 600))
                .isEqualTo(new Rectangle2D(0, 0, 640, 800));
        assertThat(WindowPlacement.bounds(
                        new Rectangle2D(1720, 0, 1280, 800), new Rectangle2D(0, 0, 3000, 1080), 960, 600))
                .isEqualTo(new Rectangle2D(760, 0, 960, 800));
    }

    @Test
    void otherwiseItCoversAsLittleAsItCan() {
        assertThat(WindowPlacement.bounds(new Rectangle2D(0, 0, 1280, 800), new Rectangle2D(0, 0, 1280, 800), 960, 640))
                .isEqualTo(new Rectangle2D(640, 0, 640, 800));
    }

    @Test
    void itIsWithinTheScreen() {
        Rectangle2D bounds = WindowPlacement.bounds(new Rectangle2D(-200, 900, 1280, 1400), LARGE, 960, 640);
        assertThat(LARGE.contains(bounds)).isTrue();
    }
}
