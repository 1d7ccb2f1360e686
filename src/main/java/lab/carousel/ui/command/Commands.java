package lab.carousel.ui.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The commands of a window. */
public final class Commands {

    /** Places as the list of keys has them. */
    private static final List<String> PLACES =
            List.of("toolbar", "history", "fileMenu", "editMenu", "lessonMenu", "viewMenu", "helpMenu");

    private final List<Command> all = new ArrayList<>();

    /** One that belongs to a menu or a bar, and cannot be used while that is disabled. */
    public Command add(Node bar, String id, String words, Runnable deed, String... keys) {
        return add(bar.getId(), id, words, deed, keys).within(bar);
    }

    public Command add(String place, String id, String words, Runnable deed, String... keys) {
        return add(new Command(place, id, words, deed, keys));
    }

    /** @throws IllegalArgumentException if another one has one of its keys */
    public Command add(Command made) {
        for (String key : made.keys()) {
            if (with(key).isPresent()) {
                throw new IllegalArgumentException("Two commands with one key: " + key);
            }
        }
        all.add(made);
        return made;
    }

    public List<Command> all() {
        return List.copyOf(all);
    }

    public Optional<Command> of(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Optional<Command> with(String key) {
        return all.stream().filter(each -> each.keys().contains(key)).findFirst();
    }

    /** All keys, those of commands first, by the places where they hold. */
    public Map<String, List<KeyLine>> keys() {
        Stream<KeyLine> ofCommands = all.stream()
                .filter(each -> !each.keys().isEmpty())
                .sorted(Comparator.comparing(each -> PLACES.indexOf(each.place())))
                .map(each -> new KeyLine(each.place(), each.explanation(), each.keys()));
        return Stream.concat(ofCommands, KeyTable.ofPlaces().stream())
                .collect(Collectors.groupingBy(KeyLine::place, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Does what the keys pressed in a window stand for, where no menu does: function keys and Tab before what has the keyboard,
     * others if that has no use for them, and nothing is typed.
     */
    public void listen(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(window, event, true));
        window.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(window, event, false));
    }

    private void press(Node window, KeyEvent event, boolean isBefore) {
        boolean isFirst = event.getCode().isFunctionKey() || event.getCode() == KeyCode.TAB;
        boolean isTyped = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof Spinner;
        if (isFirst == isBefore && (isFirst || event.isShortcutDown() || !isTyped)) {
            with(KeyTable.of(event)).filter(each -> !isOfMenu(window, event)).ifPresent(meant -> {
                meant.run();
                event.consume();
            });
        }
    }

    private static boolean isOfMenu(Node window, KeyEvent event) {
        return window.getScene().getAccelerators().keySet().stream().anyMatch(key -> key.match(event));
    }
}
