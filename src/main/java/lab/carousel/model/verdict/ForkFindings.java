package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import lab.carousel.model.function.Activation;

/**
 * How well a network tells the steps of each fork apart, fork by fork in the numbers of {@link
 * lab.carousel.task.memory.Memory}. Filled pair by pair; not to be changed after that. Where each fork is
 * told, the pairs of different forks may be taken in by different threads.
 */
public final class ForkFindings {

    /** The losses of a pair without any bits. */
    static final double NO_BITS = 2 * StrictMath.log(2);
    /** With smaller losses there is memory, but for rounding. */
    private static final double LUCK = (1 - Verdict.LEAST_BITS) * NO_BITS * (1 - LossBound.MARGIN);
    /** The larger of two losses in each fork: ln(1 + exp(-d)) + ln(1 + exp(-d')) of its worst pair. */
    private final double[] worst;

    private final double[] margin;
    private final boolean[] wrong;
    private final int[] targets;
    /** Whether each fork is told, and not the worst alone. */
    private final boolean tellsAll;

    private boolean isAnyWrong;
    /** The losses, or a little less, of a pair that the worst fork has none better than. */
    private double worstOfAll = Double.NEGATIVE_INFINITY;

    /**
     * Without pairs yet.
     *
     * @param tellsAll whether each fork is told; otherwise the verdict of each is, but the bits only of the worst; all
     *                 steps must be taken in before the first pair then
     */
    ForkFindings(int forks, boolean tellsAll) {
        this.tellsAll = tellsAll;
        worst = new double[forks];
        margin = new double[forks];
        wrong = new boolean[forks];
        targets = new int[2 * forks];
        Arrays.fill(worst, -1);
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
    }

    /** The bits of a pair: 1 - 1/2 log2[(1 + exp(-d)) (1 + exp(-d'))]. */
    public static double bits(double d, double otherD) {
        return bits(Activation.softplus(-d) + Activation.softplus(-otherD));
    }

    /** The bits of a pair with these losses. */
    static double bits(double losses) {
        return 1 - losses / NO_BITS;
    }

    /** Takes in a pair: its d at one step, which has one target, and its d' at the other. */
    void addPair(int fork, double d, double otherD, int target, int otherTarget) {
        if (isEnough(fork, LossBound.ofPair(d, otherD))) {
            return;
        }
        double losses = Activation.softplus(-d) + Activation.softplus(-otherD);
        if (losses > worst[fork] || Double.isNaN(losses)) {
            worst[fork] = losses;
            targets[2 * fork] = target;
            targets[2 * fork + 1] = otherTarget;
            if (!tellsAll && (wrong[fork] || !isAnyWrong)) {
                noteWorst(losses);
            }
        }
    }

    /** Whether a pair need not be taken in if its losses come to no more than this; once all steps are. */
    boolean isEnough(int fork, double losses) {
        if (losses < worst[fork]) {
            return true;
        }
        if (tellsAll) {
            return false;
        }
        return wrong[fork]
                ? losses < worstOfAll
                : isEnoughOfVerdict(fork, losses) && (isAnyWrong || losses < worstOfAll);
    }

    private boolean isEnoughOfVerdict(int fork, double losses) {
        return losses < LUCK || bits(fork) < Verdict.LEAST_BITS;
    }

    /** The same for each pair of any fork. */
    boolean isEnoughOfAll(double losses) {
        return !tellsAll && losses < worstOfAll && losses < LUCK;
    }

    /** Hears of a pair of a fork that is among those of which the worst is told, before it is taken in. */
    void hearOfPair(double d, double otherD) {
        boolean isBetter =
                LossBound.of(d) + LossBound.of(otherD) < worstOfAll || LossBound.ofPair(d, otherD) < worstOfAll;
        if (!isBetter) {
            noteWorst(Activation.softplus(-d) + Activation.softplus(-otherD));
        }
    }

    private void noteWorst(double losses) {
        worstOfAll = Math.max(worstOfAll, losses * (1 - LossBound.MARGIN));
    }

    /** Whether a step of any fork is wrong, so that the worst fork is one that has such a step. */
    boolean isAnyWrong() {
        return isAnyWrong;
    }

    /** Whether each fork is told, and not the worst alone. */
    boolean tellsAll() {
        return tellsAll;
    }

    /** Takes in a step of a fork: its margin, and whether its target has no larger net input than all others. */
    void addStep(int fork, double stepMargin, boolean isWrong) {
        margin[fork] = Math.min(margin[fork], stepMargin);
        wrong[fork] |= isWrong;
        isAnyWrong |= isWrong;
    }

    /** Whether steps that come to this, at the worst, change nothing. */
    boolean isToldOf(int fork, double stepMargin, boolean isWrong) {
        return margin[fork] <= stepMargin && (wrong[fork] || !isWrong);
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
        return verdict(wrong[fork], bits(fork));
    }

    /** The verdict of a fork with so many bits. */
    static Verdict verdict(boolean isWrong, double bits) {
        if (isWrong) {
            return Verdict.NOT_YET;
        }
        return bits >= Verdict.LEAST_BITS ? Verdict.REMEMBERS : Verdict.RIGHT_BY_LUCK;
    }

    /** What is said first; empty if there is no fork. */
    Optional<Headline> headline() {
        int worstFork = 0;
        int remembered = 0;
        for (int fork = 0; fork < size(); fork++) {
            worstFork = isWorse(fork, worstFork) ? fork : worstFork;
            remembered += verdict(fork) == Verdict.REMEMBERS ? 1 : 0;
        }
        return size() == 0
                ? Optional.empty()
                : Optional.of(new Headline(worstFork, verdict(worstFork), bits(worstFork), remembered));
    }

    /** Whether a fork is worse than another: not yet before luck before memory, then fewer bits. */
    boolean isWorse(int fork, int other) {
        int difference = rank(verdict(fork)) - rank(verdict(other));
        return difference < 0 || (difference == 0 && worst[fork] > worst[other]);
    }

    private static int rank(Verdict verdict) {
        return verdict == Verdict.NOT_YET ? 0 : verdict == Verdict.RIGHT_BY_LUCK ? 1 : 2;
    }

    /** The worst forks, so many at most, the worst first; equally bad ones by their number. */
    public List<Integer> worstFirst(int most) {
        Comparator<Integer> worstFirst =
                (one, other) -> isWorse(one, other) ? -1 : isWorse(other, one) ? 1 : Integer.compare(one, other);
        // To sort all would take much longer than to find a few
        PriorityQueue<Integer> found = new PriorityQueue<>(worstFirst.reversed());
        for (int fork = 0; fork < size(); fork++) {
            if (found.size() < most) {
                found.add(fork);
            } else if (most > 0 && isWorse(fork, found.element())) {
                found.remove();
                found.add(fork);
            }
        }
        return found.stream().sorted(worstFirst).toList();
    }
}
