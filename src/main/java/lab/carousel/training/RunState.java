package lab.carousel.training;

public enum RunState {
    /** The initial parameters are being drawn; there is no snapshot yet. */
    PREPARING,
    /** At the start, or paused. */
    PAUSED,
    RUNNING,
    /** All epochs are done, or the criterion is met. */
    FINISHED,
    DIVERGED,
    FAILED;

    public boolean canContinue() {
        return this == PAUSED || this == RUNNING;
    }
}
