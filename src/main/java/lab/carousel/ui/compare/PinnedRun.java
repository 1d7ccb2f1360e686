package lab.carousel.ui.compare;

import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.study.ContrastSubject;
import lab.carousel.study.ForkWords;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * A run as it was when it was pinned.
 *
 * @param number counted from 1, never given to another run
 */
public record PinnedRun(int number, Snapshot snapshot) {

    /** The same with the network evaluated step by step, where that differs. Takes as long as that. */
    PinnedRun stepByStep() {
        Experiment experiment = snapshot.experiment();
        return experiment.hasTwoEvaluations()
                ? new PinnedRun(number, snapshot.evaluatedBy(new Evaluator(experiment.stepByStep())))
                : this;
    }

    /** The network as it can be put beside another: as trained, and step by step where that differs. */
    Stream<ContrastSubject> subjects() {
        Experiment experiment = snapshot.experiment();
        return experiment.hasTwoEvaluations()
                ? Stream.of(
                        subject(Message.text("compare.asTrained", number), experiment),
                        subject(Message.text("compare.stepByStep", number), experiment.stepByStep()))
                : Stream.of(subject(name(), experiment));
    }

    private ContrastSubject subject(String name, Experiment experiment) {
        return new ContrastSubject(name, experiment, snapshot.parameters());
    }

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
                ForkWords.brief(snapshot).headline());
    }

    public int style() {
        return number - 1;
    }
}
