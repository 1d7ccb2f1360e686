package lab.carousel.model;

import lab.carousel.task.Steps;

/**
 * Which steps of a sequence the loss is taken over.
 *
 * @param others the weight of all steps but the last: 1, or 0 if only the last step counts
 * @param last   the weight of the last step: above 0, at most {@value #MAX_WEIGHT}
 */
public record LossWeighting(double others, double last) {

    public static final double MAX_WEIGHT = 1_000_000;
    /** Every step counts once: the reference. */
    public static final LossWeighting ALL_STEPS = new LossWeighting(1, 1);
    /** Only the last step has an error signal; the others count neither in training nor in evaluation. */
    public static final LossWeighting LAST_STEP = new LossWeighting(0, 1);

    /** Every step counts, the last one as much as so many others. */
    public static LossWeighting lastStepWeighs(double weight) {
        return new LossWeighting(1, weight);
    }

    public boolean isLastStepOnly() {
        return others == 0;
    }

    /** The weight of a step; 0 if it is not scored. */
    public double of(Steps steps, int step) {
        return !steps.isScored(step) ? 0 : step == steps.size() - 1 ? last : others;
    }
}
