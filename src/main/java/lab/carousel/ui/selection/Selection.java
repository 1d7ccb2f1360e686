package lab.carousel.ui.selection;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.model.Quantity;
import lab.carousel.task.Step;

/** The unit, the step and the quantity that are looked at: chosen in one place, shown in all. */
public final class Selection {

    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", -1);
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(this, "step");
    private final ObjectProperty<Quantity> quantity =
            new SimpleObjectProperty<>(this, "quantity", Quantity.HIDDEN_STATE);

    /** The selected unit, numbered over all layers from 0; -1 if none is. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** The selected step; null if none is. */
    public ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** What the heatmap shows. */
    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }
}
