package lab.carousel.lesson.answers;

/** Whether training again confirms a run's verdict. */
public enum Check {
    /** Not trained again yet. */
    OPEN,
    CONFIRMED,
    /** Training again gave another verdict, which counts. */
    CORRECTED,
    /** It takes too long here, or diverges; the verdict handed in counts. */
    UNCHECKED
}
