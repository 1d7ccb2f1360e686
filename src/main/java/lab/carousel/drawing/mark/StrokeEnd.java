package lab.carousel.drawing.mark;

/** What the ends of a line and its corners look like. */
public enum StrokeEnd {
    /** Ends go half the width beyond, and corners are pointed. */
    SQUARE,
    /** Ends are cut off, and corners too: the fastest. */
    FLAT,
    /** Ends are cut off, and corners are round. */
    BENT,
    ROUND
}
