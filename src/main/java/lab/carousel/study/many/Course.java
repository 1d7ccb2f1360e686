package lab.carousel.study.many;

import lab.carousel.model.Verdict;

/**
 * How a run went: its loss and its verdict at the checkpoints that it reached. Immutable, and kept small: nine bytes for
 * a checkpoint.
 */
public final class Course {

    private static final Verdict[] VERDICTS = Verdict.values();

    private final double[] losses;
    private final byte[] verdicts;

    Course(double[] losses, byte[] verdicts) {
        this.losses = losses;
        this.verdicts = verdicts;
    }

    /** How many checkpoints the run reached. */
    public int size() {
        return losses.length;
    }

    /** The mean loss at a checkpoint. */
    public double loss(int point) {
        return losses[point];
    }

    /** The verdict at a checkpoint. */
    public Verdict verdict(int point) {
        return VERDICTS[verdicts[point]];
    }
}
