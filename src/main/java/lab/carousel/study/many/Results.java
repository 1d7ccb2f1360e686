package lab.carousel.study.many;

import java.util.Collections;
import java.util.List;

/**
 * What has come of a study so far: the results of the runs that have ended, in the order of the plan whichever ended
 * first. Immutable.
 *
 * @param plan     the plan
 * @param finished the results
 */
public record Results(Plan plan, List<RunResult> finished) {

    /** Copies the results. */
    public Results {
        finished = List.copyOf(finished);
    }

    /** Before any run has ended. */
    public static Results none(Plan plan) {
        return new Results(plan, Collections.emptyList());
    }

    /** Whether all runs have ended. */
    public boolean isComplete() {
        return finished.size() == plan.runs();
    }

    /** How many runs diverged. */
    public int diverged() {
        return (int) finished.stream().filter(RunResult::isDiverged).count();
    }
}
