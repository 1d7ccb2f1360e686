package lab.carousel.ui.window.language;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioMenuItem;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindow;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

/** The window, in which the language is changed. */
abstract class LanguageFixture extends MainWindowFixture {

    private final InLanguage before = new InLanguage(Language.ENGLISH);

    @AfterEach
    void putBack() {
        before.close();
    }

    void choose(FxRobot robot, Language language) throws TimeoutException {
        MainWindow old = window;
        robot.interact(() -> ((RadioMenuItem) item(robot, "viewMenu", "language-" + language.code())).fire());
        await(() -> window != old);
        Frames.settle();
    }

    static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
    }
}
