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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * What a task asks of a memory under a feeding scheme, derived from the task alone, without a network: which steps only
 * something earlier can tell, how far back that is, and which steps nothing tells. Immutable.
 *
 * <p>Where sequences are shuffled and the state is carried over, several orders are judged, each like a listed one;
 * forks with the same shared samples are one.
 */
public final class Memory {

    /** No fork: not a deciding step. */
    public static final int NONE = EpochMemory.NONE;

    private record Found(EpochMemory epoch, int fork) {}

    private final FeedingScheme feeding;
    private final EpochMemory listed;
    private final List<EpochMemory> epochs;
    /** {@code [epoch][fork of the epoch]}: index of the fork among all. */
    private final int[][] numbers;

    /** Where each fork is found, the first epoch first. */
    private final List<List<Found>> forks = new ArrayList<>();

    private final List<UnknowableStep> unknowable;
    private final int best;
    private final BitSet[] unknown;
    private final BitSet[] deciding;
    /** Depth of each fork, computed lazily; 0 before. */
    private final int[] depths;

    private int deepest = NONE;

    private Memory(FeedingScheme feeding, EpochMemory listed, List<EpochMemory> epochs, Steps[] sequences) {
        this.feeding = feeding;
        this.listed = listed;
        this.epochs = epochs;
        this.numbers = new int[epochs.size()][];
        number();
        this.unknowable = unknowable(sequences);
        this.best = epochs.stream().mapToInt(EpochMemory::best).min().orElseThrow();
        this.unknown = new BitSet[sequences.length];
        Arrays.setAll(unknown, s -> new BitSet());
        this.deciding = new BitSet[sequences.length];
        Arrays.setAll(deciding, s -> IntStream.range(0, sequences[s].size())
                .filter(t -> forkAt(s, t) != NONE)
                .collect(BitSet::new, BitSet::set, BitSet::or));
        unknowable.forEach(step -> unknown[step.sequence()].set(step.step()));
        this.depths = new int[forks.size()];
    }

    /**
     * Analyses listed sequences.
     *
     * @param orders of feeding, each judged for itself; empty for the listed one alone
     */
    public static Memory of(Steps[] sequences, FeedingScheme feeding, List<int[]> orders) {
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

    private List<UnknowableStep> unknowable(Steps[] sequences) {
        Map<Long, UnknowableStep> found = new TreeMap<>();
        EpochMemory fromStart = feeding.equals(feeding.readFromStart()) ? listed : null;
        for (EpochMemory epoch : epochs) {
            EpochMemory inOneSlot = feeding.slots() == 1 ? epoch : null;
            for (Context context : epoch.contexts()) {
                if (context.target() == EpochMemory.NONE) {
                    fromStart = fromStart != null
                            ? fromStart
                            : new EpochMemory(sequences, listed.order(), feeding.readFromStart());
                    inOneSlot = inOneSlot != null ? inOneSlot : inOneSlot(sequences, epoch, fromStart);
                    add(epoch, context, fromStart, inOneSlot, found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private EpochMemory inOneSlot(Steps[] sequences, EpochMemory epoch, EpochMemory fromStart) {
        return feeding.isCarriedOver() ? new EpochMemory(sequences, epoch.order(), feeding.inOneSlot()) : fromStart;
    }

    /**
     * Adds the steps of a context; the reason is the task where steps with another target read the same from the start.
     */
    private void add(
            EpochMemory epoch,
            Context context,
            EpochMemory fromStart,
            EpochMemory inOneSlot,
            Map<Long, UnknowableStep> found) {
        List<Step> steps = Arrays.stream(context.places()).mapToObj(epoch::step).toList();
        Set<Step> byTask = open(steps, fromStart);
        Set<Step> withoutSlots = open(steps, inOneSlot);
        for (Step step : steps) {
            found.merge(
                    (long) step.sequence() << 32 | step.number(),
                    new UnknowableStep(
                            step.sequence(),
                            step.number() - 1,
                            byTask.contains(step) ? UnknowableReason.TASK : setUp(withoutSlots.contains(step))),
                    (one, two) -> one.reason() == UnknowableReason.TASK ? one : two);
        }
    }

    /** Those of some steps that read the same as one of them with another target. */
    private static Set<Step> open(List<Step> steps, EpochMemory reading) {
        Map<Integer, Set<Target>> targets = new HashMap<>();
        steps.forEach(step -> targets.computeIfAbsent(reading.context(step), context -> new HashSet<>())
                .add(step.target()));
        return steps.stream()
                .filter(step ->
                        targets.getOrDefault(reading.context(step), Set.of()).size() > 1)
                .collect(Collectors.toSet());
    }

    private UnknowableReason setUp(boolean isOpenInOneSlot) {
        if (feeding.memoryless()) {
            return UnknowableReason.NO_STATE;
        }
        if (feeding.carry() == StateLifetime.STEP) {
            return UnknowableReason.RESET_EVERY_STEP;
        }
        return isOpenInOneSlot ? UnknowableReason.NO_BEGINNING : UnknowableReason.SLOTS;
    }

    public List<EpochMemory> epochs() {
        return epochs;
    }

    /** Index among all forks of a fork of an epoch, both counted from 0. */
    public int number(int epoch, int fork) {
        return numbers[epoch][fork];
    }

    public int forks() {
        return forks.size();
    }

    /** A fork, counted from 0, with at most {@code most} shared symbols, and its targets in any of the orders. */
    public Fork fork(int number, int most) {
        Found first = first(number);
        return new Fork(
                first.epoch.after(first.fork, most),
                first.epoch.samples(first.fork),
                depth(number),
                forks.get(number).stream()
                        .flatMap(found -> found.epoch.targets(found.fork))
                        .sorted()
                        .distinct()
                        .map(listed::ranked)
                        .toList());
    }

    private Found first(int number) {
        return forks.get(number).get(0);
    }

    /**
     * Index of the fork of a step, or {@link #NONE} if it is not a deciding one; sequence and step are counted from 0.
     * Of several nested forks the one whose steps share most, as it is the hardest.
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

    /** Exchanges in both directions at pairs of a fork, spread evenly, at most {@code most}, an even number. */
    public List<SymbolExchange> exchanges(int number, int most) {
        return first(number).epoch.exchanges(first(number).fork, most);
    }

    /** The first steps in pairs of a fork in any of the orders, at most {@code most}, in the order of their contexts. */
    public List<Step> steps(int number, int most) {
        return forks.get(number).stream()
                .flatMap(found -> found.epoch.steps(found.fork, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** Steps back to the symbol that a fork asks for. */
    public int depth(int number) {
        if (depths[number] == 0) {
            depths[number] = forks.get(number).stream()
                    .mapToInt(found -> found.epoch.depth(found.fork))
                    .min()
                    .orElseThrow();
        }
        return depths[number];
    }

    /** Index of the deepest fork, the first of equally deep ones; {@link #NONE} if there is none. */
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

    public List<UnknowableStep> unknowable() {
        return unknowable;
    }

    public boolean isDeciding(int sequence, int step) {
        return deciding[sequence].get(step);
    }

    public boolean isUnknowable(int sequence, int step) {
        return unknown[sequence].get(step);
    }

    /** Most steps that can be right in every order that is judged. */
    public int best() {
        return best;
    }
}
