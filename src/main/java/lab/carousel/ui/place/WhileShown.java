package lab.carousel.ui.place;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Work that is done only while a view is on the screen. */
public final class WhileShown {

    private WhileShown() {}

    /**
     * Calls an update when the view becomes visible, and while it is visible each time one of some values changes.
     *
     * @param view    whose visibility decides
     * @param update  shows what the values are now
     * @param sources the values
     */
    public static void update(Node view, Runnable update, ObservableValue<?>... sources) {
        InvalidationListener listener = source -> {
            // Asked for its value, so that it tells of the next change too
            ((ObservableValue<?>) source).getValue();
            if (view.isVisible()) {
                update.run();
            }
        };
        view.visibleProperty().addListener(listener);
        List.of(sources).forEach(source -> source.addListener(listener));
        if (view.isVisible()) {
            update.run();
        }
    }
}
