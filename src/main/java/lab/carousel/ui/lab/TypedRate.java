package lab.carousel.ui.lab;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** A learning rate on its way to the run. It waits for the user to stop typing: on the way to 1e-3 the field holds 1. */
final class TypedRate {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private final LongSupplier nanoTime;
    /** 0 if there is none. */
    private double rate;

    private long due;

    TypedRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void set(double typed) {
        rate = typed;
        due = nanoTime.getAsLong() + PATIENCE_NANOS;
    }

    void forget() {
        rate = 0;
    }

    /** Nobody is typing it. */
    void dueNow() {
        due = nanoTime.getAsLong();
    }

    /** Gives it away, once, when it is due. */
    void giveTo(DoubleConsumer run) {
        if (rate > 0 && nanoTime.getAsLong() - due >= 0) {
            run.accept(rate);
            rate = 0;
        }
    }
}
