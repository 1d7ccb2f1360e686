package lab.carousel.model.verdict;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.function.Activation;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Memory;

/**
 * How well a network tells the steps of each fork apart, fork by fork in the numbers of {@link
 * lab.carousel.task.memory.Memory}. Filled pair by pair; not to be changed after that.
 */
public final class ForkFindings {

    /** The losses of a pair without any bits. */
    private static final double NO_BITS = 2 * StrictMath.log(2);

    static final int NONE = -1;

    /** Far more than what rounding makes of losses. */
    private static final double ROUNDING = 1e-12;

    /** ln(1 + exp(-d)) + ln(1 + exp(-d')) of the worst pair of each fork; of several orders the most. */
    private final double[] worst;

    private final double[] margin;
    /** Whether a step of the worst pair is wrong. */
    private final boolean[] wrong;
    /** The two targets of each worst pair. */
    private final Target[] targets;
    /** The numbers of its two states, in the order fed. */
    private final int[] places;

    /** Of several orders, which has the worst pair. */
    private final int[] orders;

    private final double[] separation;
    /** Of several orders, which has that separation. */
    private final int[] separatedOrders;

    /** The separation of the same pair in the untrained network. */
    private final double[] before;

    ForkFindings(int forks) {
        worst = new double[forks];
        margin = new double[forks];
        wrong = new boolean[forks];
        targets = new Target[2 * forks];
        places = new int[2 * forks];
        orders = new int[forks];
        separation = new double[forks];
        separatedOrders = new int[forks];
        before = new double[forks];
        Arrays.fill(targets, Target.NONE);
        Arrays.fill(worst, NONE);
        Arrays.fill(separation, Double.POSITIVE_INFINITY);
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
    }

    /** The bits of a pair: 1 - 1/2 log2[(1 + exp(-d)) (1 + exp(-d'))]. */
    public static double bits(double d, double otherD) {
        return bits(losses(d, otherD));
    }

    private static double bits(double losses) {
        return 1 - losses / NO_BITS;
    }

    private static double losses(double d, double otherD) {
        return Activation.softplus(-d) + Activation.softplus(-otherD);
    }

    /**
     * A step of a pair.
     *
     * @param d     what the net input of its target is above that of the other step's; of sets, at a symbol that is legal at
     *     one step alone, how far its net input is on the right side of 0
     * @param place in the order fed
     */
    record Side(Target target, double d, int place) {}

    /**
     * Adds a pair, one of sets once for each symbol that is legal at one step alone. The worst is one with a wrong step, or of
     * sets one without bits, if there is any; of equally bad ones the first in the order fed.
     */
    void addPair(int fork, Side one, Side other, boolean hasWrong) {
        boolean isWrong = hasWrong || (one.target.isSet() && !(losses(one.d, other.d) < (1 - ROUNDING) * NO_BITS));
        boolean isFirstWrong = isWrong && !wrong[fork];
        if (!isFirstWrong && (isWrong != wrong[fork] || atMost(one.d, other.d) < worst[fork])) {
            return;
        }
        double losses = losses(one.d, other.d);
        int first = Math.min(one.place, other.place);
        int second = Math.max(one.place, other.place);
        boolean isBefore = first < places[2 * fork] || (first == places[2 * fork] && second < places[2 * fork + 1]);
        if (isFirstWrong || losses > worst[fork] || Double.isNaN(losses) || (losses == worst[fork] && isBefore)) {
            worst[fork] = losses;
            wrong[fork] = isWrong;
            targets[2 * fork] = one.target;
            targets[2 * fork + 1] = other.target;
            places[2 * fork] = first;
            places[2 * fork + 1] = second;
        }
    }

    /** Measures the separation of each fork that has a pair, in these states and in those of the untrained network. */
    void separate(StepStates states, StepStates untrained) {
        for (int fork = 0; fork < size(); fork++) {
            if (has(fork)) {
                separation[fork] = states.separation(places[2 * fork], places[2 * fork + 1]);
                before[fork] = untrained.separation(places[2 * fork], places[2 * fork + 1]);
            }
        }
    }

    /** What each fork has at the worst in any of some orders of the same network; at least one. */
    static ForkFindings joined(List<ForkFindings> orders) {
        if (orders.size() == 1) {
            return orders.get(0);
        }
        ForkFindings all = new ForkFindings(orders.get(0).size());
        for (int fork = 0; fork < all.size(); fork++) {
            for (int order = 0; order < orders.size(); order++) {
                if (orders.get(order).has(fork)) {
                    all.join(fork, order, orders);
                }
            }
        }
        return all;
    }

