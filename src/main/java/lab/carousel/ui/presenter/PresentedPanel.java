package lab.carousel.ui.presenter;

import java.util.Set;

/** What can stand beside the text of a lesson, in the order of the keys that choose it. */
public enum PresentedPanel {
    /** The task editor. */
    TASK,
    /** The loss chart. */
    LOSS,
    /** The heatmap. */
    STATE,
    /** The microscope. */
    MICROSCOPE,
    /** All hyperparameters; single ones stand over the other panels. */
    HYPERPARAMETERS;

    /** Places of the microscope that need more height than there is beside a lesson, and do not scroll themselves. */
    private static final Set<String> TALL_PLACES =
            Set.of("cell", "unit", "twoSequences", "transplant", "lesion", "saliency", "resetSwitch");

    private static final double TALL = 440;

    /**
     * The height that it needs, in points; 0 if any will do.
     *
     * @param place the place of the microscope that is shown, by its key
     */
    public double leastHeight(String place) {
        return this == TASK || (this == MICROSCOPE && TALL_PLACES.contains(place)) ? TALL : 0;
    }
}
