package lab.carousel.ui.lab;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pulses a lab, as the screen does. */
final class PulsedLab {

    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private PulsedLab() {}

    /** Pulses until there is a snapshot and a condition holds. */
    static void await(Lab lab, BooleanSupplier condition) {
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                fail("waited in vain; the run is " + lab.statusProperty().get().state());
            }
            LockSupport.parkNanos(200_000);
            lab.pulse();
        } while (lab.statusProperty().get().snapshot().isEmpty() || !condition.getAsBoolean());
    }
}
