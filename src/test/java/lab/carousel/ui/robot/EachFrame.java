package lab.carousel.ui.robot;

import javafx.animation.AnimationTimer;

/** Does something at each frame, from when it is started until it is stopped. */
public final class EachFrame extends AnimationTimer {

    private final Runnable action;

    /** Does nothing yet. */
    public EachFrame(Runnable action) {
        this.action = action;
    }

    @Override
    public void handle(long now) {
        action.run();
    }
}
