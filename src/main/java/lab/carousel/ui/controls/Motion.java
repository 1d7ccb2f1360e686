package lab.carousel.ui.controls;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Motion that shows what the data do, after a step or an act; nothing that can be clicked moves. Where none is wanted all is at
 * its end at once, and so it is in a window that nobody has set in motion, as in tests.
 */
public final class Motion extends Transition {

    /** No motion takes longer. */
    public static final Duration LENGTH = Duration.millis(200);

    private final DoubleConsumer share;

    private Motion(DoubleConsumer share) {
        this.share = share;
        setCycleDuration(LENGTH);
        setInterpolator(Interpolator.EASE_BOTH);
    }

    @Override
    protected void interpolate(double fraction) {
        share.accept(fraction);
    }

    /** Sets all that stands in a window in motion, or stops it. */
    public static void set(Node window, boolean on) {
        window.getProperties().put(Motion.class, on);
    }

    /** Whether what stands there may move. */
    public static boolean isOn(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (Boolean.TRUE.equals(each.getProperties().get(Motion.class))) {
                return true;
            }
        }
        return false;
    }

    /** Moves something from 0 to 1, at once where nothing may move; gives what stops it on its way. */
    public static Runnable play(Node node, DoubleConsumer share) {
        if (!isOn(node)) {
            share.accept(1);
            return () -> {};
        }
        Motion motion = new Motion(share);
        motion.playFromStart();
        return motion::stop;
    }

    /** Lets something come into sight, where it is. */
    public static void appear(Node node) {
        play(node, node::setOpacity);
    }
}
