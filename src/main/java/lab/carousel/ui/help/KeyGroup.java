package lab.carousel.ui.help;

import java.util.List;
import lab.carousel.text.Message;

/**
 * The keys of a place on the screen.
 *
 * @param place the name of the place, in the message bundle {@code keys} and as an anchor in the manual
 */
record KeyGroup(String place, List<Action> actions) {

    KeyGroup {
        actions = List.copyOf(actions);
    }

    String title() {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /**
     * Keys that do the same, or the one and the other of two things.
     *
     * @param keys   as {@link javafx.scene.input.KeyCombination} reads them
     */
    record Action(String name, List<String> keys) {

        Action {
            keys = List.copyOf(keys);
        }

        String words() {
            return Message.text("keys.action." + name);
        }
    }
}
