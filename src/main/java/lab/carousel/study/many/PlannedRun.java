package lab.carousel.study.many;

import lab.carousel.model.Experiment;

/**
 * A single run of a plan.
 *
 * @param number its place in the plan, from 0
 * @param cell   the variation
 * @param seed   its own seed
 */
public record PlannedRun(int number, Variation cell, long seed) {

    /** What is trained. */
    public Experiment experiment() {
        return cell.experiment().with(all -> all.withSeed(seed));
    }
}
