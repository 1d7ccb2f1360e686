package lab.carousel.ui.window;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/**
 * What is typed and chosen in the controls of a window, by their ids, so that the same can be put into the controls of
 * a window that was built anew. A control that is not there yet, because its place has nothing to show, gets it later.
 */
final class KeptChoices {

    private KeptChoices() {}

    static void keep(List<? extends Node> parts, Map<String, Object> choices) {
        parts.forEach(part -> walk(part, node -> {
            Object value = value(node);
            if (value != null) {
                choices.put(node.getId(), value);
            }
        }));
    }

    /** Puts choices into the controls of the same ids in some parts of a window, where those are there. */
    static void put(Map<String, Object> choices, List<? extends Node> parts) {
        if (!choices.isEmpty()) {
            parts.forEach(part -> walk(part, node -> put(choices, node)));
        }
    }

    private static void walk(Node node, Consumer<Node> visit) {
        boolean isChoice = node instanceof ToggleButton
                || node instanceof CheckBox
                || node instanceof TextField
                || node instanceof ComboBox
                || node instanceof Spinner
                || node instanceof Slider;
        if (isChoice) {
            if (node.getId() != null) {
                visit.accept(node);
            }
        } else if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            walk(scroll.getContent(), visit);
        } else if (node instanceof SplitPane split) {
            split.getItems().forEach(item -> walk(item, visit));
        } else if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> walk(child, visit));
        }
    }

    private static Object value(Node node) {
        if (node instanceof ToggleButton toggle) {
            return toggle.isSelected();
        } else if (node instanceof CheckBox box) {
            return box.isSelected();
        } else if (node instanceof TextField field) {
            return field.getText();
        } else if (node instanceof ComboBox<?> box) {
            // What is chosen may be a text in another language
            return box.getSelectionModel().getSelectedIndex();
        } else if (node instanceof Spinner<?> spinner) {
            return spinner.getValue();
        }
        return ((Slider) node).getValue();
    }

    private static void put(Map<String, Object> choices, Node node) {
        Object value = choices.get(node.getId());
        if (value != null && put(node, value)) {
            choices.remove(node.getId());
        }
    }

    /** Whether a control takes a value; a box may have nothing yet to choose from. */
    @SuppressWarnings("unchecked")
    private static boolean put(Node node, Object value) {
        if (node instanceof ToggleButton toggle) {
            boolean isGrouped = toggle.getToggleGroup() != null;
            if (!value.equals(toggle.isSelected()) && (toggle.isSelected() ? !isGrouped : !toggle.isDisabled())) {
                toggle.fire();
            }
        } else if (node instanceof CheckBox box) {
            box.setSelected((Boolean) value);
        } else if (node instanceof TextField field) {
            field.setText((String) value);
        } else if (node instanceof ComboBox<?> box) {
            int index = (Integer) value;
            if (index >= box.getItems().size()) {
                return false;
            }
            if (index >= 0) {
                box.getSelectionModel().select(index);
            }
        } else if (node instanceof Spinner<?> spinner) {
            ((Spinner<Object>) spinner).getValueFactory().setValue(value);
        } else {
            ((Slider) node).setValue((Double) value);
        }
        return true;
    }
}
