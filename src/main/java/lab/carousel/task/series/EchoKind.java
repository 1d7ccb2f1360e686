package lab.carousel.task.series;

/** What is known of a forecast beside the last values. */
public enum EchoKind {
    /** It lies nearer to the truth than to the last values, or predicts changes that are far too large for an echo. */
    NOT_CLOSE,
    /** The changes that it predicts follow the real ones. */
    TELLS,
    /** Its slope may be that of an echo and that of an honest forecast. */
    OPEN,
    /** Its slope is shown to be below 1, and not shown to be above 0; or it predicts no change at all. */
    ECHOES,
    /** Its slope is open, but a line is shown to be better than both the echo and the forecast: there was something to tell. */
    MISSES_A_LINE;

    boolean isEcho() {
        return this == ECHOES || this == MISSES_A_LINE;
    }
}
