package lab.carousel.ui.controls;

import java.util.List;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * What a view hears of values that outlive its window. It hears of them while it is part of one; when it comes back, it
 * hears at once of what has changed meanwhile. The values hold no view that has left its window, and cost it nothing.
 */
public final class WindowListeners {

    private WindowListeners() {}

    /**
     * Calls back when a value changes while a view is part of a window.
     *
     * @param view     whose window counts
     * @param value    outlives the window
     * @param listener is told of changes
     * @param <T>      a value
     */
    public static <T> void of(Node view, ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.when(isInWindow(view)).addListener(listener);
    }

    /** Shows something now, and again when one of some values changes while a view is part of a window. */
    public static void show(Node view, Runnable show, ObservableValue<?>... values) {
        List.of(values).forEach(value -> of(view, value, (observable, before, now) -> show.run()));
        show.run();
    }

    /** Keeps a value of a view the same as one that outlives its window, which counts at first. */
    public static <T> void both(Node view, Property<T> own, Property<T> lasting) {
        own.setValue(lasting.getValue());
        own.addListener((observable, before, now) -> lasting.setValue(now));
        of(view, lasting, (observable, before, now) -> own.setValue(now));
    }

    /** Whether a view is part of a window. */
    public static ObservableValue<Boolean> isInWindow(Node view) {
        return view.sceneProperty().map(scene -> true).orElse(false);
    }

    /** Whether a view is part of a window, and visible there. */
    public static ObservableValue<Boolean> isShown(Node view) {
        return view.sceneProperty().flatMap(scene -> view.visibleProperty()).orElse(false);
    }
}
