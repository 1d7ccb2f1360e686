package lab.carousel.study.many;

import java.util.List;
import lab.carousel.model.verdict.Verdict;

/**
 * Loss, separation and verdict of a run at the checkpoints that it reached. Immutable, and small: thirteen bytes for a
 * checkpoint.
 */
public final class LearningCurve {

    private static final Verdict[] VERDICTS = Verdict.values();

    private final double[] losses;
    /** That of the untrained network where the last one is measured, then one for each checkpoint. */
    private final float[] separations;

    private final byte[] verdicts;

    LearningCurve(double[] losses, float[] separations, byte[] verdicts) {
        if (losses.length != verdicts.length || separations.length != 1 + losses.length) {
            throw new IllegalArgumentException("as many verdicts as losses, and one separation more");
        }
        this.losses = losses;
        this.separations = separations;
        this.verdicts = verdicts;
    }

    @SuppressWarnings("EnumOrdinal") // a byte each, of which a study keeps millions; files have their names
    public static LearningCurve of(double[] losses, float[] separations, List<Verdict> verdicts) {
        byte[] ordinals = new byte[verdicts.size()];
        for (int point = 0; point < ordinals.length; point++) {
            ordinals[point] = (byte) verdicts.get(point).ordinal();
        }
        return new LearningCurve(losses.clone(), separations.clone(), ordinals);
    }

    public int size() {
        return losses.length;
    }

    public double loss(int point) {
        return losses[point];
    }

    /** NaN where there is no fork, or it was not measured. */
    public double separation(int point) {
        return separations[1 + point];
    }

    /** That of the untrained network at the same pair as at the end; NaN if there is none. */
    public double separationBefore() {
        return separations[0];
    }

    public Verdict verdict(int point) {
        return VERDICTS[verdicts[point]];
    }
}
