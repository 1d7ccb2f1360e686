package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(screen::add);
    private final List<Integer> shown = new ArrayList<>();

    private void showNext() throws InterruptedException {
        screen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).run();
    }

    @Test
    void eachBeginsWhenTheOneBeforeHasEnded() throws InterruptedException {
        SerialExecutor order = background.inOrder("test");
        int[] sum = {0};
        for (int number = 0; number < 100; number++) {
            int added = number;
            order.ask(
                    () -> {
                        int before = sum[0];
                        Thread.yield();
                        sum[0] = before + added;
                        return added;
                    },
                    shown::add);
        }
        assertThat(order.finish(PATIENCE_SECONDS)).isTrue();
        assertThat(sum[0]).isEqualTo(4_950);
        for (int number = 0; number < 100; number++) {
            showNext();
        }
        assertThat(shown)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void twoOrdersDoNotWaitForEachOther() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        background.inOrder("slow").execute(() -> {
            try {
                slow.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        background.inOrder("quick").ask(() -> 1, shown::add);
        showNext();
        assertThat(shown).containsExactly(1);
        slow.countDown();
    }

    @Test
    void aFailureIsToldOnTheScreenAndDoesNotStopTheNext() throws InterruptedException {
        SerialExecutor order = background.inOrder("test");
        order.ask(
                () -> {
                    throw new IllegalStateException("cannot be done");
                },
                answer -> shown.add(-1));
        order.ask(() -> 2, shown::add);
        assertThatThrownBy(this::showNext).hasMessage("cannot be done");
        showNext();
        assertThat(shown).containsExactly(2);
    }

    @Test
    void anErrorIsToldOnTheScreenToo() throws InterruptedException {
        SerialExecutor order = background.inOrder("test");
        order.ask(
                () -> {
                    throw new NoClassDefFoundError("is missing");
                },
                answer -> shown.add(-1));
        order.execute(() -> {
            throw new NoClassDefFoundError("is missing, too");
        });
        assertThatThrownBy(this::showNext).hasMessage("is missing");
        assertThatThrownBy(this::showNext).hasMessage("is missing, too");
    }

    @Test
    void theThreadBearsTheNameOfTheWorkWhileItIsDone() throws InterruptedException {
        List<String> names = new ArrayList<>();
        SerialExecutor order = background.inOrder("traces");
        order.execute(() -> names.add(Thread.currentThread().getName()));
        assertThat(order.finish(PATIENCE_SECONDS)).isTrue();
        assertThat(names).containsExactly("traces");
    }
}
