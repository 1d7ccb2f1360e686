package lab.carousel.ui.lesson;

/** Where the question of a step stands. */
public enum VoteRoom {
    /** In the text, and scrolled with it. */
    IN_TEXT,
    /** Under the text, which is scrolled alone. */
    UNDER_TEXT,
    /** Somewhere else in the window. */
    AWAY
}
