package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShutdownLatchTest {

    private final ShutdownLatch moment = new ShutdownLatch();

    @Test
    @Timeout(60)
    void theEndWaitsUntilAllIsInSafety() throws InterruptedException {
        StringBuffer order = new StringBuffer();
        Thread ending = new Thread(() -> {
            order.append("waits ");
            moment.await();
            order.append("ends");
        });
        ending.start();
        while (ending.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        order.append("safe ");
        moment.end();
        ending.join();
        assertThat(order).hasToString("waits safe ends");
    }

    @Test
    @Timeout(60)
    void theEndDoesNotWaitForWhatNeverComes() {
        new ShutdownLatch(1).await();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whoIsInterruptedWhileWaitingStaysSo() {
        Thread.currentThread().interrupt();
        moment.await();
        assertThat(Thread.interrupted()).isTrue();
    }
}
