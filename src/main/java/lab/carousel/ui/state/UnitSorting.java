package lab.carousel.ui.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.study.UnitOrder;
import lab.carousel.study.UnitSort;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import org.jspecify.annotations.Nullable;

/**
 * The order of the units on the screen. It is taken when a sort is chosen, from the network and the layer shown at that
 * moment, and then kept, so that rows do not jump about while the network is trained and stay the same in all layers of
 * the heatmap. It is taken anew when asked for, and when the network has become one of other units. Orders are worked out
 * on a thread of their own.
 */
final class UnitSorting implements AutoCloseable {

    /** What an order is taken from. */
    private record SortWish(UnitSort sort, Traces traces, HeatmapLayer layer) {

        UnitOrder answer() {
            return sort.order(traces, layer);
        }

        ParameterLayout layout() {
            return traces.layout();
        }
    }

    private final ObjectProperty<UnitSort> sort = new SimpleObjectProperty<>(this, "sort", UnitSort.NUMBER);
    private final ReadOnlyObjectWrapper<UnitOrder> order =
            new ReadOnlyObjectWrapper<>(this, "order", UnitOrder.byNumber(0));
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
    private final Latest<SortWish, UnitOrder> latest;

    private @Nullable Traces traces;
    private @Nullable HeatmapLayer layer;
    /** What the order was taken from, or is being taken from; null before there was anything. */
    private @Nullable SortWish asked;

    UnitSorting(Background background) {
        this.latest = new Latest<>(background, "unit order", SortWish::answer, order::set);
        sort.addListener((property, before, now) -> take());
    }

    /** By what the units are sorted. */
    ObjectProperty<UnitSort> sortProperty() {
        return sort;
    }

    /** The order to show; always one of as many units as the traces last given have. */
    ReadOnlyObjectProperty<UnitOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    /** Whether to sort again may give another order: the network or the layer is another one than it was taken from. */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** Takes over what is shown. */
    void show(Traces nowShown, HeatmapLayer nowLayer) {
        traces = nowShown;
        layer = nowLayer;
        if (!sort.get().isFor(traces)) {
            sort.set(UnitSort.NUMBER);
        } else if (asked == null || !asked.layout().equals(traces.layout())) {
            take();
        }
        refresh();
    }

    /** Takes the order from what is shown now. */
    void sortAgain() {
        take();
    }

    private void take() {
        if (traces == null || layer == null) {
            return;
        }
        asked = new SortWish(sort.get(), traces, layer);
        boolean fits = order.get().size() == traces.units();
        latest.forget();
        if (sort.get() == UnitSort.NUMBER || !fits) {
            order.set(UnitOrder.byNumber(traces.units()));
        }
        if (sort.get() != UnitSort.NUMBER) {
            latest.ask(asked);
        }
        refresh();
    }

    private void refresh() {
        if (asked == null) {
            return;
        }
        boolean sameLayer = asked.layer() == layer || sort.get() == UnitSort.HOLDING;
        outdated.set(sort.get() != UnitSort.NUMBER && (asked.traces() != traces || !sameLayer));
    }

    @Override
    public void close() {
        latest.close();
    }
}
