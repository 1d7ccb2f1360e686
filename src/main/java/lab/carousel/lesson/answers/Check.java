package lab.carousel.lesson.answers;

/** Whether a run says the truth about its verdict. */
public enum Check {
    /** Nobody has looked yet. */
    OPEN,
    /** It was trained again, and has the verdict that it says. */
    CONFIRMED,
    /** It was trained again, and has another one, which counts. */
    CORRECTED,
    /** It cannot be trained again here, because it takes too long or diverges; what it says counts. */
    UNCHECKED
}
