package lab.carousel.ui.presenter;

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
    HYPERPARAMETERS
}
