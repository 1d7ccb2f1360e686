package lab.carousel.study.many;

import java.util.List;
import lab.carousel.model.verdict.Verdict;

/** Loss and verdict of a run at the checkpoints that it reached. Immutable, and small: nine bytes for a checkpoint. */
public final class LearningCurve {

    private static final Verdict[] VERDICTS = Verdict.values();

    private final double[] losses;
    private final byte[] verdicts;

    LearningCurve(double[] losses, byte[] verdicts) {
        this.losses = losses;
        this.verdicts = verdicts;
    }

    @SuppressWarnings("EnumOrdinal") // a byte each, of which a study keeps millions; files have their names
    public static LearningCurve of(double[] losses, List<Verdict> verdicts) {
        if (losses.length != verdicts.size()) {
            throw new IllegalArgumentException("as many verdicts as losses");
        }
        byte[] ordinals = new byte[losses.length];
        for (int point = 0; point < ordinals.length; point++) {
            ordinals[point] = (byte) verdicts.get(point).ordinal();
        }
        return new LearningCurve(losses.clone(), ordinals);
    }

    public int size() {
        return losses.length;
    }

    public double loss(int point) {
        return losses[point];
    }

    public Verdict verdict(int point) {
        return VERDICTS[verdicts[point]];
    }
}
