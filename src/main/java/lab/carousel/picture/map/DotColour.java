package lab.carousel.picture.map;

/** What the colour of a dot tells. */
public enum DotColour {
    SYMBOL,
    TARGET,
    STEP,
    FORK
}
