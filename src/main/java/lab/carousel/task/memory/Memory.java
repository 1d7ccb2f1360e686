package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.memory.EpochMemory.Context;
import lab.carousel.task.memory.FeedingScheme.Carry;
import lab.carousel.task.memory.UnknowableStep.Reason;

/**
 * What a task asks of a memory when it is fed in a certain way, from the task alone, without any network: which steps can
 * be told only by something earlier, how far back that is, and which steps nothing tells. Immutable.
 *
 * <p>Where the sequences are shuffled and a state is carried from one to the next, several orders are judged, each like a
 * listed one; forks with the same shared samples are one.
 */
public final class Memory {

    /** No fork: the step is not a deciding one. */
    public static final int NONE = EpochMemory.NONE;

    /** A fork as it is found in an epoch. */
    private record Found(EpochMemory epoch, int fork) {}

    private final FeedingScheme feeding;
    private final EpochMemory listed;
    private final List<EpochMemory> epochs;
    /** For each epoch and each of its forks, the number of the fork among all. */
    private final int[][] numbers;

    /** For each fork where it is found, the first epoch first. */
    private final List<List<Found>> forks = new ArrayList<>();

    private final List<UnknowableStep> unknowable;
    private final BitSet[] unknown;
    private final BitSet[] deciding;
    /** The depth of each fork, once it was asked for; 0 before. */
    private final int[] depths;
    /** The deepest fork, once it was asked for. */
    private int deepest = NONE;

    private Memory(FeedingScheme feeding, EpochMemory listed, List<EpochMemory> epochs, int[][] sequences) {
        this.feeding = feeding;
        this.listed = listed;
        this.epochs = epochs;
        this.numbers = new int[epochs.size()][];
        number();
        this.unknowable = unknowable(sequences);
        this.unknown = new BitSet[sequences.length];
        Arrays.setAll(unknown, s -> new BitSet());
        this.deciding = new BitSet[sequences.length];
        Arrays.setAll(deciding, s -> IntStream.range(0, sequences[s].length - 1)
                .filter(t -> forkAt(s, t) != NONE)
                .collect(BitSet::new, BitSet::set, BitSet::or));
        unknowable.forEach(step -> unknown[step.sequence()].set(step.step()));
        this.depths = new int[forks.size()];
    }

    /**
     * What listed sequences ask of a memory.
     *
     * @param sequences symbol indices
     * @param orders    the orders in which the sequences are fed, each judged for itself; empty for the listed one
     */
    public static Memory of(int[][] sequences, FeedingScheme feeding, List<int[]> orders) {
        int[] asListed = IntStream.range(0, sequences.length).toArray();
        EpochMemory listed = new EpochMemory(sequences, asListed, feeding);
        List<EpochMemory> epochs = orders.isEmpty()
                ? List.of(listed)
                : orders.stream()
                        .map(order -> new EpochMemory(sequences, order, feeding))
                        .toList();
        return new Memory(feeding, listed, epochs, sequences);
    }

