package lab.carousel.task.memory;

import java.util.List;
import lab.carousel.task.Target;

/**
 * A step of a memory pair with one symbol exchanged: the nearest that differs is replaced by the other context's, in
 * every sample that holds it.
 */
public final class SymbolExchange {

    /** Epochs fed before the one examined, where the state is never reset. */
    private static final int EPOCHS_BEFORE = 3;

    /**
     * Samples fed to a slot between two zero states, from {@code start} on; equal for exchanges that begin with the
     * same samples.
     */
    public record FedStretch(Object samples, int start) {}

    private final Samples samples;
    private final int lag;
    private final int at;
    private final Target target;
    private final Target otherTarget;
    /** Steps back to the exchanged symbol. */
    private final int distance;

    private final int symbol;

    private SymbolExchange(Samples samples, int lag, Context own, Context other, int back, int alike) {
        this.samples = samples;
        this.lag = lag;
        this.at = own.places()[0];
        this.target = samples.ranked(own.target());
        this.otherTarget = samples.ranked(other.target());
        this.distance = samples.distance(at, back) + alike;
        this.symbol = samples.symbol(samples.back(other.places()[0], back), alike);
    }

    /**
     * Both exchanges of a pair, one at each step; none if one context has only its beginning where they differ.
     *
     * @param back number of last samples shared
     */
    static List<SymbolExchange> both(Samples samples, int lag, Context one, Context other, int back) {
        int first = samples.back(one.places()[0], back);
        int second = samples.back(other.places()[0], back);
        if (first == Samples.NONE || second == Samples.NONE) {
            return List.of();
        }
        int alike = 0;
        while (samples.symbol(first, alike) == samples.symbol(second, alike)) {
            alike++;
        }
        return List.of(
                new SymbolExchange(samples, lag, one, other, back, alike),
                new SymbolExchange(samples, lag, other, one, back, alike));
    }

    /** The target of the step itself. */
    public Target target() {
        return target;
    }

    /** The target of the other step, expected if the exchanged symbol is what the network remembers. */
    public Target otherTarget() {
        return otherTarget;
    }

    public FedStretch run() {
        return new FedStretch(samples, samples.start(at));
    }

    /** Number of samples fed to its slot, its own last. */
    public int fed() {
        return samples.before(at, EPOCHS_BEFORE) + 1;
    }

    /** Number of samples before the first with the exchanged symbol, which all exchanges of a run share. */
    public int sharedSamples() {
        int back = 0;
        while (back + 1 < fed() && samples.distance(at, back + 1) <= distance) {
            back++;
        }
        return fed() - 1 - back;
    }

    /**
     * Samples {@code from} (inclusive, counted from 0) to {@code to} (exclusive), the oldest first: their symbols in
     * one array, in each sample the oldest first.
     */
    public int[] fed(int from, int to) {
        int[] fed = new int[(to - from) * lag];
        for (int number = from; number < to; number++) {
            int back = fed() - 1 - number;
            int place = samples.back(at, back);
            int away = samples.distance(at, back);
            for (int offset = 0; offset < lag; offset++) {
                fed[(number - from + 1) * lag - 1 - offset] =
                        away + offset == distance ? symbol : samples.symbol(place, offset);
            }
        }
        return fed;
    }
}
