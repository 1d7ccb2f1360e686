package lab.carousel.picture.account;

public enum PieceStyle {
    PLAIN,
    MUTED,
    /** Bold: a result. */
    STRONG,
    LINK
}
