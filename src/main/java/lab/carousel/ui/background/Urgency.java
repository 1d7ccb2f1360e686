package lab.carousel.ui.background;

public enum Urgency {
    /** Somebody waits for it. */
    WAITED_FOR(Thread.NORM_PRIORITY),
    /** Work that gives way to what somebody waits for. */
    ASIDE(Thread.MIN_PRIORITY);

    final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }
}
