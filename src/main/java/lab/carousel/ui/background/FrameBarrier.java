package lab.carousel.ui.background;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets all that shows one moment of a run appear in the same frame. What is worked out in the background takes different
 * times, and what is ready first would stand beside what belongs to the moment before. So while anything is being worked
 * out, the barrier is down: what is ready waits behind it, and no other moment is begun. Then all of it is shown at once.
 * What takes very long is not waited for. Used on the JavaFX thread.
 */
public final class FrameBarrier {

    /** The longest wait; what takes longer is shown when it comes. */
    static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final LongSupplier nanoTime;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean held;
    private boolean opening;
    private long down;

    FrameBarrier(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Something is being worked out that belongs to a moment. */
    void begin() {
        if (underWay == 0 && waiting.isEmpty()) {
            down = nanoTime.getAsLong();
        }
        underWay++;
    }

    /** It is ready, and what comes of it was given to {@link #show}, or asks for more. */
    void end() {
        underWay--;
        openIfReady();
    }

    /** Shows something together with all else of the same moment; at once, if nothing is waited for. */
    public void show(Runnable change) {
        if (opening || !isDown()) {
            change.run();
        } else {
            if (waiting.isEmpty() && underWay == 0) {
                down = nanoTime.getAsLong();
            }
            waiting.add(change);
        }
    }

    public boolean isDown() {
        return held || underWay > 0 || !waiting.isEmpty();
    }

    /**
     * Begins a moment, if the one before is on the screen or took too long: what changes belongs to it, also what is only
     * asked for after something was shown already.
     */
    public void next(Runnable moment) {
        if (isDown() && nanoTime.getAsLong() - down < PATIENCE_NANOS) {
            return;
        }
        open();
        down = nanoTime.getAsLong();
        held = true;
        try {
            moment.run();
        } finally {
            held = false;
            openIfReady();
        }
    }

    private void openIfReady() {
        if (!held && underWay == 0) {
            open();
        }
    }

    private void open() {
        opening = true;
        try {
            for (Runnable change = waiting.poll(); change != null; change = waiting.poll()) {
                change.run();
            }
        } finally {
            opening = false;
        }
    }
}