    private void number() {
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int epoch = 0; epoch < numbers.length; epoch++) {
            EpochMemory one = epochs.get(epoch);
            numbers[epoch] = new int[one.forks()];
            for (int fork = 0; fork < one.forks(); fork++) {
                int next = forks.size();
                int number = numbers.length == 1 ? next : known.computeIfAbsent(one.shared(fork), shared -> next);
                numbers[epoch][fork] = number;
                if (number == next) {
                    forks.add(new ArrayList<>());
                }
                forks.get(number).add(new Found(one, fork));
            }
        }
    }

    private List<UnknowableStep> unknowable(int[][] sequences) {
        Map<Long, UnknowableStep> found = new TreeMap<>();
        EpochMemory fromStart = feeding.equals(feeding.readFromStart()) ? listed : null;
        for (EpochMemory epoch : epochs) {
            for (Context context : epoch.contexts()) {
                if (context.target() == EpochMemory.NONE) {
                    fromStart = fromStart != null
                            ? fromStart
                            : new EpochMemory(sequences, listed.order(), feeding.readFromStart());
                    add(epoch, context, fromStart, found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Adds the steps of a context; the task is the reason where others have another target and read the same from the start. */
    private void add(EpochMemory epoch, Context context, EpochMemory fromStart, Map<Long, UnknowableStep> found) {
        List<Step> steps = Arrays.stream(context.places()).mapToObj(epoch::step).toList();
        Map<Integer, Set<Integer>> targets = new HashMap<>();
        steps.forEach(step -> targets.computeIfAbsent(fromStart.context(step), start -> new HashSet<>())
                .add(step.target()));
        for (Step step : steps) {
            boolean isTask =
                    targets.getOrDefault(fromStart.context(step), Set.of()).size() > 1;
            found.merge(
                    (long) step.sequence() << 32 | step.number(),
                    new UnknowableStep(step.sequence(), step.number() - 1, isTask ? Reason.TASK : setUp()),
                    (one, two) -> one.reason() == Reason.TASK ? one : two);
        }
    }

    private Reason setUp() {
        if (feeding.memoryless()) {
            return Reason.NO_STATE;
        }
        if (feeding.carry() == Carry.STEP) {
            return Reason.RESET_EVERY_STEP;
        }
        return feeding.slots() > 1 ? Reason.SLOTS : Reason.NO_BEGINNING;
    }

    /** The epochs that are judged: one, or one for each order drawn. */
    public List<EpochMemory> epochs() {
        return epochs;
    }

    /**
     * The number of a fork of an epoch among all forks.
     *
     * @param epoch counted from 0
     * @param fork  its number in that epoch
     */
    public int number(int epoch, int fork) {
        return numbers[epoch][fork];
    }

    /** How many forks there are. */
    public int forks() {
        return forks.size();
    }

    /**
     * A fork.
     *
     * @param number counted from 0
     * @param most   how many of the last shared symbols are told at most
     */
    public Fork fork(int number, int most) {
        Found first = first(number);
        return new Fork(
                first.epoch.after(first.fork, most),
                first.epoch.samples(first.fork),
                depth(number),
                first.epoch.targets(first.fork));
    }

    private Found first(int number) {
        return forks.get(number).get(0);
    }

    /**
     * The number of the fork of a step, or {@link #NONE} if it is not a deciding one; sequence and step are counted from 0. A
     * step can be at several, one within the other: it is told the one whose steps share most, since that is the hardest.
     */
    public int forkAt(int sequence, int step) {
        for (int epoch = 0; epoch < numbers.length; epoch++) {
            int row = epochs.get(epoch).row(sequence, step);
            if (row != EpochMemory.NONE) {
                return numbers[epoch][epochs.get(epoch).rows().get(row).fork()];
            }
        }
        return NONE;
    }

    /**
     * Pairs of a fork with the symbol exchanged that tells them apart, both directions, spread evenly over the fork.
     *
     * @param most how many exchanges at most, an even number
     */
    public List<Exchange> exchanges(int number, int most) {
        return first(number).epoch.exchanges(first(number).fork, most);
    }

    /** The first steps of a fork, so many at most, in the order of their contexts: each that is in one of its pairs. */
    public List<Step> steps(int number, int most) {
        return first(number).epoch.steps(first(number).fork, most);
    }

    /** How many steps back the symbol is that a fork asks for. */
    public int depth(int number) {
        if (depths[number] == 0) {
            depths[number] = forks.get(number).stream()
                    .mapToInt(found -> found.epoch.depth(found.fork))
                    .min()
                    .orElseThrow();
        }
        return depths[number];
    }

    /** The number of the deepest fork, of equally deep ones the first; {@link #NONE} if there is none. */
    public int deepest() {
        if (deepest == NONE) {
            int[] most = forks.stream()
                    .mapToInt(same -> same.stream()
                            .mapToInt(found -> found.epoch.depthAtMost(found.fork))
                            .min()
                            .orElseThrow())
                    .toArray();
            // Those that can be deepest first, so that few have to be looked at
            deepest = IntStream.range(0, most.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(number -> -most[number]))
                    .reduce((one, other) -> most[other] >= depth(one) && isDeeper(other, one) ? other : one)
                    .orElse(NONE);
        }
        return deepest;
    }

    private boolean isDeeper(int number, int than) {
        return depth(number) > depth(than) || (depth(number) == depth(than) && number < than);
    }

    /** The steps that nobody can know, sequence after sequence. */
    public List<UnknowableStep> unknowable() {
        return unknowable;
    }

    /** Whether a step is a deciding one; sequence and step are counted from 0. */
    public boolean isDeciding(int sequence, int step) {
        return deciding[sequence].get(step);
    }

    /** Whether nobody can know what follows at a step; sequence and step are counted from 0. */
    public boolean isUnknowable(int sequence, int step) {
        return unknown[sequence].get(step);
    }

    /** How many steps can be right at most, fed in the listed order: in each context the most frequent target. */
    public int best() {
        return listed.best();
    }
}
