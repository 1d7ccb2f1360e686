package lab.carousel.ui.window;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lab.carousel.ui.history.HistoryBar;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.toolbar.Toolbar;

/** The keys of the run, its history and the studies, which hold everywhere in the window. */
record RunKeys(Toolbar toolbar, HistoryBar history, Studies studies) {

    void listen(Region window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        // Before the lists, which use Escape up although they cannot be edited
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveStudies);
    }

    private void leaveStudies(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && studies.visibleProperty().get()) {
            studies.switchOver();
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        Map<KeyCode, Runnable> actions = Map.of(
                KeyCode.F5, toolbar::playOrPause,
                KeyCode.F6, toolbar::stepOnce,
                KeyCode.F7, toolbar::epochOnce,
                KeyCode.F8, toolbar::reset,
                KeyCode.F10, toolbar::toggleLive,
                KeyCode.F11, studies::switchOver);
        Runnable action = actions.get(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
        history.onKey(event);
        toolbar.onKey(event);
    }
}
