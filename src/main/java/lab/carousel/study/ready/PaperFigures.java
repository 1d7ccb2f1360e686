package lab.carousel.study.ready;

import java.util.OptionalDouble;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.Task;

/**
 * How many sequences the networks of Hochreiter and Schmidhuber (1997), {@code Long Short-Term Memory}, experiment 2,
 * needed until success, as their tables and text give it. Theirs had no forget gate, truncated gradients, plain gradient
 * descent, and were not told the lag.
 */
public final class PaperFigures {

    private PaperFigures() {}

    /** The paper's figure for a task; empty if it gives none. */
    public static OptionalDouble sequences(Task task) {
        return task.source().map(PaperFigures::sequences).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble sequences(PaperTask task) {
        if (task.kind() == Kind.NOISY_GAP) {
            return noisyGap(task.p(), task.q());
        }
        if (task.p() != 100) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(task.kind() == Kind.FIXED_GAP ? 5_040 : 5_680);
    }

    private static OptionalDouble noisyGap(int p, int q) {
        if (p == q) {
            return switch (q) {
                case 50 -> OptionalDouble.of(30_000);
                case 100 -> OptionalDouble.of(31_000);
                case 200 -> OptionalDouble.of(33_000);
                case 500 -> OptionalDouble.of(38_000);
                case 1_000 -> OptionalDouble.of(49_000);
                default -> OptionalDouble.empty();
            };
        }
        if (q != 1_000) {
            return OptionalDouble.empty();
        }
        return switch (p) {
            case 500 -> OptionalDouble.of(49_000);
            case 200 -> OptionalDouble.of(75_000);
            case 100 -> OptionalDouble.of(135_000);
            case 50 -> OptionalDouble.of(203_000);
            default -> OptionalDouble.empty();
        };
    }
}
