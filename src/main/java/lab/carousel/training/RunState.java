package lab.carousel.training;

/** What a run is doing. */
public enum RunState {
    /** Its initial parameters are being drawn; there is no snapshot yet. */
    PREPARING,
    /** Waiting: at the start, or paused. */
    PAUSED,
    /** Making weight updates. */
    RUNNING,
    /** All epochs are done, or the criterion is met. */
    FINISHED,
    /** The loss stopped being a number. */
    DIVERGED,
    /** Something unexpected went wrong. */
    FAILED;

    /** Whether the run can make further updates. */
    public boolean canContinue() {
        return this == PAUSED || this == RUNNING;
    }
}