    private void join(int fork, int number, List<ForkFindings> all) {
        ForkFindings order = all.get(number);
        if (!has(fork) || order.isWorse(fork, all.get(orders[fork]), fork)) {
            orders[fork] = number;
            targets[2 * fork] = order.targets[2 * fork];
            targets[2 * fork + 1] = order.targets[2 * fork + 1];
        }
        worst[fork] = Double.isNaN(order.worst[fork]) ? Double.NaN : Math.max(worst[fork], order.worst[fork]);
        wrong[fork] |= order.wrong[fork];
        addMargin(fork, order.margin[fork]);
        if (!(order.separation[fork] >= separation[fork])) {
            separation[fork] = order.separation[fork];
            separatedOrders[fork] = number;
            before[fork] = order.before[fork];
        }
    }

    /** Whether a fork has a pair in the order that was fed. */
    private boolean has(int fork) {
        return worst[fork] != NONE;
    }

    /** At least the losses of a pair without an exponential, which most pairs need not: ln(1 + e^-d) <= ln 2 - d/2 + d^2/8. */
    private static double atMost(double d, double otherD) {
        double small = NO_BITS - (d + otherD) / 2 + (d * d + otherD * otherD) / 8;
        double large = NO_BITS - Math.min(d, 0) - Math.min(otherD, 0);
        return (1 + ROUNDING) * Math.min(small, large);
    }

    /** Adds the margin of steps of a fork. */
    void addMargin(int fork, double other) {
        margin[fork] = Math.min(margin[fork], other);
    }

    public int size() {
        return worst.length;
    }

    /** The bits of the worst pair of a fork, at most 1. */
    public double bits(int fork) {
        return bits(worst[fork]);
    }

    public double margin(int fork) {
        return margin[fork];
    }

    /** The separation of the worst pair of a fork; of several orders the lowest; NaN if it is not measured. */
    public double separation(int fork) {
        return separation[fork];
    }

    /** The separation of the same pair in the untrained network; NaN if it is not measured. */
    public double separationBefore(int fork) {
        return before[fork];
    }

    public List<Target> worstTargets(int fork) {
        return List.of(targets[2 * fork], targets[2 * fork + 1]);
    }

    /** The numbers of the two states of the worst pair of a fork, in the order fed. */
    List<Integer> worstPlaces(int fork) {
        return List.of(places[2 * fork], places[2 * fork + 1]);
    }

    /** Which of several orders has the worst pair of a fork, the first of equally bad ones. */
    int worstOrder(int fork) {
        return orders[fork];
    }

    /** Which of several orders has the lowest separation of a fork. */
    int separatedOrder(int fork) {
        return separatedOrders[fork];
    }

    public Verdict verdict(int fork) {
        if (wrong[fork]) {
            return Verdict.NOT_YET;
        }
        return bits(fork) >= Verdict.LEAST_BITS ? Verdict.REMEMBERS : Verdict.A_TRACE;
    }

    int remembered() {
        int remembered = 0;
        for (int fork = 0; fork < size(); fork++) {
            remembered += verdict(fork) == Verdict.REMEMBERS ? 1 : 0;
        }
        return remembered;
    }

    /** The worst fork, of equally bad ones the first; {@value Memory#NONE} if there is none. */
    public int worstFork() {
        int found = Memory.NONE;
        for (int fork = 0; fork < size(); fork++) {
            found = has(fork) && (found == Memory.NONE || isWorse(fork, found)) ? fork : found;
        }
        return found;
    }

    boolean isWorse(int fork, int other) {
        return isWorse(fork, this, other);
    }

    /** Whether the worst fork is worse than another order's; there is one in both. */
    boolean isWorse(ForkFindings order) {
        return isWorse(worstFork(), order, order.worstFork());
    }

    /** Whether a fork is worse than one of these findings: not yet before a trace before memory, then fewer bits. */
    private boolean isWorse(int fork, ForkFindings than, int other) {
        int difference = rank(verdict(fork)) - rank(than.verdict(other));
        return difference < 0 || (difference == 0 && worst[fork] > than.worst[other]);
    }

    private static int rank(Verdict verdict) {
        return verdict == Verdict.NOT_YET ? 0 : verdict == Verdict.A_TRACE ? 1 : 2;
    }

    /** The worst forks, at most {@code most}, the worst first; equally bad ones by their number. */
    public List<Integer> worstFirst(int most) {
        Comparator<Integer> worstFirst =
                (one, other) -> isWorse(one, other) ? -1 : isWorse(other, one) ? 1 : Integer.compare(one, other);
        return IntStream.range(0, size()).boxed().sorted(worstFirst).limit(most).toList();
    }
}
