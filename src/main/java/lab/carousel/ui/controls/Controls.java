package lab.carousel.ui.controls;

import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls with what all of them have: an id, style classes, and words from a bundle. */
public final class Controls {

    private Controls() {}

    /** A node with an id and style classes. */
    public static <N extends Node> N named(N node, String id, String... styles) {
        node.setId(id);
        return styled(node, styles);
    }

    /** An item of a menu with an id. */
    public static <I extends MenuItem> I named(I item, String id) {
        item.setId(id);
        return item;
    }

    /** Shows a text in a field. If it is another one, the caret goes behind it, where somebody may go on typing. */
    public static void showText(TextInputControl field, String text) {
        if (!text.equals(field.getText())) {
            field.setText(text);
            if (field.isFocused()) {
                field.end();
            }
        }
    }

    /** Copies a text, to be pasted anywhere. */
    public static void copy(String text) {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(text);
        Clipboard.getSystemClipboard().setContent(copied);
    }

    public static <N extends Node> N styled(N node, String... styles) {
        // One by one, so that there is no list of changes where there is one change
        List.of(styles).forEach(node.getStyleClass()::add);
        return node;
    }

    /** A node with the words of a key read aloud as its name, and those of the key with {@code .tip} as its tip. */
    public static <N extends Node> N explained(N node, String key) {
        Tip.put(node, Message.text(key + ".tip"));
        node.setAccessibleText(Message.text(key));
        return node;
    }

    /** A label that is never cut. */
    public static Label label(String key, String... styles) {
        return whole(styled(new Label(Message.text(key)), styles));
    }

    /** A control with the words of a key above it, which are also read aloud. */
    public static VBox captioned(String key, Control control) {
        Label caption = new Label(Message.text(key));
        caption.setLabelFor(control);
        control.setAccessibleText(caption.getText());
        return whole(styled(new VBox(caption, control), "typed-field"));
    }

    /** A label that gets its words later, on as many lines as they need. */
    public static Label words(String id, String... styles) {
        return wrapped(named(new Label(), id, styles));
    }

    /** A button with the words of a key, and those of the key with {@code .tip} as its tip. */
    public static Button button(String id, String key, Runnable action, String... styles) {
        Button button = whole(named(new Button(Message.text(key)), id, styles));
        Tip.put(button, Message.text(key + ".tip"));
        return acting(button, action);
    }

    /** A button of one sign, which says the words of a key in its tip and aloud. */
    public static Button iconButton(String id, Feather icon, String key, Runnable action, String... styles) {
        Button button = whole(named(new Button(null, new FontIcon(icon)), id, styles));
        Tip.put(button, Message.text(key));
        button.setAccessibleText(Message.text(key));
        return acting(button, action);
    }

    /** A button that does something when it is pressed. */
    public static <B extends ButtonBase> B acting(B button, Runnable action) {
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Lets nothing come of the rest of a double click, whose first click has changed what is under the pointer. */
    public static void ignoreFurtherClicks(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                if (event.getClickCount() > 1) {
                    event.consume();
                } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                    scene.removeEventFilter(MouseEvent.ANY, this);
                }
            }
        });
    }

    public static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = named(new MenuItem(words), id);
        // Titles and names of files may have an underscore
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** A region that is never narrower than its words. */
    public static <R extends Region> R whole(R region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    /** A region that takes all the width that it is offered. */
    public static <R extends Region> R stretch(R region) {
        region.setMaxWidth(Double.MAX_VALUE);
        return region;
    }

    /** What stands over something, or in its place, while a question of a lesson hides it. */
    public static Region cover(String name) {
        Label cover = wrapped(named(
                new Label(Message.text("lesson.covered"), new FontIcon(Feather.EYE_OFF)),
                "cover-" + name,
                "lesson-cover"));
        cover.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return cover;
    }

    /** A label on as many lines as it needs. */
    public static <L extends Labeled> L wrapped(L label) {
        label.setWrapText(true);
        return label;
    }

    /** A node that gets the width that is left in a row, or the height in a column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /** Nothing, with all the width that is left in a row. */
    public static Region spring() {
        return grow(new Region());
    }

    /** Nodes side by side, on one middle line. */
    public static HBox row(double gap, Node... nodes) {
        HBox row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Shows a node, or hides it without leaving room for it. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
