package lab.carousel.ui.operation;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;

/** The controls of a workbench: rows, one below the other. */
public final class OperationControls {

    private OperationControls() {}

    /** Rows, one below the other. */
    public static VBox column(Node... rows) {
        return Controls.styled(new VBox(rows), "operation-controls");
    }

    /** Controls side by side. */
    public static HBox row(Node... controls) {
        return Controls.styled(new HBox(controls), "operation-row");
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
