package lab.carousel.lesson;

import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;

/**
 * What a step of a lesson sets up when it is entered.
 *
 * @param change      of the experiment; empty if it stays
 * @param isTrained   whether it is set up with a run trained to its end; otherwise with one at its start
 * @param hasOwnSeeds whether each phone of a class trains a seed of its own: the question is about what share of networks does
 *     something; otherwise all train the same run
 * @param pace        of training from this step on; empty if it stays
 */
public record StepSetUp(
        Optional<UnaryOperator<Experiment>> change, boolean isTrained, boolean hasOwnSeeds, Optional<Pace> pace) {

    public static final StepSetUp NONE = new StepSetUp(Optional.empty(), false, false, Optional.empty());
}
