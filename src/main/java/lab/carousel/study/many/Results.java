package lab.carousel.study.many;

import java.util.Collections;
import java.util.List;

/**
 * What has come of a study so far: the results of the runs that have ended, in the order of the plan whichever ended
 * first. Immutable.
 */
public record Results(Plan plan, List<RunResult> finished) {

    public Results {
        finished = List.copyOf(finished);
    }

    public static Results none(Plan plan) {
        return new Results(plan, Collections.emptyList());
    }

    public boolean isComplete() {
        return finished.size() == plan.runs();
    }

    public int diverged() {
        return (int) finished.stream().filter(RunResult::isDiverged).count();
    }
}
