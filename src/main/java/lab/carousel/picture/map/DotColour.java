package lab.carousel.picture.map;

/** What the colour of a dot tells. */
public enum DotColour {
    SYMBOL,
    TARGET,
    STEP,
    /** The row of a series. */
    TIME,
    FORK,
    /** Which state of the task's automaton its prefix leads to. */
    STATE
}
