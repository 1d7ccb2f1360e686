package lab.carousel.ui.controls;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** Two buttons, h and c, of which one is pressed. */
public final class StateChoice extends HBox {

    private final ToggleButton hidden;
    private final ToggleButton cell;

    /**
     * A choice, h at first.
     *
     * @param id  the ids of the buttons have {@code Hidden} and {@code Cell} behind it
     * @param key of the tooltips, with {@code .h.tip} and {@code .c.tip} behind it
     */
    public StateChoice(String id, String key) {
        hidden = button(Quantity.HIDDEN_STATE, id + "Hidden", key + ".h.tip", "left-pill");
        cell = button(Quantity.CELL_STATE, id + "Cell", key + ".c.tip", "right-pill");
        OneOf group = new OneOf();
        group.getToggles().addAll(hidden, cell);
        hidden.setSelected(true);
        group.hold(chosen -> {});
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().add("state-choice");
        getChildren().addAll(hidden, cell);
    }

    private static ToggleButton button(Quantity quantity, String id, String tip, String style) {
        ToggleButton button = new ToggleButton(quantity.letter());
        button.setId(id);
        button.setAccessibleText(Message.text("operation.quantity." + quantity.name()));
        Tip.put(button, Message.text(tip));
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Whether c is chosen. */
    public ReadOnlyBooleanProperty ofCellProperty() {
        return cell.selectedProperty();
    }

    /** Offers what a cell has: where there is no c, h is chosen. */
    public void offer(Cell kind) {
        boolean hasCell = kind.quantities().contains(Quantity.CELL_STATE);
        cell.setDisable(!hasCell);
        if (!hasCell) {
            hidden.setSelected(true);
        }
    }
}
