package lab.carousel.ui.controls;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ToggleButton;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** Two buttons, h and c, of which one is pressed. */
public final class StateChoice extends Pills<Quantity> {

    private final BooleanBinding ofCell = valueProperty().isEqualTo(Quantity.CELL_STATE);

    /**
     * A choice, h at first.
     *
     * @param id  the ids of the buttons have {@code Hidden} and {@code Cell} behind it
     * @param key of the tooltips, with {@code .h.tip} and {@code .c.tip} behind it
     */
    public StateChoice(String id, String key) {
        super(List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE), quantity -> button(quantity, id, key));
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().add("state-choice");
    }

    private static ToggleButton button(Quantity quantity, String id, String key) {
        boolean isHidden = quantity == Quantity.HIDDEN_STATE;
        ToggleButton button = whole(named(new ToggleButton(quantity.letter()), id + (isHidden ? "Hidden" : "Cell")));
        button.setAccessibleText(Message.text("operation.quantity." + quantity.name()));
        Tip.put(button, Message.text(key + (isHidden ? ".h.tip" : ".c.tip")));
        return button;
    }

    public BooleanBinding ofCellProperty() {
        return ofCell;
    }

    /** Offers what a cell has: where there is no c, h is chosen. */
    public void offer(Cell kind) {
        boolean hasCell = kind.quantities().contains(Quantity.CELL_STATE);
        getChildren().get(1).setDisable(!hasCell);
        if (!hasCell) {
            choose(Quantity.HIDDEN_STATE);
        }
    }
}
