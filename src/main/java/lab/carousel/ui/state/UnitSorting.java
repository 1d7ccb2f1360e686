package lab.carousel.ui.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitOrder;
import lab.carousel.study.UnitSort;
import org.jspecify.annotations.Nullable;

/**
 * The order of the units on the screen. It is taken when a sort is chosen, from the network and the layer shown at that
 * moment, and then kept, so that rows do not jump about while the network is trained and stay the same in all layers of
 * the heatmap. It is taken anew when asked for, and when the network has become one of other units.
 */
final class UnitSorting {

    private final ObjectProperty<UnitSort> sort = new SimpleObjectProperty<>(this, "sort", UnitSort.NUMBER);
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
    private final Runnable onChanged;

    private UnitOrder order = UnitOrder.byNumber(0);
    private @Nullable Traces traces;
    private @Nullable HeatmapLayer layer;
    /** What the order was taken from. */
    private @Nullable Traces sorted;

    private @Nullable HeatmapLayer sortedLayer;

    /** An order that calls back when another one is chosen. */
    UnitSorting(Runnable onChanged) {
        this.onChanged = onChanged;
        sort.addListener((property, before, now) -> sortAgain());
    }

    ObjectProperty<UnitSort> sortProperty() {
        return sort;
    }

    /** Whether to sort again may give another order: the network or the layer is another one than it was taken from. */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** Takes over what is shown; gives the order to show it in. */
    UnitOrder show(Traces nowShown, HeatmapLayer nowLayer) {
        traces = nowShown;
        layer = nowLayer;
        if (!sort.get().isFor(nowShown)) {
            sort.set(UnitSort.NUMBER);
        } else if (sorted == null || !sorted.layout().equals(nowShown.layout())) {
            take(nowShown, nowLayer);
        }
        boolean sameLayer = sortedLayer == nowLayer || sort.get() == UnitSort.HOLDING;
        outdated.set(sort.get() != UnitSort.NUMBER && (sorted != nowShown || !sameLayer));
        return order;
    }

    /** Takes the order from what is shown now. */
    void sortAgain() {
        if (traces != null && layer != null) {
            take(traces, layer);
            onChanged.run();
        }
    }

    private void take(Traces from, HeatmapLayer ofLayer) {
        sorted = from;
        sortedLayer = ofLayer;
        order = sort.get().order(from, ofLayer);
    }
}
