package lab.carousel.ui.presenter;

import lab.carousel.ui.place.Place;
import lab.carousel.view.PlaceNeed;

/** What can stand beside the text of a lesson, in the order of the keys that choose it. */
public enum PresentedPanel {
    TASK,
    LOSS,
    STATE,
    MICROSCOPE,
    /** All hyperparameters; single ones stand over the other panels. */
    HYPERPARAMETERS,
    /** The question of the step, large, with its answers. */
    VOTE;

    private static final double TALL = 360;

    /**
     * The height that it needs, in points; 0 if any will do.
     *
     * @param place the place of the microscope that is shown
     */
    public double leastHeight(Place place) {
        return this == TASK || (this == MICROSCOPE && place.needs(PlaceNeed.HEIGHT)) ? TALL : 0;
    }
}
