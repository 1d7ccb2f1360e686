package lab.carousel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveObjectsTest {

    private static final int MEGABYTE = 1 << 20;

    /** What a training allocates while it is measured is no part of what the program holds. */
    @Test
    void countsWhatIsHeldAndNotWhatIsAllocatedMeanwhile() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread allocating = new Thread(() -> {
            for (byte[] last = {}; !isOver.get(); last = new byte[MEGABYTE]) {
                Reference.reachabilityFence(last);
            }
        });
        allocating.start();
        try {
            long before = LiveObjects.bytes();
            byte[] held = new byte[64 * MEGABYTE];
            assertThat(LiveObjects.bytes() - before).isBetween(60L * MEGABYTE, 68L * MEGABYTE);
            Reference.reachabilityFence(held);
        } finally {
            isOver.set(true);
            allocating.join();
        }
    }
}
