package lab.carousel.ui.robot;

import java.lang.reflect.Field;
import java.util.concurrent.Callable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A user who waits for what comes of each thing that he does, and no longer. */
public final class QuickRobot extends FxRobot {

    /** A user with both hands free. */
    public QuickRobot() {
        try {
            Field hands = FxRobot.class.getDeclaredField("context");
            hands.setAccessible(true);
            hands.set(this, new QuickHands());
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("Another TestFX than the one that is known", other);
        }
    }

    @Override
    public FxRobot interact(Runnable runnable) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(runnable));
        Frames.settle();
        return this;
    }

    @Override
    public <T> FxRobot interact(Callable<T> callable) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(callable));
        Frames.settle();
        return this;
    }

    @Override
    public FxRobot interrupt() {
        Frames.settle();
        return this;
    }

    @Override
    public FxRobot interrupt(int attempts) {
        Frames.settle();
        return this;
    }
}
