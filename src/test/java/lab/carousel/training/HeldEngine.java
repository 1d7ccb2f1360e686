package lab.carousel.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A recording engine that stays within one of its updates until it is released. */
final class HeldEngine extends RecordingEngine {

    private final int heldUpdate;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldEngine(int heldUpdate) {
        this.heldUpdate = heldUpdate;
    }

    @Override
    double loss(int update) {
        if (update == heldUpdate) {
            reached.countDown();
            await(released);
        }
        return super.loss(update);
    }

    /** Waits until the update is under way. */
    void awaitUpdate() {
        await(reached);
    }

    /** Lets the update end. */
    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
