package lab.carousel.ui.place;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import lab.carousel.ui.controls.Hearing;

/** Work that is done only while a view is on the screen. */
public final class WhileShown {

    private WhileShown() {}

    /**
     * Calls an update when the view becomes visible in a window, and while it is visible there each time one of some values
     * changes. Values that outlive the window do not hold the view when it has left.
     *
     * @param view    whose visibility decides
     * @param update  shows what the values are now
     * @param sources the values
     */
    public static void update(Node view, Runnable update, ObservableValue<?>... sources) {
        ObservableValue<Boolean> shown = Hearing.isShown(view);
        shown.addListener((observable, before, now) -> {
            if (now) {
                update.run();
            }
        });
        InvalidationListener listener = source -> {
            // Asked for its value, so that it tells of the next change too
            ((ObservableValue<?>) source).getValue();
            if (shown.getValue()) {
                update.run();
            }
        };
        List.of(sources).forEach(source -> source.when(shown).addListener(listener));
        if (view.isVisible()) {
            update.run();
        }
    }
}
