package lab.carousel.ui.command;

import java.util.List;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;

/**
 * Keys that do the same, or the one and the other of two things.
 *
 * @param place where they hold: a name in the message bundle {@code keys} and an anchor in the manual
 * @param said  the key of the words for it
 * @param keys  as {@link KeyCombination} reads them
 */
public record KeyLine(String place, String said, List<String> keys) {

    public String words() {
        return Message.text(said).replace(" \u2026", "");
    }

    /** The keys as they stand on a keyboard. */
    public List<String> names() {
        return keys.stream().map(KeyTable::name).toList();
    }
}
