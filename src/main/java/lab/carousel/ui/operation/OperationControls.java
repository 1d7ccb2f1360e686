package lab.carousel.ui.operation;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** The controls of a workbench: rows, one below the other. */
public final class OperationControls {

    private OperationControls() {}

    /** Rows, one below the other. */
    public static VBox column(Node... rows) {
        VBox box = new VBox(rows);
        box.getStyleClass().add("operation-controls");
        return box;
    }

    /** Controls side by side. */
    public static HBox row(Node... controls) {
        HBox row = new HBox(controls);
        row.getStyleClass().add("operation-row");
        return row;
    }

    /** The name of a control, never cut. */
    public static Label name(String key) {
        Label label = new Label(Message.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /**
     * Chooses h, c or a gate by its letter.
     *
     * @param key   of the place; the id has {@code Quantity} behind it
     * @param first chosen at first, if it is offered
     */
    public static ChoiceButtons<Quantity> quantities(String key, Quantity first) {
        return new ChoiceButtons<>(
                key + "Quantity", first, Quantity::letter, each -> Message.text("operation.quantity." + each.name()));
    }
}
