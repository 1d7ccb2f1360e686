package lab.carousel.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * a window that is set back. A control that is not there yet, because its place has nothing to show, gets it later.
 */
final class KeptChoices {

    @SuppressWarnings("unchecked") // a spinner takes what it gave
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(ToggleButton.class, ToggleButton::isSelected, KeptChoices::press),
            new Kind<>(CheckBox.class, CheckBox::isSelected, always((box, value) -> box.setSelected((Boolean) value))),
            new Kind<>(TextField.class, TextField::getText, always((field, value) -> field.setText((String) value))),
            new Kind<>(ComboBox.class, box -> box.getSelectionModel().getSelectedIndex(), KeptChoices::select),
            new Kind<>(
                    Spinner.class, spinner -> spinner.getValue(), always((spinner, value) -> spinner.getValueFactory()
                            .setValue(value))),
            new Kind<>(Slider.class, Slider::getValue, always((slider, value) -> slider.setValue((Double) value))));

    private KeptChoices() {}

    static void keep(List<? extends Node> parts, Map<String, Object> choices) {
        parts.forEach(part -> walk(part, node -> {
            Object value = kind(node).orElseThrow().get(node);
            if (value != null) {
                choices.put(node.getId(), value);
            }
        }));
    }

    /** Puts choices into the controls of the same ids in some parts of a window, where those are there. */
    static void put(Map<String, Object> choices, List<? extends Node> parts) {
        parts.forEach(part -> walk(part, node -> put(choices, node)));
    }

    private static void walk(Node node, Consumer<Node> visit) {
        if (kind(node).isPresent()) {
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

    private static void put(Map<String, Object> choices, Node node) {
        Object value = choices.get(node.getId());
        if (value != null && kind(node).orElseThrow().put(node, value)) {
            choices.remove(node.getId());
        }
    }

    private static Optional<Kind<?>> kind(Node node) {
        return KINDS.stream().filter(kind -> kind.type.isInstance(node)).findFirst();
    }

    private static boolean press(ToggleButton toggle, Object value) {
        boolean isGrouped = toggle.getToggleGroup() != null;
        if (!value.equals(toggle.isSelected()) && (toggle.isSelected() ? !isGrouped : !toggle.isDisabled())) {
            toggle.fire();
        }
        return true;
    }

    /** A box may have nothing yet to choose from. */
    private static boolean select(ComboBox<?> box, Object value) {
        int index = (Integer) value;
        boolean isThere = index < box.getItems().size();
        if (isThere && index >= 0) {
            box.getSelectionModel().select(index);
        }
        return isThere;
    }

    private static <T> BiPredicate<T, Object> always(BiConsumer<T, Object> put) {
        return (node, value) -> {
            put.accept(node, value);
            return true;
        };
    }

    /**
     * A kind of control.
     *
     * @param get what is chosen in it
     * @param put puts that into it; gives whether it could be taken
     */
    private record Kind<T>(Class<T> type, Function<T, Object> get, BiPredicate<T, Object> put) {

        Object get(Node node) {
            return get.apply(type.cast(node));
        }

        boolean put(Node node, Object value) {
            return put.test(type.cast(node), value);
        }
    }
}
