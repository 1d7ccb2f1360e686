package lab.carousel.file.study;

/**
 * How much older files tell. Numbers of an evaluation, besides the losses of its sequences: loss, steps right, steps,
 * deciding steps, loss there, margin; then, after those losses, its judgement: the index of the verdict in {@link
 * #VERDICTS}, bits (NaN if there are none), steps back (nearest, median, farthest), forks and remembered ones, steps
 * outside them (wrong, unknowable), most steps that can be right; then separation (NaN if there is none); then that of the
 * same pair in the untrained network, and the number of the fork; then of a drawn task how many pairs there are, are fed, are right
 * and pass.
 */
public enum NumberForm {
    OLDEST(16, 0),
    SEPARATED(17, 1),
    BESIDE(19, 2),
    NEWEST(23, 2);

    private final int inEvaluation;
    private final int separations;

    NumberForm(int inEvaluation, int separations) {
        this.inEvaluation = inEvaluation;
        this.separations = separations;
    }

    /** Numbers of an evaluation, besides the losses of its sequences. */
    public int inEvaluation() {
        return inEvaluation;
    }

    /** How many of them are separations. */
    public int separations() {
        return separations;
    }
}
