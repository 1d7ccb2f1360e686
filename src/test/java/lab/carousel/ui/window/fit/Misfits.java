package lab.carousel.ui.window.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.Frames;

/** Finds texts on the screen that do not fit: cut off in their control, or reaching beyond what holds it. */
final class Misfits {

    /** Half a pixel may be lost where sizes are rounded. */
    private static final double TOLERANCE = 1.01;

    /** What is read without a pointer, as by those who only look on: a tooltip that tells the rest is not enough. */
    private static final Set<String> WHOLE = Set.of("reason", "lossHint");

    /** What was found, with the first place where it was. */
    private final Map<String, String> found = new LinkedHashMap<>();

    /** What was found, each once. */
    List<String> found() {
        return found.entrySet().stream()
                .map(each -> each.getValue() + ": " + each.getKey())
                .toList();
    }

    /** Adds something that was found by other means. */
    void add(String place, String finding) {
        found.putIfAbsent(finding, place);
    }

    /** Looks at all that can be seen of a node, and calls what is found after a place. */
    void look(String place, Parent root) {
        // What has just come from the background is laid out before
        Frames.make();
        walk(place, root, root.localToScene(root.getLayoutBounds()));
    }

    private void walk(String place, Node node, Bounds room) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled) {
            check(place, labeled, room);
        } else if (node instanceof TextField field) {
            checkPrompt(place, field);
        }
        Bounds inside = room;
        if (node instanceof ScrollPane scroll) {
            // Downwards everything can be reached, sideways only if there is a bar
            Bounds view = scroll.localToScene(scroll.getLayoutBounds());
            boolean sideways = scroll.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER && !scroll.isFitToWidth();
            inside = sideways
                    ? new BoundingBox(-1e6, -1e6, 2e6, 2e6)
                    : new BoundingBox(view.getMinX(), -1e6, view.getWidth(), 2e6);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(place, child, inside);
            }
        }
    }

    private void check(String place, Labeled labeled, Bounds room) {
        String text = labeled.getText();
        if (text == null || text.isBlank() || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        String name = name(labeled) + " “" + text + "”";
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text shown && shown.getStyleClass().contains("text")) {
                if (!shown.getText().equals(text) && !isToldOnHover(labeled, text)) {
                    add(place, name + " is cut off: “" + shown.getText() + "”");
                }
                // A cell of a list is as wide as its list, which can be scrolled
                Bounds words = shown.localToScene(shown.getLayoutBounds());
                if (!(labeled instanceof ListCell) && !isWithin(words, room)) {
                    add(place, name + " reaches out of " + room(room) + ": " + room(words));
                }
            }
        }
    }

    /** Whether a tooltip tells all of it, of the control itself or of the one that it is a part of. */
    private static boolean isToldOnHover(Labeled labeled, String text) {
        if (labeled.getId() != null && WHOLE.contains(labeled.getId())) {
            return false;
        }
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (!Tip.of(node).isEmpty()) {
                return Tip.of(node).contains(text);
            }
        }
        return false;
    }

    private void checkPrompt(String place, TextField field) {
        String prompt = field.getPromptText();
        if (prompt == null || prompt.isBlank() || !field.getText().isEmpty()) {
            return;
        }
        Text words = new Text(prompt);
        words.setFont(field.getFont());
        double inner = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        if (words.getLayoutBounds().getWidth() > inner + TOLERANCE) {
            add(place, name(field) + " has no room for its prompt “" + prompt + "”");
        }
    }

    private static boolean isWithin(Bounds inner, Bounds outer) {
        return inner.getMinX() >= outer.getMinX() - TOLERANCE
                && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
                && inner.getMinY() >= outer.getMinY() - TOLERANCE
                && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
    }

    private static String room(Bounds bounds) {
        return Math.round(bounds.getMinX()) + ".." + Math.round(bounds.getMaxX()) + " by "
                + Math.round(bounds.getMinY()) + ".." + Math.round(bounds.getMaxY());
    }

    /** Its id, or that of the nearest one around it. */
    private static String name(Node node) {
        Node named = node;
        while (named != null && named.getId() == null) {
            named = named.getParent();
        }
        String id = named == null ? "" : "#" + named.getId();
        return named == node ? id : node.getClass().getSimpleName() + " in " + id;
    }
}
