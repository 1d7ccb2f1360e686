package lab.carousel.ui.selection;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Step;

/** The unit, the step and the layer of the heatmap that are looked at: chosen in one place, shown in all. */
public final class Selection {

    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", -1);
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(this, "step");
    private final ObjectProperty<HeatmapLayer> layer =
            new SimpleObjectProperty<>(this, "layer", HeatmapLayer.HIDDEN_STATE);

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

    /**
     * Keeps what is selected from network to network, unless the task or the network has become another one: what there is
     * not any more is not selected.
     */
    public void keepWithin(Traces traces) {
        if (!HeatmapLayer.of(traces.layout().cell()).contains(layer.get())) {
            layer.set(HeatmapLayer.HIDDEN_STATE);
        }
        Step selected = step.get();
        boolean exists = selected != null
                && selected.sequence() < traces.all().sequences()
                && selected.number() >= traces.all().firstStep()
                && selected.number() <= traces.all().lastStepOf(selected.sequence());
        int column = exists ? traces.columnOf(selected).orElse(-1) : -1;
        boolean isSame = column < 0 || traces.step(column).equals(selected);
        if (selected != null && (!exists || !isSame) || unit.get() >= traces.units()) {
            step.set(null);
            unit.set(-1);
        }
    }
}
