package lab.carousel.ui.controls;

import java.util.function.Consumer;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/** Toggles of which one is always chosen: a second click on it changes nothing. */
public final class RequiredToggleGroup extends ToggleGroup {

    /**
     * Holds the one that is chosen from now on.
     *
     * @param onChosen is given what is chosen next, and again what was clicked a second time
     */
    public void hold(Consumer<Toggle> onChosen) {
        selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                onChosen.accept(now);
            }
        });
    }
}
