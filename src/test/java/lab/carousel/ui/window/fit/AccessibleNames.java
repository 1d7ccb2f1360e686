package lab.carousel.ui.window.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.drawing.DrawingView;

/**
 * Finds what a screen reader could not name: everything in sight that can be used with mouse or keyboard, and has no name
 * in words. A tooltip is no name: nobody reads it aloud.
 */
final class AccessibleNames {

    /** A glyph or a letter is no name; a word is one, and so is a line of an equation, or what the paper calls it. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|\\d.*=|=.*\\d|^([pqhc](: \\d+)?|2[abc])$");

    /** Where each was seen first. */
    private final TreeMap<String, String> nameless = new TreeMap<>();

    /** Looks at all that is shown under a node. */
    void look(String where, Node root) {
        if (!root.isVisible()) {
            return;
        }
        if (isUsable(root)) {
            check(where, root);
        }
        if (root instanceof MenuButton menu) {
            LateMenu.items(menu).forEach(item -> look(where, item));
        }
        inside(root).forEach(child -> look(where, child));
    }

    private void look(String where, MenuItem item) {
        if (item instanceof SeparatorMenuItem) {
            return;
        }
        Object name = item instanceof CustomMenuItem custom
                ? custom.getContent().queryAccessibleAttribute(AccessibleAttribute.TEXT)
                : item.getText();
        if (!isInWords((String) name)) {
            nameless.putIfAbsent("menu item " + item.getId() + " is called " + name, where);
        }
        if (item instanceof Menu menu) {
            menu.getItems().forEach(each -> look(where, each));
        }
    }

    private void check(String where, Node node) {
        String name = name(node);
        if (!isInWords(name)) {
            nameless.putIfAbsent(path(node) + " is called " + name, where);
        }
    }

    /** Of a control its skin is its own affair, unless that shows what the program has put there. */
    private static List<Node> inside(Node node) {
        boolean holds = node instanceof ScrollPane
                || node instanceof SplitPane
                || node instanceof IndexedCell<?>
                || node instanceof Label
                || node.getClass().getName().startsWith("lab.carousel")
                || !(node instanceof Control)
                || node.getClass().getSimpleName().endsWith("View");
        boolean isLeaf =
                node instanceof TextInputControl || node instanceof Spinner<?> || node instanceof ComboBoxBase<?>;
        return holds && !isLeaf && node instanceof Parent parent
                ? new ArrayList<>(parent.getChildrenUnmodifiable())
                : List.of();
    }

    private static boolean isUsable(Node node) {
        boolean isShownValue = node instanceof ProgressIndicator || node instanceof Slider;
        boolean isFilled = node instanceof ListCell<?> cell && !cell.isEmpty();
        // A row of a table is read cell by cell
        boolean isMouse = isOurs(node)
                && !(node instanceof TableRow<?>)
                && !(node instanceof DrawingView view && view.drawing() == null)
                && Stream.of(
                                node.getOnMousePressed(),
                                node.getOnMouseClicked(),
                                node.getOnMouseDragged(),
                                node.getOnScroll())
                        .anyMatch(handler -> handler != null);
        return isShownValue || isFilled || isMouse || node.isFocusTraversable() || node instanceof ButtonBase;
    }

    /** Whether the program has made it, and not the skin of a control. */
    private static boolean isOurs(Node node) {
        return node instanceof Control || node.getClass().getName().startsWith("lab.carousel");
    }

    /** What is read aloud as its name. */
    static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        boolean hasText = node instanceof Labeled && !(node instanceof ComboBoxBase<?>);
        if (hasText
                && ((Labeled) node).getText() != null
                && !((Labeled) node).getText().isBlank()) {
            return ((Labeled) node).getText();
        }
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return label instanceof Labeled words ? words.getText() : null;
    }

    private static boolean isInWords(String name) {
        return name != null && WORD.matcher(name).find();
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        int named = 0;
        for (Node each = node; each != null && named < 2; each = each.getParent()) {
            boolean hasId = each.getId() != null;
            if (each == node || hasId) {
                path.insert(
                        0,
                        " > " + each.getClass().getSimpleName() + (hasId ? "#" + each.getId() : each.getStyleClass()));
                named += hasId ? 1 : 0;
            }
        }
        return path.substring(3);
    }

    /** What has no name in words. */
    TreeMap<String, String> nameless() {
        return nameless;
    }
}
