package lab.carousel.ui.answers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.Recheck;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.InOrder;

/** Trains the runs of a class again in the background, one after the other. Used on the JavaFX thread. */
final class Rechecks {

    /** The picture is drawn anew after so many runs. */
    private static final int OFTEN = 10;

    private final InOrder checks;
    /** Counts what was begun: what belongs to something begun before is given up. */
    private final AtomicInteger begun = new AtomicInteger();

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());

    Rechecks(Background background) {
        checks = background.inOrder("answers", Background.Urgency.ASIDE);
    }

    /** Gives up what was begun before; returns the number of what begins now. */
    int begin() {
        return begun.incrementAndGet();
    }

    /**
     * Trains all runs again, until something else begins.
     *
     * @param number of what has begun
     * @param read   as the class handed them in
     * @param view   where the runs are shown
     * @param took   told the answers with what is known of their runs, after each of them
     */
    void check(int number, ClassAnswers read, AnswersView view, Consumer<ClassAnswers> took) {
        Recheck recheck = new Recheck(new KernelEngine(), () -> begun.get() != number);
        List<PooledRun> runs =
                read.pools().stream().flatMap(pool -> pool.runs().stream()).toList();
        AtomicInteger done = new AtomicInteger();
        answers = read;
        runs.forEach(run -> checks.ask(() -> recheck.of(run), checked -> {
            if (begun.get() == number) {
                answers = answers.checked(other -> other == run ? checked : other);
                took.accept(answers);
                int count = done.incrementAndGet();
                if (count % OFTEN == 0 || count == runs.size()) {
                    view.showRuns(answers, count, runs.size());
                }
            }
        }));
    }
}
