package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.function.Activation;

/**
 * How well a network tells the steps of each fork apart, fork by fork in the numbers of {@link
 * lab.carousel.task.memory.Memory}. Filled pair by pair; not to be changed after that.
 */
public final class ForkFindings {

    private static final double LN_2 = StrictMath.log(2);
    /** More than what rounding makes of a difference. */
    private static final double CLOSE = 1e-9;

    /** The larger of two losses in each fork: ln(1 + exp(-d)) + ln(1 + exp(-d')) of its worst pair. */
    private final double[] worst;
    /** A pair in which both d are at least this is not worse than the worst so far. */
    private final double[] enough;

    private final double[] margin;
    private final boolean[] wrong;
    private final int[] targets;
    /** Whether each fork is told, and not the worst alone. */
    private final boolean tellsAll;
    /** A pair with a wrong step in which both d are more than this is not worse than the worst with one. */
    private double enoughOfWrong = Double.POSITIVE_INFINITY;
    /** What the two losses of that worst pair come to. */
    private double worstOfWrong = Double.NEGATIVE_INFINITY;

    /**
     * Without pairs yet.
     *
     * @param tellsAll whether each fork is told; otherwise the verdict of each is, but the bits of one with a wrong step only
     *                 if none has fewer
     */
    ForkFindings(int forks, boolean tellsAll) {
        this.tellsAll = tellsAll;
        worst = new double[forks];
        enough = new double[forks];
        margin = new double[forks];
        wrong = new boolean[forks];
        targets = new int[2 * forks];
        Arrays.fill(worst, -1);
        Arrays.fill(enough, Double.POSITIVE_INFINITY);
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
    }

    /** The bits of a pair: 1 - 1/2 log2[(1 + exp(-d)) (1 + exp(-d'))]. */
    public static double bits(double d, double otherD) {
        return bits(Activation.softplus(-d) + Activation.softplus(-otherD));
    }

    private static double bits(double losses) {
        return 1 - losses / (2 * LN_2);
    }

    /** ln(1 + e^-d) is at most ln 2 - d/2 + d^2/8: with that most pairs need no exponential. */
    private static double atMost(double d, double otherD) {
        return 2 * LN_2 - (d + otherD) / 2 + (d * d + otherD * otherD) / 8;
    }

    /** Takes in a pair: its d at one step, which has one target, and its d' at the other. */
    void addPair(int fork, double d, double otherD, int target, int otherTarget) {
        if (d >= enough[fork] && otherD >= enough[fork]) {
            return;
        }
        if (atMost(d, otherD) < worst[fork]) {
            return;
        }
        double losses = Activation.softplus(-d) + Activation.softplus(-otherD);
        if (losses > worst[fork] || Double.isNaN(losses)) {
            worst[fork] = losses;
            enough[fork] = -StrictMath.log(StrictMath.expm1(losses / 2));
            targets[2 * fork] = target;
            targets[2 * fork + 1] = otherTarget;
        }
    }

    /** Whether a pair is not worse than the worst so far if neither d of it is less than this. */
    boolean isEnough(int fork, double d) {
        return d >= enough[fork];
    }

    /** The same if one of its steps is wrong and only the worst fork is told. */
    boolean isEnoughOfWrong(double d) {
        return d > enoughOfWrong;
    }

    /** Whether a pair with a wrong step is better than the worst of those, and only the worst fork is told. */
    boolean isLessOfWrong(double d, double otherD) {
        return atMost(d, otherD) < worstOfWrong;
    }

    /** A pair was taken in; notes whether one of its steps is wrong. */
    void noteWrong(int fork, boolean isWrong) {
        if (isWrong && !tellsAll && enough[fork] + CLOSE < enoughOfWrong) {
            enoughOfWrong = enough[fork] + CLOSE;
            worstOfWrong = worst[fork] - CLOSE;
        }
    }

    /** Takes in a step of a fork: its margin, and whether its target has no larger net input than all others. */
    void addStep(int fork, double stepMargin, boolean isWrong) {
        margin[fork] = Math.min(margin[fork], stepMargin);
        wrong[fork] |= isWrong;
    }

    /** How many forks there are. */
    public int size() {
        return worst.length;
    }

    /** The bits of the worst pair of a fork, at most 1. */
    public double bits(int fork) {
        return bits(worst[fork]);
    }

    /** The smallest margin at the steps of a fork. */
    public double margin(int fork) {
        return margin[fork];
    }

    /** The targets of the worst pair of a fork. */
    public List<Integer> worstTargets(int fork) {
        return List.of(targets[2 * fork], targets[2 * fork + 1]);
    }

    /** The verdict of a fork. */
    public Verdict verdict(int fork) {
        if (wrong[fork]) {
            return Verdict.NOT_YET;
        }
        return bits(fork) >= Verdict.LEAST_BITS ? Verdict.REMEMBERS : Verdict.RIGHT_BY_LUCK;
    }

    /** Whether a fork is worse than another: not yet before luck before memory, then fewer bits. */
    boolean isWorse(int fork, int other) {
        int difference = rank(verdict(fork)) - rank(verdict(other));
        return difference < 0 || (difference == 0 && worst[fork] > worst[other]);
    }

    private static int rank(Verdict verdict) {
        return verdict == Verdict.NOT_YET ? 0 : verdict == Verdict.RIGHT_BY_LUCK ? 1 : 2;
    }

    /** The forks, the worst first; equally bad ones by their number. */
    public List<Integer> worstFirst() {
        return IntStream.range(0, size())
                .boxed()
                .sorted((one, other) ->
                        isWorse(one, other) ? -1 : isWorse(other, one) ? 1 : Integer.compare(one, other))
                .toList();
    }
}
