package lab.carousel.study.many;

import java.util.concurrent.atomic.DoubleAdder;
import lab.carousel.model.Experiment;

/** How much of the work of a plan is done, by a rough measure: time steps times parameters. */
final class PlanProgress {

    private final double all;
    private final DoubleAdder done = new DoubleAdder();

    /** @param runs how many of the runs there are to be done */
    PlanProgress(Plan plan, int runs) {
        double ofEachOnce = plan.cells().stream().mapToDouble(PlanProgress::of).sum();
        this.all = ofEachOnce * plan.study().seeds() * runs / plan.runs();
    }

    private static double of(Variation cell) {
        Experiment experiment = cell.experiment();
        // Something is to be done even where nothing is trained
        double steps = 1
                + (double) experiment.hyperparameters().epochs()
                        * experiment.task().steps();
        return steps * experiment.hyperparameters().lag() * experiment.layout().size();
    }

    /** A run of a cell has ended. */
    void done(Variation cell) {
        done.add(of(cell));
    }

    /** 0 to 1. */
    double shareDone() {
        return Math.min(1, done.sum() / all);
    }
}
