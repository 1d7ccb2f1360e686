package lab.carousel.study.many;

/** What a study asks, and so which pictures answer it. */
public enum Question {
    /** Does it always work? Bands of loss, verdicts over the epochs, margins. */
    SEEDS(0),
    /** Which of these learns it, and how fast? The losses of all on one chart. */
    RACE(1),
    /** Which settings work? A heatmap. */
    TUNING(1),
    /** How far back can it remember? The share that remembers, over the first axis. */
    SPAN(1),
    /** After how many sequences is a drawn task solved? */
    SUCCESS(0);

    private final int axesNeeded;

    Question(int axesNeeded) {
        this.axesNeeded = axesNeeded;
    }

    public int axesNeeded() {
        return axesNeeded;
    }
}
