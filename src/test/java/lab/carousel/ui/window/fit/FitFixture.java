package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioMenuItem;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

/** Every text in the window fits its control in the least size that is promised, 1280 by 800, in every language. */
public abstract class FitFixture extends MainWindowFixture {

    private final InLanguage before = new InLanguage(Language.ENGLISH);
    private final Misfits misfits = new Misfits();

    @AfterEach
    void putBack() {
        before.close();
    }

    protected void speak(FxRobot robot, Language language) throws TimeoutException {
        robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
        await(() -> Language.current() == language);
        Frames.settle();
    }

    protected static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
        Frames.settle();
    }

    protected void look(FxRobot robot, String place) {
        Frames.settle();
        robot.interact(() -> misfits.look(place, window));
    }

    /** Adds something that was found by other means. */
    protected void found(String place, String finding) {
        misfits.add(place, finding);
    }

    protected void assertNothingFound(Language language) {
        assertThat(misfits.found()).as("texts that do not fit, " + language).isEmpty();
    }

    /** What it says stands beside every place: while it is checked, and after that. */
    protected void awaitVerification(FxRobot robot) throws TimeoutException {
        Frames.letGoOn();
        Frames.pass(1_000);
        await(find(robot, "verification")::isVisible);
        look(robot, "verification");
        Frames.rest();
    }

    protected static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && !node.isDisabled();
    }
}
