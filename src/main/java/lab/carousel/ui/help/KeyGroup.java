package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;

/**
 * The keys of a place on the screen.
 *
 * @param place the name of the place, in the message bundle {@code keys} and as an anchor in the manual
 */
public record KeyGroup(String place, List<KeyAction> actions) {

    public KeyGroup {
        actions = List.copyOf(actions);
    }

    public static List<KeyGroup> all() {
        return KeyTable.groups();
    }

    public String title() {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /**
     * A key as it stands on a keyboard of the language, the same on all systems but for Ctrl.
     *
     * @param keys as {@link KeyCombination} reads them
     */
    public static String name(String keys) {
        List<String> parts = new ArrayList<>(List.of(keys.split("\\+")));
        parts.replaceAll(part -> switch (part) {
            case "Shortcut" ->
                KeyCombination.keyCombination("Shortcut+A").getDisplayText().startsWith("Ctrl")
                        ? Message.text("keys.name.control")
                        : "Cmd";
            case "Shift" -> Message.text("keys.name.shift");
            case "Delete" -> Message.text("keys.name.delete");
            case "Home" -> Message.text("keys.name.home");
            case "End" -> Message.text("keys.name.end");
            case "Space" -> Message.text("keys.name.space");
            case "Page_Up" -> Message.text("keys.name.pageUp");
            case "Page_Down" -> Message.text("keys.name.pageDown");
            case "Left" -> "←";
            case "Right" -> "→";
            case "Up" -> "↑";
            case "Down" -> "↓";
            case "Plus" -> "+";
            case "Minus" -> "−";
            case "Multiply" -> "*";
            default -> part;
        });
        return String.join("+", parts);
    }
}
