package lab.carousel.ui.selection;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Step;

/** The unit, the step and the layer of the heatmap that are looked at: chosen in one place, shown in all. */
public final class Selection {

    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", -1);
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(this, "step");
    private final ObjectProperty<HeatmapLayer> layer =
            new SimpleObjectProperty<>(this, "layer", HeatmapLayer.HIDDEN_STATE);

    /** Selects what is selected in another one. */
    public void takeOver(Selection other) {
        layer.set(other.layer.get());
        unit.set(other.unit.get());
        step.set(other.step.get());
    }

    /** The selected unit, numbered over all layers from 0; -1 if none is. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** The selected step; null if none is. */
    public ObjectProperty<Step> stepProperty() {
        return step;
    }

    /** What the cells of the heatmap show; always one that the network has. */
    public ObjectProperty<HeatmapLayer> layerProperty() {
        return layer;
    }
}
