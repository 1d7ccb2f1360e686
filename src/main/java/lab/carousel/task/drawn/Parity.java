package lab.carousel.task.drawn;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.Twin;

/** Random bits; wanted at each step is the parity of all bits so far. */
final class Parity extends DrawnTask {

    private static final DrawnParameter LENGTH = new DrawnParameter("length", 2, 1_000, 100);
    private static final int FRESH = 2_000;

    static final Parity KIND = new Parity();

    private Parity() {
        super("parity", LENGTH);
    }

    @Override
    public Alphabet alphabet() {
        return new Alphabet(List.of("0", "1"));
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    @Override
    public int shortestSteps() {
        return value(LENGTH);
    }

    @Override
    public Steps draw(SplittableRandom random) {
        return steps(
                IntStream.range(0, value(LENGTH)).map(t -> random.nextInt(2)).toArray());
    }

    private static Steps steps(int[] bits) {
        int[] symbols = new int[bits.length + 1];
        int[] parities = new int[bits.length];
        for (int t = 0; t < bits.length; t++) {
            symbols[t] = bits[t];
            parities[t] = (t == 0 ? 0 : parities[t - 1]) ^ bits[t];
        }
        return Steps.of(symbols, t -> Target.of(parities[t]));
    }

    /** The first bit exchanged, and with it all targets. */
    @Override
    public List<Twin> twins(Steps drawn) {
        int[] bits = drawn.inputs();
        bits[0] ^= 1;
        return List.of(new Twin(steps(bits), 0, IntStream.range(0, bits.length).toArray()));
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.fresh(0.5, FRESH));
    }

    /**
     * Where fewer than all bits are seen: at the step that is the last to have seen all, but cannot tell that from a later one,
     * and at these, the parity of what is seen is right a little more often than not.
     */
    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        int length = value(LENGTH);
        double alike = IntStream.range(symbolsSeen - 1, length)
                .filter(t -> scored.include(t, length))
                .count();
        boolean isOneKnown = symbolsSeen <= length && scored.include(symbolsSeen - 1, length);
        double right = alike == 0 ? 1 : 0.5 + (isOneKnown ? 0.5 / alike : 0);
        double entropy = right == 1 ? 0 : -right * StrictMath.log(right) - (1 - right) * StrictMath.log1p(-right);
        double share = alike / scored.of(length);
        return new MemorylessFloor(symbolsSeen, share * entropy, share * entropy, 1 - share * (1 - right));
    }
}
