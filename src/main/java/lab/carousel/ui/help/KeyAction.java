package lab.carousel.ui.help;

import java.util.List;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;

/**
 * Keys that do the same, or the one and the other of two things.
 *
 * @param keys   as {@link KeyCombination} reads them
 */
public record KeyAction(String name, List<String> keys) {

    public KeyAction {
        keys = List.copyOf(keys);
    }

    public String words() {
        return Message.text("keys.action." + name);
    }
}
