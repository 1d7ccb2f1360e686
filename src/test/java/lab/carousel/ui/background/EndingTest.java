package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** What is done last when the program is ended from outside. */
class EndingTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    private Background ended(Executor screen) {
        Background background = Background.byName(name -> Runnable::run, screen, System::nanoTime);
        background.beforeEnd(() -> done.add(Thread.currentThread().getName()));
        background.end();
        return background;
    }

    @Test
    void isDoneOnceWhereTheScreenIsChanged() {
        Background background = ended(Runnable::run);
        background.end();
        assertThat(done).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void isDoneEvenIfTheScreenHasEndedFirst() {
        List<Runnable> neverShown = new ArrayList<>();
        ended(neverShown::add);
        assertThat(done).hasSize(1).doesNotContain(Thread.currentThread().getName());
        neverShown.forEach(Runnable::run);
        assertThat(done).as("nor twice, if it was only late").hasSize(1);
    }

    @Test
    void isNotDoneAfterAProperEnd() {
        Background background = Background.synchronous();
        background.beforeEnd(() -> done.add("late"));
        background.close();
        background.end();
        assertThat(done).isEmpty();
    }
}
