package lab.carousel.file.study;

import java.nio.ByteBuffer;
import java.util.List;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;

/** Numbers one after the other, each eight bytes as in IEEE 754 with the highest byte first. */
public final class NumberBytes {

    /**
     * What an evaluation takes, besides the losses of its sequences: loss, steps right, steps, deciding steps, loss there, margin;
     * then, after those losses, its judgement: the verdict as its place in {@link #VERDICTS}, the bits (not a number where there
     * are none), the steps back (nearest, median, farthest), the forks and how many are remembered, the steps outside them (wrong,
     * unknowable) and how many steps can be right at most.
     */
    public static final int IN_EVALUATION = 16;

    /** The verdicts by their numbers. */
    static final List<Verdict> VERDICTS = List.of(
            Verdict.REMEMBERS,
            Verdict.RIGHT_BY_LUCK,
            Verdict.NOT_YET,
            Verdict.NEEDS_NO_MEMORY,
            Verdict.CANNOT_BE_KNOWN);

    private final String place;
    private final ByteBuffer buffer;

    private NumberBytes(String place, ByteBuffer buffer) {
        this.place = place;
        this.buffer = buffer;
    }

    /** Room for so many numbers. */
    public static NumberBytes room(long numbers) {
        return new NumberBytes("", ByteBuffer.allocate(Math.toIntExact(numbers * Double.BYTES)));
    }

    /** The numbers that bytes hold, with what the bytes are called in messages. */
    public static NumberBytes of(String place, byte[] bytes) {
        return new NumberBytes(place, ByteBuffer.wrap(bytes));
    }

    /**
     * The same, which must be so many.
     *
     * @throws InvalidInput if there are more or fewer
     */
    public static NumberBytes of(String place, byte[] bytes, long numbers) {
        long needed = numbers * Double.BYTES;
        if (bytes.length != needed) {
            throw new InvalidInput("file.session.size", place, Long.toString(needed), Integer.toString(bytes.length));
        }
        return of(place, bytes);
    }

    /** All bytes. */
    @SuppressWarnings("ByteBufferBackingArray") // room() allocates all of it
    public byte[] bytes() {
        return buffer.array();
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    /** Adds numbers. */
    public NumberBytes put(double... values) {
        for (double value : values) {
            buffer.putDouble(value);
        }
        return this;
    }

    /** Adds an evaluation with the losses of its sequences, or without. */
    public NumberBytes put(Evaluation evaluation, double... losses) {
        put(
                evaluation.loss(),
                evaluation.right(),
                evaluation.steps(),
                evaluation.decidingSteps(),
                evaluation.decidingLoss(),
                evaluation.margin());
        put(losses);
        Judgement judgement = evaluation.judgement();
        return put(
                VERDICTS.indexOf(judgement.verdict()),
                judgement.bits(),
                judgement.stepsBack().nearest(),
                judgement.stepsBack().median(),
                judgement.stepsBack().farthest(),
                judgement.forks().all(),
                judgement.forks().remembered(),
                judgement.outside().wrong(),
                judgement.outside().unknowable(),
                judgement.outside().best());
    }

    /** The next number, whatever it is. */
    public double next() {
        if (buffer.remaining() < Double.BYTES) {
            throw new InvalidInput("file.session.results.short", place);
        }
        return buffer.getDouble();
    }

    /** The next number, which must be within bounds. */
    public double number(double least, double most) {
        double value = next();
        if (!(value >= least && value <= most)) {
            throw damaged();
        }
        return value;
    }

    /** The next number, which must be finite. */
    public double finite() {
        return number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** The next numbers, which must be finite. */
    public double[] finite(int count) {
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            values[index] = finite();
        }
        return values;
    }

    /** The next number, which must be a whole one within bounds. */
    public int whole(int least, int most) {
        double value = number(least, most);
        if (value != Math.rint(value)) {
            throw damaged();
        }
        return (int) value;
    }

    /** The next number, which must be a count. */
    public int count() {
        return whole(0, Integer.MAX_VALUE);
    }

    /** The next numbers as an evaluation with the losses of so many sequences. */
    public Evaluation evaluation(int sequences) {
        double loss = finite();
        int right = count();
        int steps = count();
        int deciding = whole(0, steps);
        double decidingLoss = finite();
        // Not a number where there are no deciding steps
        double margin = next();
        double[] losses = finite(sequences);
        Judgement judgement = new Judgement(
                VERDICTS.get(whole(0, VERDICTS.size() - 1)),
                next(),
                new Judgement.Distance(count(), count(), count()),
                new Judgement.Forks(count(), count()),
                new Judgement.Outside(count(), count(), count()));
        return new Evaluation(loss, losses, right, steps, deciding, decidingLoss, margin, judgement);
    }

    /** The complaint that the number read last cannot stand where it stands. */
    public InvalidInput damaged() {
        return new InvalidInput("file.session.number", place, Integer.toString(buffer.position() / Double.BYTES));
    }
}
