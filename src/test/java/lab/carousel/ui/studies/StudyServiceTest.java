package lab.carousel.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.ui.background.Background;
import org.junit.jupiter.api.Test;

/** What the screen shows of a study that is being run. */
class StudyServiceTest {

    private static final int RUNS = 4;

    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final WatchedEngine engine = new WatchedEngine((run, update, loss) -> {
        if (update == 1) {
            begun.add(run);
            mayEnd.acquireUninterruptibly();
        }
        return loss;
    });

    @Test
    void showsTheRunsAsTheyComeHoweverLongItTakesToWorkOutWhatTheyShow() throws InterruptedException {
        // Two seconds go by whenever somebody looks at the clock, so that all that is worked out takes as long
        AtomicLong now = new AtomicLong();
        try (StudyService service = new StudyService(
                Background.synchronous(), name -> engine, () -> now.addAndGet(TimeUnit.SECONDS.toNanos(2)), error -> {
                    throw new AssertionError(error);
                })) {
            service.start("it", Plan.of(Studies.study(Question.SEEDS, 2, RUNS)), 1);
            for (int ended = 0; ended < RUNS; ended++) {
                assertThat(begun.take()).isEqualTo(ended + 1L);
                service.pulse();
                assertThat(shown(service)).isEqualTo(ended);
                mayEnd.release();
            }
            assertThat(service.shownRun().orElseThrow().await(1, TimeUnit.MINUTES))
                    .isTrue();
            service.pulse();
            assertThat(shown(service)).isEqualTo(RUNS);
        }
    }

    /** In the table; no table is shown before there is a run to be seen in it. */
    private static int shown(StudyService service) {
        return service.findingsProperty()
                .get()
                .map(found -> found.summaries().get(0).runs().size())
                .orElse(0);
    }
}
