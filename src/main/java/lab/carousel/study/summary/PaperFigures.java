package lab.carousel.study.summary;

import static java.util.Map.entry;

import java.util.Map;
import java.util.OptionalDouble;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;

/**
 * How many sequences the networks of Hochreiter and Schmidhuber (1997), {@code Long Short-Term Memory}, experiment 2,
 * needed until success, as their tables and text give it. Theirs had no forget gate, truncated gradients, plain gradient
 * descent, and were not told the lag.
 */
public final class PaperFigures {

    private static final Map<PaperTask, Integer> SEQUENCES = Map.ofEntries(
            entry(PaperTask.fixedGap(100), 5_040),
            entry(PaperTask.randomGap(100), 5_680),
            entry(PaperTask.noisyGap(50, 50), 30_000),
            entry(PaperTask.noisyGap(100, 100), 31_000),
            entry(PaperTask.noisyGap(200, 200), 33_000),
            entry(PaperTask.noisyGap(500, 500), 38_000),
            entry(PaperTask.noisyGap(1_000, 1_000), 49_000),
            entry(PaperTask.noisyGap(500, 1_000), 49_000),
            entry(PaperTask.noisyGap(200, 1_000), 75_000),
            entry(PaperTask.noisyGap(100, 1_000), 135_000),
            entry(PaperTask.noisyGap(50, 1_000), 203_000));

    private PaperFigures() {}

    /** The paper's figure for a task; empty if it gives none. */
    public static OptionalDouble sequences(Task task) {
        return task.source().map(SEQUENCES::get).stream()
                .mapToDouble(Integer::doubleValue)
                .findFirst();
    }
}
