package lab.carousel.ui.help;

import java.util.List;
import lab.carousel.text.Message;

/**
 * The keys of a place on the screen.
 *
 * @param place the name of the place, in the message bundle {@code keys} and as an anchor in the manual
 * @param lines what they do
 */
record KeyGroup(String place, List<Line> lines) {

    /** Copies the list. */
    KeyGroup {
        lines = List.copyOf(lines);
    }

    /** A group from its lines. */
    static KeyGroup of(String place, Line... lines) {
        return new KeyGroup(place, List.of(lines));
    }

    /** Where the keys hold, in words. */
    String title() {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /**
     * Keys that do the same, or the one and the other of two things.
     *
     * @param action what they do, as a key in the message bundle
     * @param keys   as {@link javafx.scene.input.KeyCombination} reads them
     */
    record Line(String action, List<String> keys) {

        /** Copies the list. */
        Line {
            keys = List.copyOf(keys);
        }

        /** A line from its keys. */
        static Line of(String action, String... keys) {
            return new Line(action, List.of(keys));
        }

        /** What they do, in words. */
        String words() {
            return Message.text("keys.action." + action);
        }
    }
}
