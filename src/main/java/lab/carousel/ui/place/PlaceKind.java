package lab.carousel.ui.place;

public enum PlaceKind {
    SEE,
    /** It changes something and shows what comes of it. */
    OPERATE
}
