package lab.carousel.view;

public enum PlaceKind {
    SEE,
    /** It changes something and shows what comes of it. */
    OPERATE
}
