package lab.carousel.study;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;

/** How far the gradient travels back, where a network has not learned to remember. */
public final class GradientReach {

    private GradientReach() {}

    /**
     * The same experiment with the gradient through the whole sequence; empty unless that is what a run lacks: its verdict is
     * not yet, and within an update the gradient never comes from the step that asks back to the clue.
     */
    public static Optional<Experiment> letBack(Experiment experiment, Judgement judgement) {
        int stepsOfUpdate =
                experiment.hyperparameters().get(Settings.UPDATE_INTERVAL).steps();
        int clue = judgement.stepsBack().farthest();
        boolean isMissing = judgement.verdict() == Verdict.NOT_YET
                && stepsOfUpdate <= clue
                && clue < experiment.task().supply().longestSteps();
        return Optional.of(experiment)
                .filter(any -> isMissing && any.hyperparameters().get(Settings.RESET_POLICY) != ResetPolicy.EVERY_STEP)
                .map(any -> any.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)));
    }
}
