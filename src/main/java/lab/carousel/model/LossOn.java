package lab.carousel.model;

/** Which steps the loss is taken over, as people choose it: {@link LossWeighting} without the weight. */
public enum LossOn {
    ALL_STEPS,
    LAST_STEP,
    /** All steps, the last one with a weight of its own. */
    WEIGHTED;

    /** Stands where the weight has not been read yet. */
    private static final LossWeighting SOME_WEIGHT = LossWeighting.lastStepWeighs(2);
    /** Stands where there is none to be shown. */
    static final double WEIGHT_TO_BEGIN_WITH = 10;

    static LossOn of(Hyperparameters values) {
        if (values.get(Settings.LOSS_WEIGHTING).isLastStepOnly()) {
            return LAST_STEP;
        }
        return values.get(Settings.LOSS_WEIGHTING).equals(LossWeighting.ALL_STEPS) ? ALL_STEPS : WEIGHTED;
    }

    Hyperparameters into(Hyperparameters values) {
        return values.with(
                Settings.LOSS_WEIGHTING,
                switch (this) {
                    case ALL_STEPS -> LossWeighting.ALL_STEPS;
                    case LAST_STEP -> LossWeighting.LAST_STEP;
                    case WEIGHTED -> SOME_WEIGHT;
                });
    }

    /** The weight of the last step, or, where there is none of its own, one to begin with. */
    static double weight(Hyperparameters values) {
        return of(values) == WEIGHTED ? values.get(Settings.LOSS_WEIGHTING).last() : WEIGHT_TO_BEGIN_WITH;
    }

    static Hyperparameters withWeight(Hyperparameters values, double weight) {
        return of(values) == WEIGHTED
                ? values.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(weight))
                : values;
    }
}
