package lab.carousel.task.series;

/** What commas, points and blanks mean where a text leaves it open. */
public enum NumberReading {
    /** Decimals follow a point; commas and blanks separate thousands. */
    POINT,
    /** Decimals follow a comma; points and blanks separate thousands. */
    COMMA,
    /** Commas or blanks separate columns. */
    COLUMNS
}
