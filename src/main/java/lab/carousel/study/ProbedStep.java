package lab.carousel.study;

import java.util.Arrays;
import lab.carousel.model.Share;

/**
 * What is read at a step.
 *
 * @param after  steps after the clue; {@link #END} for the step at which it decides, where sequences differ in length
 * @param groups sequences of each value that have it
 * @param low    lower end of the 95 % interval: a sequence and its twin count as one observation
 */
public record ProbedStep(int after, int groups, double accuracy, double low, double high, double[] shuffled) {

    /** Where the clue decides. */
    public static final int END = -1;

    private static final double ROUNDING = 1e-9;

    public boolean isEnd() {
        return after == END;
    }

    public double shuffledMean() {
        return Arrays.stream(shuffled).average().orElse(0);
    }

    public double shuffledLow() {
        return Arrays.stream(shuffled).min().orElse(0);
    }

    public double shuffledHigh() {
        return Arrays.stream(shuffled).max().orElse(1);
    }

    /** Whether more is read than with shuffled values. */
    public boolean isRead() {
        return low > shuffledHigh();
    }

    static ProbedStep of(int after, double[][][] states) {
        LinearProbe probe = LinearProbe.of(states);
        return of(after, states.length, probe.accuracy(), probe.shuffled());
    }

    /** Where one of a sequence and its twin is read, half of an observation: the interval is that of neither more nor less. */
    static ProbedStep of(int after, int groups, double accuracy, double[] shuffled) {
        double right = accuracy * groups;
        // Rounding makes no whole number another one
        Share least = new Share((int) Math.floor(right + ROUNDING), groups);
        Share most = new Share((int) Math.ceil(right - ROUNDING), groups);
        return new ProbedStep(after, groups, accuracy, least.low(), most.high(), shuffled);
    }
}
