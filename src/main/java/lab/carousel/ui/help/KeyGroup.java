package lab.carousel.ui.help;

import java.util.List;
import lab.carousel.text.Message;

/**
 * The keys of a place on the screen.
 *
 * @param place the name of the place, in the message bundle {@code keys} and as an anchor in the manual
 * @param actions what they do
 */
record KeyGroup(String place, List<Action> actions) {

    /** Copies the list. */
    KeyGroup {
        actions = List.copyOf(actions);
    }

    /** Where the keys hold, in words. */
    String title() {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /**
     * Keys that do the same, or the one and the other of two things.
     *
     * @param name what they do, as a key in the message bundle
     * @param keys   as {@link javafx.scene.input.KeyCombination} reads them
     */
    record Action(String name, List<String> keys) {

        /** Copies the list. */
        Action {
            keys = List.copyOf(keys);
        }

        /** What they do, in words. */
        String words() {
            return Message.text("keys.action." + name);
        }
    }
}
