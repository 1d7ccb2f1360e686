package lab.carousel.ui.compare;

import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * A run as it was when it was pinned.
 *
 * @param number   counted from 1, never given to another run
 * @param snapshot the run at that moment
 */
public record PinnedRun(int number, Snapshot snapshot) {

    /** The same with the network evaluated step by step, where that differs. Takes as long as that. */
    PinnedRun stepByStep() {
        Experiment experiment = snapshot.experiment();
        return experiment.hasTwoEvaluations()
                ? new PinnedRun(number, snapshot.evaluatedBy(new Evaluator(experiment.stepByStep())))
                : this;
    }

    /** A short name. */
    public String name() {
        return Message.text("compare.run", number);
    }

    /** Where it was, and how well it did. */
    public String summary() {
        return Message.text(
                "compare.summary",
                snapshot.position().epoch(),
                snapshot.evaluation().right(),
                snapshot.evaluation().steps(),
                VerdictWords.of(snapshot.evaluation()).headline());
    }

    /** Its colour and dashes. */
    public int style() {
        return number - 1;
    }
}
