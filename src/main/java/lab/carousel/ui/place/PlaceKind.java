package lab.carousel.ui.place;

/** What a place does. */
public enum PlaceKind {
    /** It shows what is. */
    SEE,
    /** It changes something and shows what comes of it. */
    OPERATE
}
