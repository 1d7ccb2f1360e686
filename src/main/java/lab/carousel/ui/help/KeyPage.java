package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import lab.carousel.manual.Target;
import lab.carousel.text.Message;

/** The list of keys as a page of the manual. */
final class KeyPage {

    /** The name of the page. */
    static final String NAME = "keys.md";

    private KeyPage() {}

    /**
     * The page in Markdown.
     *
     * @param place the place whose keys come first; empty if it has none, or none is meant
     * @param about where the manual tells of that place, if it does
     */
    static String markdown(Optional<String> place, Optional<Target> about) {
        StringBuilder page =
                new StringBuilder("# " + Message.text("keys.title") + "\n\n" + Message.text("keys.intro") + "\n");
        about.ifPresent(target -> page.append("\n**" + Message.text("keys.here", target.link()) + "**\n"));
        List<KeyGroup> groups = new ArrayList<>(KeyTable.groups());
        groups.sort((one, other) -> Boolean.compare(isOf(place, other), isOf(place, one)));
        for (KeyGroup group : groups) {
            page.append("\n<a id=\"keys-" + group.place() + "\"></a>\n\n## " + group.title() + "\n\n");
            page.append("| " + Message.text("keys.key") + " | " + Message.text("keys.does") + " |\n| --- | --- |\n");
            for (KeyGroup.Action line : group.actions()) {
                page.append("| " + keys(line) + " | " + line.words() + " |\n");
            }
        }
        return page.toString();
    }

    private static boolean isOf(Optional<String> place, KeyGroup group) {
        return place.filter(group.place()::equals).isPresent();
    }

    private static String keys(KeyGroup.Action line) {
        return line.keys().stream()
                .map(KeyPage::name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(" "));
    }

    /** A key as it stands on a keyboard of the language, the same on all systems but for Ctrl. */
    private static String name(String keys) {
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
