package lab.carousel.task.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.task.Step;
import lab.carousel.task.memory.UnknowableStep.Reason;

/**
 * What a task asks of a memory when it is fed in a certain way, from the task alone, without any network: which steps can
 * be told only by something earlier, how far back that is, and which steps nothing tells. Immutable.
 *
 * <p>Where the sequences are shuffled and a state is carried from one to the next, several orders are judged, each like a
 * listed one; forks with the same shared samples are one.
 */
public final class Memory {

    private final Feeding feeding;
    private final EpochMemory listed;
    private final List<EpochMemory> epochs;
    /** For each epoch and each of its forks, the number of the fork among all. */
    private final int[][] numbers;
    /** For each fork, the epoch that it was first found in, and its number there: one fork after the other. */
    private final int[] origins;

    private final List<UnknowableStep> unknowable;
    private final BitSet[] deciding;
    private final BitSet[] unknown;
    private final int[] depths;

    private Memory(Feeding feeding, EpochMemory listed, List<EpochMemory> epochs, int[][] sequences) {
        this.feeding = feeding;
        this.listed = listed;
        this.epochs = epochs;
        this.numbers = new int[epochs.size()][];
        this.origins = number();
        this.deciding = deciding(sequences);
        this.unknowable = unknowable(sequences);
        this.unknown = new BitSet[sequences.length];
        Arrays.setAll(unknown, s -> new BitSet());
        unknowable.forEach(step -> unknown[step.sequence()].set(step.step()));
        this.depths = depths();
    }

    /**
     * What listed sequences ask of a memory.
     *
     * @param sequences symbol indices
     * @param symbols   the number of symbols in the alphabet
     * @param orders    the orders in which the sequences are fed, each judged for itself; empty for the listed one
     */
    public static Memory of(int[][] sequences, int symbols, Feeding feeding, List<int[]> orders) {
        int[] asListed = IntStream.range(0, sequences.length).toArray();
        EpochMemory listed = new EpochMemory(sequences, asListed, feeding, symbols);
        List<EpochMemory> epochs = orders.isEmpty()
                ? List.of(listed)
                : orders.stream()
                        .map(order -> new EpochMemory(sequences, order, feeding, symbols))
                        .toList();
        return new Memory(feeding, listed, epochs, sequences);
    }

    private int[] number() {
        Map<List<Integer>, Integer> known = new HashMap<>();
        NumberList first = new NumberList();
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            EpochMemory one = epochs.get(epoch);
            numbers[epoch] = new int[one.forks()];
            for (int fork = 0; fork < one.forks(); fork++) {
                int next = first.size() / 2;
                int number = epochs.size() == 1 ? next : known.computeIfAbsent(one.shared(fork), shared -> next);
                numbers[epoch][fork] = number;
                if (number == next) {
                    first.add(epoch);
                    first.add(fork);
                }
            }
        }
        return first.toArray();
    }

    private EpochMemory origin(int number) {
        return epochs.get(origins[2 * number]);
    }

    private int numberThere(int number) {
        return origins[2 * number + 1];
    }

    private int[] depths() {
        int[] found = new int[forks()];
        if (!feeding.isCarriedOver() && feeding.slots() == 1) {
            Arrays.setAll(found, number -> origin(number).samples(numberThere(number)) - 1 + feeding.lag());
            return found;
        }
        Arrays.fill(found, Integer.MAX_VALUE);
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            for (int fork = 0; fork < numbers[epoch].length; fork++) {
                int number = numbers[epoch][fork];
                found[number] = Math.min(found[number], epochs.get(epoch).depth(fork));
            }
        }
        return found;
    }

    private BitSet[] deciding(int[][] sequences) {
        BitSet[] found = new BitSet[sequences.length];
        Arrays.setAll(found, s -> new BitSet(sequences[s].length));
        for (EpochMemory epoch : epochs) {
            for (int s = 0; s < sequences.length; s++) {
                for (int t = 0; t < sequences[s].length - 1; t++) {
                    if (epoch.row(s, t) != EpochMemory.NONE) {
                        found[s].set(t);
                    }
                }
            }
        }
        return found;
    }

    private List<UnknowableStep> unknowable(int[][] sequences) {
        Map<Long, UnknowableStep> found = new HashMap<>();
        for (EpochMemory epoch : epochs) {
            int[] places = epoch.unknowable();
            if (feeding.equals(feeding.readFromStart())) {
                return steps(epoch.samples(), places);
            }
            int[][] fromStart = places.length == 0 ? new int[0][] : fromStart(sequences);
            Map<Long, Integer> byTask = new HashMap<>();
            for (int at : places) {
                int target = epoch.samples().target(at);
                byTask.merge(both(epoch, fromStart, at), target, (one, two) -> one.equals(two) ? one : -1);
            }
            for (int at : places) {
                int s = epoch.samples().sequence(at);
                int t = epoch.samples().step(at);
                Reason reason = byTask.getOrDefault(both(epoch, fromStart, at), -1) < 0 ? Reason.TASK : setUp();
                found.merge(
                        (long) s << 32 | t,
                        new UnknowableStep(s, t, reason),
                        (one, two) -> one.reason() == Reason.TASK ? one : two);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(UnknowableStep::sequence).thenComparingInt(UnknowableStep::step))
                .toList();
    }

    private static List<UnknowableStep> steps(Samples samples, int[] places) {
        return Arrays.stream(places)
                .mapToObj(at -> new UnknowableStep(samples.sequence(at), samples.step(at), Reason.TASK))
                .toList();
    }

    /** The number of the context of each step if it is read from the start of its sequence in one slot. */
    private int[][] fromStart(int[][] sequences) {
        Samples samples = new Samples(sequences, listed.order(), feeding.readFromStart());
        Ranks ranks = Ranks.of(samples);
        int[][] found = new int[sequences.length][];
        Arrays.setAll(found, s -> new int[sequences[s].length - 1]);
        for (int at = 0; at < samples.size(); at++) {
            found[samples.sequence(at)][samples.step(at)] = ranks.of()[at];
        }
        return found;
    }

    /** The context of a step as it is fed, and that from the start of its sequence. */
    private static long both(EpochMemory epoch, int[][] fromStart, int at) {
        int other = fromStart[epoch.samples().sequence(at)][epoch.samples().step(at)];
        return (long) epoch.context(at) << 32 | other;
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
        return origins.length / 2;
    }

    /**
     * A fork.
     *
     * @param number counted from 0
     * @param most   how many of the last shared symbols are told at most
     */
    public Fork fork(int number, int most) {
        EpochMemory epoch = origin(number);
        int fork = numberThere(number);
        return new Fork(epoch.after(fork, most), epoch.samples(fork), depths[number], epoch.targets(fork));
    }

    /**
     * Pairs of a fork with the symbol exchanged that tells them apart, both directions, spread evenly over the fork.
     *
     * @param most how many exchanges at most, an even number
     */
    public List<Exchange> exchanges(int number, int most) {
        return origin(number).exchanges(numberThere(number), most);
    }

    /** The first steps of a fork, so many at most, in the order of their contexts: each that is in one of its pairs. */
    public List<Step> steps(int number, int most) {
        EpochMemory epoch = origin(number);
        return Arrays.stream(epoch.members(numberThere(number)))
                .limit(most)
                .mapToObj(epoch::step)
                .toList();
    }

    /** How many steps back the symbol is that a fork asks for. */
    public int depth(int number) {
        return depths[number];
    }

    /** The same of the deepest fork; 0 if there is none. */
    public int deepest() {
        return Arrays.stream(depths).max().orElse(0);
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
