package lab.carousel.picture.map;

/** What lies in a map besides its dots. */
public enum MarkKind {
    /** A point that draws states to it. */
    STABLE,
    /** A point that keeps where a state is pushed, within rounding. */
    KEEPING,
    UNSTABLE,
    /** A point at which a state hardly moves. */
    SLOW
}
