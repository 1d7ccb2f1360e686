package lab.carousel.ui;

import com.sun.javafx.css.StyleManager;
import java.util.Map;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * What JavaFX has found out about the styles of one root, kept for the next one with the same stylesheets. It keeps that
 * for each root until its stage is hidden, so each test of the window would spend most of its time on finding it out anew.
 * Used on the JavaFX thread.
 */
public final class KeptStyles {

    private @Nullable Object kept;
    private @Nullable Parent holder;

    /** Gives a root in a scene what is known, before it is shown. */
    public void giveTo(Parent root) {
        holder = root;
        if (kept != null) {
            caches().put(root, kept);
        }
    }

    /** Takes it back from the root, before its stage is hidden. */
    public void takeBack() {
        if (holder != null) {
            kept = caches().remove(holder);
            holder = null;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Parent, Object> caches() {
        // What it keeps is of a class that only JavaFX knows
        return (Map<Parent, Object>) (Map<?, ?>) StyleManager.cacheContainerMap;
    }
}
