package lab.carousel.file.study;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;

/**
 * A judgement as {@value #COUNT} numbers: the verdict as its place in {@link #VERDICTS}, the bits (not a number where there
 * are none), the steps back (nearest, median, farthest), the forks and how many are remembered, the steps outside them (wrong,
 * unknowable) and how many steps can be right at most.
 */
public final class JudgementNumbers {

    /** How many numbers there are. */
    public static final int COUNT = 10;
    /** The verdicts by their numbers. */
    public static final List<Verdict> VERDICTS = List.of(
            Verdict.REMEMBERS,
            Verdict.RIGHT_BY_LUCK,
            Verdict.NOT_YET,
            Verdict.NEEDS_NO_MEMORY,
            Verdict.CANNOT_BE_KNOWN);

    private final DoubleSupplier next;
    private final Supplier<InvalidInput> damaged;

    private JudgementNumbers(DoubleSupplier next, Supplier<InvalidInput> damaged) {
        this.next = next;
        this.damaged = damaged;
    }

    /** Writes a judgement. */
    public static void put(Judgement judgement, ByteBuffer buffer) {
        buffer.putDouble(VERDICTS.indexOf(judgement.verdict()))
                .putDouble(judgement.bits())
                .putDouble(judgement.stepsBack().nearest())
                .putDouble(judgement.stepsBack().median())
                .putDouble(judgement.stepsBack().farthest())
                .putDouble(judgement.forks().all())
                .putDouble(judgement.forks().remembered())
                .putDouble(judgement.outside().wrong())
                .putDouble(judgement.outside().unknowable())
                .putDouble(judgement.outside().best());
    }

    /**
     * Reads a judgement.
     *
     * @param next    gives the numbers
     * @param damaged the complaint about the one that was given last
     * @throws InvalidInput if one cannot stand where it stands
     */
    public static Judgement read(DoubleSupplier next, Supplier<InvalidInput> damaged) {
        JudgementNumbers reader = new JudgementNumbers(next, damaged);
        int verdict = reader.count();
        if (verdict >= VERDICTS.size()) {
            throw damaged.get();
        }
        double bits = next.getAsDouble();
        return new Judgement(
                VERDICTS.get(verdict),
                bits,
                new Judgement.Distance(reader.count(), reader.count(), reader.count()),
                new Judgement.Forks(reader.count(), reader.count()),
                new Judgement.Outside(reader.count(), reader.count(), reader.count()));
    }

    private int count() {
        double value = next.getAsDouble();
        if (!(value >= 0 && value <= Integer.MAX_VALUE) || value != Math.rint(value)) {
            throw damaged.get();
        }
        return (int) value;
    }
}
