package lab.carousel.ui.command;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done in the whole window, declared once. Its item of a menu or its button, their tip, its entry in the palette, and its
 * line in the list of keys and in the manual come from it.
 *
 * @param place     the menu or bar to which it belongs, by its id
 * @param id        of its item or button
 * @param words     the key of its words; those with {@code .tip} explain it, if there are any
 * @param keys      the key that does it, and others that do the same, as {@link KeyCombination} reads them
 * @param otherwise what its key does when it cannot be used
 * @param name      what it is called now
 * @param tip       what explains it now
 * @param icon      of its buttons now; null if they have none
 * @param disabled  whether it cannot be used now: then neither item, button, palette nor key do it
 * @param locked    whether its control, or what that stands in, is disabled: then it cannot be used either
 */
public record Command(
        String place,
        String id,
        String words,
        List<String> keys,
        Runnable deed,
        Runnable otherwise,
        StringProperty name,
        StringProperty tip,
        ObjectProperty<Ikon> icon,
        BooleanProperty disabled,
        BooleanProperty locked) {

    public Command(String place, String id, String words, Runnable deed, String... keys) {
        this(
                place,
                id,
                words,
                List.of(keys),
                deed,
                () -> {},
                new SimpleStringProperty(Message.text(words)),
                new SimpleStringProperty(Message.text(explanation(words))),
                new SimpleObjectProperty<>(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty());
    }

    public Command otherwise(Runnable instead) {
        return new Command(place, id, words, keys, deed, instead, name, tip, icon, disabled, locked);
    }

    public Command icon(Ikon first) {
        icon.set(first);
        return this;
    }

    public boolean isUsable() {
        return !disabled.get() && !locked.get();
    }

    public void run() {
        (isUsable() ? deed : otherwise).run();
    }

    /** The key of what explains it, or else of its words. */
    String explanation() {
        return explanation(words);
    }

    private static String explanation(String words) {
        String tip = words + ".tip";
        return Message.isThere(tip) ? tip : words;
    }

    /** Words that explain it now, with its key. */
    public String withKey(String now) {
        return keys.isEmpty() ? now : Message.text("keys.tip", now, keyName());
    }

    /** Its key, as it stands on the keyboard; empty if it has none. */
    public String keyName() {
        return keys.isEmpty() ? "" : KeyTable.name(keys.get(0));
    }

    public MenuItem item() {
        MenuItem item = on(new MenuItem());
        item.setOnAction(event -> run());
        return item;
    }

    /** Gives an item of a menu its id, name and key, and disables it while the command cannot be used. */
    public <I extends MenuItem> I on(I item) {
        // Names that are put into the words may have an underscore
        item.setMnemonicParsing(false);
        item.textProperty().bind(name);
        item.disableProperty().bind(disabled);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys.get(0)));
        }
        return Controls.named(item, id);
    }

    /** The same with a control, which says the name aloud. */
    public <N extends Node> N on(N control) {
        within(control);
        return told(Controls.named(control, id));
    }

    private <N extends Node> N told(N control) {
        control.accessibleTextProperty().bind(name);
        control.disableProperty().bind(disabled);
        return control;
    }

    /** Cannot be used while a part of the window is disabled. */
    public Command within(Node part) {
        locked.bind(part.disabledProperty());
        return this;
    }

    /** Its button, which does it, and gets icon and tip. */
    public <B extends ButtonBase> B doneBy(B button) {
        return alsoDoneBy(on(button));
    }

    /** Another button that does it, and is something of its own. */
    public <B extends ButtonBase> B alsoDoneBy(B button) {
        if (icon.get() != null) {
            FontIcon sign = new FontIcon();
            sign.iconCodeProperty().bind(icon);
            button.setGraphic(sign);
        }
        tip.subscribe(now -> Tip.put(button, withKey(now)));
        return Controls.acting(told(button), this::run);
    }
}
