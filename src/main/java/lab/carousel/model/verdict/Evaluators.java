package lab.carousel.model.verdict;

import lab.carousel.model.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * Makes the evaluators of many experiments, one after the other: where one has the task of the one before, fed in the same
 * way, what that asks of a memory is not found out again. Safe for use by many threads.
 */
public final class Evaluators {

    private volatile @Nullable Evaluator last;

    /** An evaluator for an experiment. */
    public Evaluator of(Experiment experiment) {
        Evaluator before = last;
        Evaluator made = before == null ? new Evaluator(experiment) : before.of(experiment);
        last = made;
        return made;
    }
}
