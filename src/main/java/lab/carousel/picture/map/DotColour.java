package lab.carousel.picture.map;

/** What the colour of a dot tells. */
public enum DotColour {
    SYMBOL,
    TARGET,
    STEP,
    FORK,
    /** Which state of the task's automaton its prefix leads to. */
    STATE
}
