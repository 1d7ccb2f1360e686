package lab.carousel.picture.account;

public enum Fold {
    NONE,
    CLOSED,
    OPEN
}
