package lab.carousel.ui.selection;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final BooleanProperty memoryOnly = new SimpleBooleanProperty(this, "memoryOnly");
    private final ReadOnlyObjectWrapper<List<Step>> fork = new ReadOnlyObjectWrapper<>(this, "fork", List.of());

    public Selection() {
        step.addListener((observable, before, now) -> {
            if (now == null || !fork.get().contains(now)) {
                fork.set(List.of());
            }
        });
    }

    /** The steps of the selected fork, which belong together and are shown together; empty if none is selected. */
    public ReadOnlyObjectProperty<List<Step>> forkProperty() {
        return fork.getReadOnlyProperty();
    }

    /**
     * Selects steps that belong together, one of which is looked at.
     *
     * @param steps all of them
     * @param chosen one of them
     */
    public void select(List<Step> steps, Step chosen) {
        fork.set(List.copyOf(steps));
        step.set(chosen);
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

    /** Whether the heatmap dims the units that carry nothing of what is remembered at the selected or the worst fork. */
    public BooleanProperty memoryOnlyProperty() {
        return memoryOnly;
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
        boolean exists = selected != null && traces.all().include(selected);
        int column = exists ? traces.columnOf(selected).orElse(-1) : -1;
        boolean isSame = column < 0 || traces.step(column).equals(selected);
        if ((selected != null && (!exists || !isSame)) || unit.get() >= traces.units()) {
            step.set(null);
            unit.set(-1);
        }
    }
}
