package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import lab.carousel.text.Language;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;

/** Every text in the window fits its control, and everything that can be used has a name in words, in every language. */
public abstract class FitFixture extends MainWindowFixture {

    /** The least size that is promised, 1024 by 700, less the frame that a system puts around it. */
    protected static final double NARROW_WIDTH = 1008;

    protected static final double NARROW_HEIGHT = 660;

    private final Misfits misfits = new Misfits();
    private final AccessibleNames names = new AccessibleNames();

    protected void narrow() {
        robot.interact(() -> {
            stage.setWidth(NARROW_WIDTH);
            stage.setHeight(NARROW_HEIGHT);
        });
    }

    protected void look(String place) {
        Frames.settle();
        robot.interact(() -> {
            misfits.look(place, window);
            names.look(place, window);
            // What lies over it, and is no part of it
            robot.lookup("#classOverlay").tryQuery().ifPresent(over -> {
                misfits.look(place, (Parent) over);
                names.look(place, (Parent) over);
            });
        });
    }

    /** Adds something that was found by other means. */
    protected void found(String place, String finding) {
        misfits.add(place, finding);
    }

    protected void assertNothingFound(Language language) {
        assertThat(misfits.found()).as("texts that do not fit, " + language).isEmpty();
        assertThat(names.nameless()).as("what has no name, " + language).isEmpty();
    }

    protected static boolean isShown(Node node) {
        return FirstControl.isOnScreen(node) && !node.isDisabled();
    }
}
