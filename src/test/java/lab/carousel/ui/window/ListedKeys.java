package lab.carousel.ui.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lab.carousel.manual.ShippedManual;

/** The list of keys in the manual, and keys as it writes them. */
final class ListedKeys {

    /** Other names of keys in the list, on a second block of keys or of another layout. */
    private static final Map<KeyCode, KeyCode> SAME = Map.of(
            KeyCode.ADD, KeyCode.PLUS,
            KeyCode.EQUALS, KeyCode.PLUS,
            KeyCode.SUBTRACT, KeyCode.MINUS,
            KeyCode.NUMPAD0, KeyCode.DIGIT0,
            KeyCode.ASTERISK, KeyCode.MULTIPLY);

    private ListedKeys() {}

    /** The keys of the groups as the manual lists them, read back from its page. */
    static Map<String, Set<String>> listed() {
        Map<String, Set<String>> groups = new HashMap<>();
        String page = ShippedManual.markdown("keys.md");
        for (String group : page.split("<a id=\"keys-")) {
            Set<String> keys = new TreeSet<>();
            java.util.regex.Pattern.compile("`([^`]+)`")
                    .matcher(group)
                    .results()
                    .forEach(key -> keys.add(key.group(1)));
            groups.put(group.split("\"")[0], keys);
        }
        return groups;
    }

    /** A key as the list writes it. */
    static String name(KeyEvent event) {
        List<String> parts = new ArrayList<>();
        if (event.isControlDown()) {
            parts.add("Ctrl");
        }
        if (event.isShiftDown()) {
            parts.add("Shift");
        }
        if (event.isAltDown()) {
            parts.add("Alt");
        }
        KeyCode code = SAME.getOrDefault(event.getCode(), event.getCode());
        parts.add(
                switch (code) {
                    case LEFT -> "←";
                    case RIGHT -> "→";
                    case UP -> "↑";
                    case DOWN -> "↓";
                    case PLUS -> "+";
                    case MINUS -> "−";
                    case MULTIPLY -> "*";
                    case PAGE_UP -> "Page up";
                    case PAGE_DOWN -> "Page down";
                    case ESCAPE -> "Esc";
                    default -> code.getName();
                });
        return String.join("+", parts);
    }

    /** What is not in the list, neither as it is nor with fewer modifiers: most keys do not look at all of them. */
    static Set<String> missing(Set<String> found, Set<String> listed) {
        return found.stream()
                .filter(key -> listed.stream()
                        .noneMatch(line ->
                                bare(line).equals(bare(key)) && parts(key).containsAll(parts(line))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key without modifiers. */
    private static String bare(String key) {
        if (key.endsWith("-")) {
            return "−";
        }
        return key.endsWith("+") ? "+" : key.substring(key.lastIndexOf('+') + 1);
    }

    private static Set<String> parts(String key) {
        String modifiers = key.substring(0, key.length() - bare(key).length());
        return modifiers.isEmpty() ? Set.of() : new TreeSet<>(List.of(modifiers.split("\\+")));
    }

    /** As the list orders modifiers. */
    static String ordered(String key) {
        Set<String> parts = parts(key);
        return Stream.of("Ctrl", "Shift", "Alt")
                        .filter(parts::contains)
                        .map(part -> part + "+")
                        .collect(Collectors.joining())
                + bare(key);
    }
}
