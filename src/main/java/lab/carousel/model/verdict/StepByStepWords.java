package lab.carousel.model.verdict;

import lab.carousel.model.Experiment;
import lab.carousel.text.Message;

/** How a network does as trained and step by step, side by side, with why both differ. */
public final class StepByStepWords {

    private StepByStepWords() {}

    /** The sentence; empty where both are the same. */
    public static String of(Experiment experiment, Evaluation asTrained, Evaluation stepByStep) {
        boolean isSame = asTrained.loss() == stepByStep.loss()
                && asTrained.right() == stepByStep.right()
                && asTrained.verdict() == stepByStep.verdict();
        if (isSame) {
            return "";
        }
        return Message.text("status.twoEvaluations", told(asTrained), told(stepByStep), why(experiment));
    }

    private static String told(Evaluation evaluation) {
        return Message.text(
                "status.evaluation",
                evaluation.right(),
                evaluation.steps(),
                evaluation.loss(),
                VerdictWords.of(evaluation).headline());
    }

    private static String why(Experiment experiment) {
        return experiment.hyperparameters().batchSize() > 1
                ? Message.text("status.why.slots", experiment.hyperparameters().batchSize())
                : Message.text("status.why.carried");
    }
}
