package lab.carousel.ui.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;

/**
 * What can be done in the whole window, declared once. Its item of a menu or its button, their tip, its entry in the palette, and its
 * lines in the list of keys and in the manual come from it; all of them find it again where it stands.
 *
 * @param place     the group of the list of keys that it belongs to
 * @param id        of its item or button
 * @param words     the key of its words
 * @param tip       the key of what explains it; empty if its words do
 * @param keys      the key that does it, and others that do the same, as {@link KeyCombination} reads them
 * @param otherwise what is done instead when it cannot be used
 * @param disabled  whether it cannot be used now: then neither item, button, palette nor key do it
 */
public record Command(
        String place,
        String id,
        String words,
        String tip,
        List<String> keys,
        Runnable deed,
        Runnable otherwise,
        BooleanProperty disabled) {

    /** One without keys, which its words explain. */
    public Command(String place, String id, String words, Runnable deed) {
        this(place, id, words, "", List.of(), deed, () -> {}, new SimpleBooleanProperty());
    }

    public Command keys(String... all) {
        return new Command(place, id, words, tip, List.of(all), deed, otherwise, disabled);
    }

    /** The same, explained by the words of its key with {@code .tip}. */
    public Command explained() {
        return new Command(place, id, words, words + ".tip", keys, deed, otherwise, disabled);
    }

    public Command otherwise(Runnable instead) {
        return new Command(place, id, words, tip, keys, deed, instead, disabled);
    }

    public void run() {
        (disabled.get() ? otherwise : deed).run();
    }

    /** Its key, as it stands on the keyboard; empty if it has none. */
    public String keyName() {
        return keys.isEmpty() ? "" : KeyTable.name(keys.get(0));
    }

    /** What explains it now, with its key. */
    public String withKey(String now) {
        return keys.isEmpty() ? now : Message.text("keys.tip", now, keyName());
    }

    public MenuItem item() {
        MenuItem item = on(new MenuItem());
        item.setOnAction(event -> run());
        return item;
    }

    /** Gives an item of a menu its id, words and key, and disables it while the command cannot be used. */
    public <I extends MenuItem> I on(I item) {
        Controls.named(item, id).setText(Message.text(words));
        // Names that are put into the words may have an underscore
        item.setMnemonicParsing(false);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys.get(0)));
        }
        item.disableProperty().bind(disabled);
        item.getProperties().put(Command.class, this);
        return item;
    }

    /** The same with a control, which has words and a tip of its own. */
    public <N extends Node> N on(N control) {
        control.setId(id);
        control.disableProperty().bind(disabled);
        control.getProperties().put(Command.class, this);
        return control;
    }

    /** The same with a button, which does it, and gets the tip. */
    public <B extends ButtonBase> B doneBy(B button) {
        if (!tip.isEmpty()) {
            Tip.put(button, withKey(Message.text(tip)));
        }
        return Controls.acting(on(button), this::run);
    }

    /** What stands at a control. */
    public static Optional<Command> at(Node control) {
        return control.hasProperties() ? at(control.getProperties()) : Optional.empty();
    }

    /** What an item of a menu is of. */
    public static Optional<Command> at(MenuItem item) {
        return at(item.getProperties());
    }

    private static Optional<Command> at(ObservableMap<Object, Object> properties) {
        return Optional.ofNullable((Command) properties.get(Command.class));
    }

    /** Those of the controls and menus in a part of the window, in their order. */
    public static List<Command> in(Node part) {
        List<Command> all = new ArrayList<>();
        collect(part, true, all);
        return all;
    }

    private static void collect(Node node, boolean withMenus, List<Command> all) {
        at(node).ifPresent(all::add);
        if (node instanceof MenuButton menu) {
            collect(withMenus ? menu.getItems() : List.of(), all);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, withMenus, all));
        }
    }

    private static void collect(List<MenuItem> items, List<Command> all) {
        for (MenuItem item : items) {
            at(item).ifPresent(all::add);
            collect(item instanceof Menu menu ? menu.getItems() : List.of(), all);
        }
    }

    /**
     * Does the commands of the buttons in a part of a window with their keys, wherever the keyboard is; a key alone also
     * with others held. Menus do theirs by themselves.
     *
     * @throws IllegalArgumentException if two have the same key
     */
    public static void listen(Node window, Node part) {
        Set<String> taken = new HashSet<>();
        for (Command each : in(part)) {
            for (String key : each.keys) {
                if (!taken.add(key)) {
                    throw new IllegalArgumentException("Two commands with one key: " + key);
                }
            }
        }
        List<Command> ofButtons = new ArrayList<>();
        collect(part, false, ofButtons);
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> ofButtons.stream()
                .filter(each -> each.isMeant(event))
                .findFirst()
                .ifPresent(pressed -> {
                    pressed.run();
                    event.consume();
                }));
    }

    private boolean isMeant(KeyEvent pressed) {
        return keys.stream()
                .anyMatch(key -> key.equals(pressed.getCode().getName())
                        || KeyCombination.valueOf(key).match(pressed));
    }
}
