package lab.carousel.study.many;

import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;

/** A single run, at a place of a plan counted from 0, with a seed of its own. */
public record PlannedRun(int number, Variation cell, long seed) {

    public Experiment experiment() {
        return cell.experiment().with(all -> all.with(Settings.SEED, seed));
    }
}
