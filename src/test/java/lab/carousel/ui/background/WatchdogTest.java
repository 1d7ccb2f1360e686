package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final AtomicLong time = new AtomicLong(7);
    private final List<Freeze> freezes = new ArrayList<>();
    private final List<StackTraceElement> doing = new ArrayList<>();
    private final Watchdog watchdog =
            new Watchdog(frames::add, screen::add, () -> List.copyOf(doing), time::get, 100, freezes::add);

    private void pass(int millis) {
        time.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void answer() {
        frames.remove().run();
    }

    @Test
    void saysHowLongTheWindowStoodStillAndWhere() {
        StackTraceElement culprit = new StackTraceElement("lab.Slow", "work", "Slow.java", 3);
        watchdog.look();
        pass(101);
        doing.add(culprit);
        watchdog.look();
        doing.clear();
        pass(200);
        watchdog.look();
        assertThat(freezes).as("told when it goes on").isEmpty();
        answer();
        watchdog.look();
        assertThat(freezes).containsExactly(new Freeze(301, List.of(culprit)));
        assertThat(freezes.get(0)).hasToString("the window stood still for 301 ms\n    at lab.Slow.work(Slow.java:3)");
    }

    @Test
    void aWindowInTimeIsLeftAlone() {
        for (int look = 0; look < 5; look++) {
            watchdog.look();
            pass(99);
            watchdog.look();
            answer();
        }
        watchdog.look();
        assertThat(freezes).isEmpty();
    }

    @Test
    void aWindowWithoutFramesIsNotStill() {
        watchdog.look();
        pass(51);
        watchdog.look();
        screen.remove().run();
        pass(200);
        watchdog.look();
        assertThat(freezes).isEmpty();
        assertThat(screen).as("asked only when a frame is late").isEmpty();
    }
}
