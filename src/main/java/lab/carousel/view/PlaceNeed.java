package lab.carousel.view;

/** What a place needs of the window around it. */
public enum PlaceNeed {
    /** More height than there is beside the text of a lesson. */
    HEIGHT,
    /** The heatmap, in which its unit and its step are selected. */
    HEATMAP,
    /** How the last weight update was made, which the run has to keep for it. */
    UPDATES
}
