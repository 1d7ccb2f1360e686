package lab.carousel.file.study;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.JudgedForks;
import lab.carousel.model.verdict.JudgedPairs;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.LossSample;
import lab.carousel.model.verdict.MemoryDistance;
import lab.carousel.model.verdict.StepsOutside;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;

/**
 * Numbers one after the other, each eight bytes as in IEEE 754, big-endian, and then a checksum of them in eight more: a
 * NaN with the CRC-32C as its lower half.
 */
public final class NumberBytes {

    /** No computation has this NaN as its result. */
    private static final long CHECKED = 0x7ff4_c0de_0000_0000L;

    /**
     * Numbers of an evaluation, besides the losses of its sequences: loss, steps right, steps, deciding steps, loss there,
     * margin; then, after those losses, its judgement: the index of the verdict in {@link #VERDICTS}, bits (NaN if there
     * are none), steps back (nearest, median, farthest), forks and remembered ones, steps outside them (wrong,
     * unknowable), most steps that can be right, separation (NaN if there is none), that of the same pair in the untrained
     * network, the number of the fork, and of a drawn task how many pairs there are, are fed, are right and pass.
     */
    public static final int IN_EVALUATION = 23;

    static final List<Verdict> VERDICTS = List.of(
            Verdict.REMEMBERS,
            Verdict.A_TRACE,
            Verdict.NOT_YET,
            Verdict.NEEDS_NO_MEMORY,
            Verdict.CANNOT_BE_KNOWN,
            Verdict.BY_FLOORS);

    private final String place;
    private final ByteBuffer buffer;

    private NumberBytes(String place, ByteBuffer buffer) {
        this.place = place;
        this.buffer = buffer;
    }

    public static NumberBytes room(long numbers) {
        return new NumberBytes("", ByteBuffer.allocate(Math.toIntExact((numbers + 1) * Double.BYTES)));
    }

    /**
     * @throws InvalidInput if the bytes are not those that were written
     */
    public static NumberBytes of(String place, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int end = bytes.length - Double.BYTES;
        if (end < 0 || buffer.getLong(end) != checksum(bytes, end)) {
            throw new InvalidInput("file.numbers.damaged", place);
        }
        buffer.limit(end);
        return new NumberBytes(place, buffer);
    }

    private static long checksum(byte[] bytes, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        return CHECKED | sum.getValue();
    }

    /**
     * @throws InvalidInput if there are more or fewer numbers
     */
    public NumberBytes exactly(long numbers) {
        if (buffer.remaining() != numbers * Double.BYTES) {
            throw new InvalidInput(
                    "file.session.size",
                    place,
                    Long.toString(numbers * Double.BYTES),
                    Integer.toString(buffer.remaining()));
        }
        return this;
    }

    /** The bytes, with their checksum; all numbers have been put. */
    @SuppressWarnings("ByteBufferBackingArray") // room() allocates all of it
    public byte[] bytes() {
        byte[] bytes = buffer.array();
        buffer.putLong(bytes.length - Double.BYTES, checksum(bytes, bytes.length - Double.BYTES));
        return bytes;
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    public NumberBytes put(double... values) {
        for (double value : values) {
            buffer.putDouble(value);
        }
        return this;
    }

    /** Adds an evaluation, with the losses of its sequences or without. */
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
                judgement.outside().best(),
                judgement.separation(),
                judgement.separationBefore(),
                judgement.fork(),
                judgement.pairs().all(),
                judgement.pairs().fed(),
                judgement.pairs().right(),
                judgement.pairs().passing());
    }

    /** The next number, even if it is NaN. */
    public double next() {
        if (buffer.remaining() < Double.BYTES) {
            throw new InvalidInput("file.session.results.short", place);
        }
        return buffer.getDouble();
    }

    public double number(double least, double most) {
        double value = next();
        if (!(value >= least && value <= most)) {
            throw damaged();
        }
        return value;
    }

    public double finite() {
        return number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    public double[] finite(int count) {
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            values[index] = finite();
        }
        return values;
    }

    public int whole(int least, int most) {
        double value = number(least, most);
        if (value != Math.rint(value)) {
            throw damaged();
        }
        return (int) value;
    }

    public int count() {
        return whole(0, Integer.MAX_VALUE);
    }

    public Evaluation evaluation(int sequences) {
        double loss = finite();
        int right = count();
        int steps = count();
        int deciding = whole(0, steps);
        double decidingLoss = finite();
        // NaN without deciding steps
        double margin = next();
        double[] losses = finite(sequences);
        Verdict verdict = VERDICTS.get(whole(0, VERDICTS.size() - 1));
        double bits = next();
        MemoryDistance back = new MemoryDistance(count(), count(), count());
        JudgedForks forks = new JudgedForks(count(), count());
        StepsOutside outside = new StepsOutside(count(), count(), count());
        double separation = next();
        double before = next();
        int fork = whole(Memory.NONE, Integer.MAX_VALUE);
        JudgedPairs pairs = pairs();
        Judgement judgement = new Judgement(verdict, bits, separation, before, back, fork, forks, outside, pairs);
        return new Evaluation(
                loss, losses, right, steps, deciding, decidingLoss, margin, List.of(), judgement, LossSample.NONE);
    }

    private JudgedPairs pairs() {
        int all = count();
        int fed = whole(0, all);
        int right = whole(0, fed);
        return new JudgedPairs(all, fed, right, whole(0, right));
    }

    public InvalidInput damaged() {
        return new InvalidInput("file.session.number", place, Integer.toString(buffer.position() / Double.BYTES));
    }
}
