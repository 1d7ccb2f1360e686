package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class FileAccessTest {

    private static final Path FILE = Path.of("it.h5");
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices();
    private final List<Integer> shown = new ArrayList<>();

    /** What is to be read: each time that reading begins anew, it has a queue of its own. */
    private final List<Deque<Runnable>> opening = new ArrayList<>();

    private final FileAccess fileAccess = new FileAccess(
            Background.byName(
                    name -> {
                        if (!name.equals(Background.OPENING)) {
                            return Runnable::run;
                        }
                        opening.add(new ArrayDeque<>());
                        return opening.get(opening.size() - 1)::add;
                    },
                    screen::add,
                    System::nanoTime),
            Background.DISK,
            new AnsweringDialogs(),
            notices);

    private void showNext() throws InterruptedException {
        screen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS).run();
    }

    @Test
    void whatIsReadNextDoesNotWaitForWhatWasGivenUp() throws InterruptedException {
        fileAccess.read(FILE, progress -> 1, shown::add);
        while (notices.shownProperty().get().isEmpty()) {
            showNext();
        }
        notices.take();
        fileAccess.read(FILE, progress -> 2, shown::add);
        assertThat(opening).hasSize(2);
        opening.get(1).remove().run();
        while (shown.isEmpty()) {
            showNext();
        }
        assertThat(shown).containsExactly(2);
    }

    @Test
    void anErrorWhileReadingIsToldOnTheScreen() {
        fileAccess.read(
                FILE,
                progress -> {
                    throw new NoClassDefFoundError("is missing");
                },
                any -> shown.add(-1));
        opening.get(0).remove().run();
        assertThatThrownBy(() -> {
                    while (shown.isEmpty()) {
                        showNext();
                    }
                })
                .hasMessage("is missing");
    }
}
