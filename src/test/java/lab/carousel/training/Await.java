package lab.carousel.training;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is to do. */
final class Await {

    /** Far longer than anything here takes: reached only by a test that fails. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                fail("waited in vain until " + what);
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
