package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.carousel.task.ScoredSteps;

/** What a task asks of a memory, word by word from the definitions, by looking at all pairs of steps. */
public final class BruteForce {

    /** A sample with where its symbols stand among all that were fed: negative in the epochs before. */
    public record Sample(List<Integer> symbols, List<Integer> places) {}

    /**
     * A scored step with its context, the newest sample first; {@code begins} if a zero state is before the oldest. Without sets
     * only the symbol that follows is legal.
     */
    public record Seen(
            int sequence,
            int step,
            int target,
            Set<Integer> legal,
            List<Sample> context,
            boolean begins,
            List<Integer> prefix) {

        /** The symbols of its context. */
        public List<List<Integer>> samples() {
            return context.stream().map(Sample::symbols).toList();
        }
    }

    /** Two steps of a memory pair and how many last samples they share. */
    public record Pair(Seen one, Seen other, int shared) {

        /** The shared samples, newest first. */
        public List<List<Integer>> after() {
            return one.samples().subList(0, shared);
        }
    }

    private final int[][] sequences;
    private final int[] order;
    private final FeedingScheme feeding;
    private final ScoredSteps scored;
    private final boolean sets;
    final List<Seen> steps = new ArrayList<>();
    public final List<Pair> pairs = new ArrayList<>();

    /** Sequence and step of each unknowable step. */
    public final Set<List<Integer>> unknowable = new HashSet<>();

    final Set<List<Integer>> unknowableByTask = new HashSet<>();

    /** Looks at all pairs, where only the symbol that follows is legal. */
    public BruteForce(int[][] sequences, int[] order, FeedingScheme feeding, ScoredSteps scored) {
        this(sequences, order, feeding, scored, false);
    }

    /** Looks at all pairs; with sets each symbol is legal that follows the same prefix anywhere. */
    public BruteForce(int[][] sequences, int[] order, FeedingScheme feeding, ScoredSteps scored, boolean sets) {
        this.sequences = sequences;
        this.order = order;
        this.feeding = feeding;
        this.scored = scored;
        this.sets = sets;
        int rounds =
                feeding.carry() == StateLifetime.FOREVER ? 1 + 2 * feed(1, true).size() : 1;
        steps.addAll(feed(rounds, false));
        for (Seen one : steps) {
            for (Seen other : steps) {
                if (one != other && !one.legal.equals(other.legal) && isEqual(one, other)) {
                    unknowable.add(List.of(one.sequence, one.step));
                    if (one.prefix.equals(other.prefix)) {
                        unknowableByTask.add(List.of(one.sequence, one.step));
                    }
                }
            }
        }
        for (int first = 0; first < steps.size(); first++) {
            for (int second = first + 1; second < steps.size(); second++) {
                addPair(steps.get(first), steps.get(second));
            }
        }
    }

    public List<Seen> steps() {
        return List.copyOf(steps);
    }

    private boolean isEqual(Seen one, Seen other) {
        return one.samples().equals(other.samples());
    }

    private boolean isKnowable(Seen seen) {
        return !unknowable.contains(List.of(seen.sequence, seen.step));
    }

    private void addPair(Seen one, Seen other) {
        if (one.legal.equals(other.legal) || !isKnowable(one) || !isKnowable(other) || isEqual(one, other)) {
            return;
        }
        int shared = 0;
        while (shared < one.context.size()
                && shared < other.context.size()
                && one.context.get(shared).symbols.equals(other.context.get(shared).symbols)) {
            shared++;
        }
        if (shared > 0) {
            pairs.add(new Pair(one, other, shared));
        }
    }

    /** Feeds so many epochs; gives the scored steps of the last one. */
    private List<Seen> feed(int rounds, boolean all) {
        Map<Integer, List<Sample>> fedTo = new HashMap<>();
        List<Seen> seen = new ArrayList<>();
        int perEpoch = Arrays.stream(sequences)
                .mapToInt(sequence -> sequence.length - 1)
                .sum();
        boolean isSingle = feeding.memoryless() || feeding.carry() == StateLifetime.STEP;
        for (int round = 0; round < rounds; round++) {
            int before = (round - rounds) * perEpoch;
            for (int s : order) {
                int[] sequence = sequences[s];
                if (feeding.carry() == StateLifetime.SEQUENCE) {
                    fedTo.clear();
                }
                int lag = feeding.memoryless() ? 1 : feeding.lag();
                for (int t = feeding.lag() - 1; t < sequence.length - 1; t++) {
                    int slot = (t - feeding.lag() + 1) % feeding.slots();
                    List<Sample> fed = fedTo.computeIfAbsent(slot, none -> new ArrayList<>());
                    if (isSingle) {
                        fed.clear();
                    }
                    List<Integer> symbols = new ArrayList<>();
                    List<Integer> places = new ArrayList<>();
                    for (int back = 0; back < lag; back++) {
                        symbols.add(sequence[t - back]);
                        places.add(before + t - back);
                    }
                    fed.add(0, new Sample(symbols, places));
                    if (all || round == rounds - 1 && scored.include(t, sequence.length - 1)) {
                        List<Integer> prefix = new ArrayList<>();
                        for (int place = 0; place <= t; place++) {
                            prefix.add(sequence[place]);
                        }
                        boolean begins = !isSingle && feeding.carry() != StateLifetime.FOREVER;
                        List<Sample> context = new ArrayList<>(fed);
                        if (begins) {
                            context.add(new Sample(List.of(-1), List.of()));
                        }
                        if (feeding.carry() == StateLifetime.FOREVER && !isSingle && !all) {
                            // At least two whole epochs of any slot, and as many samples for each of them
                            context = context.subList(0, rounds - 1);
                        }
                        seen.add(new Seen(s, t, sequence[t + 1], legal(sequence, t), context, begins, prefix));
                    }
                }
                before += sequence.length - 1;
            }
        }
        return seen;
    }

    private Set<Integer> legal(int[] sequence, int t) {
        if (!sets) {
            return Set.of(sequence[t + 1]);
        }
        Set<Integer> found = new HashSet<>();
        for (int[] other : sequences) {
            if (other.length > t + 1 && Arrays.equals(sequence, 0, t + 1, other, 0, t + 1)) {
                found.add(other[t + 1]);
            }
        }
        return found;
    }

    /** How many of some steps one answer, an order of the outputs, has right at most: that of each order is tried. */
    public static int mostTogether(List<Set<Integer>> legal, int symbols) {
        return orders(symbols).stream()
                .mapToInt(order -> (int) legal.stream()
                        .filter(set -> set.equals(new HashSet<>(order.subList(0, set.size()))))
                        .count())
                .max()
                .orElseThrow();
    }

    private static List<List<Integer>> orders(int symbols) {
        List<List<Integer>> orders = List.of(List.of());
        for (int symbol = 0; symbol < symbols; symbol++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> one = new ArrayList<>(order);
                    one.add(place, symbol);
                    longer.add(one);
                }
            }
            orders = longer;
        }
        return orders;
    }

    /** How many steps can be right at most. */
    public int best() {
        Map<List<List<Integer>>, List<Set<Integer>>> alike = new HashMap<>();
        for (Seen seen : steps) {
            alike.computeIfAbsent(seen.samples(), none -> new ArrayList<>()).add(seen.legal);
        }
        int symbols =
                1 + Arrays.stream(sequences).flatMapToInt(Arrays::stream).max().orElse(0);
        return alike.values().stream()
                .mapToInt(legal -> legal.size() == 1 ? 1 : mostTogether(legal, symbols))
                .sum();
    }

    /** The pairs of each fork, by the shared samples. */
    public Map<List<List<Integer>>, List<Pair>> forks() {
        Map<List<List<Integer>>, List<Pair>> forks = new HashMap<>();
        pairs.forEach(pair ->
                forks.computeIfAbsent(pair.after(), none -> new ArrayList<>()).add(pair));
        return forks;
    }

    /** The smallest depth among the pairs of a fork. */
    public int depth(List<Pair> fork) {
        return fork.stream()
                .mapToInt(pair -> {
                    int alike = alike(pair);
                    return Math.min(distance(pair.one, pair.shared, alike), distance(pair.other, pair.shared, alike));
                })
                .min()
                .orElseThrow();
    }

    /** How many last symbols are alike in the first sample that differs. */
    private int alike(Pair pair) {
        List<Integer> one = pair.one.context.get(pair.shared).symbols;
        List<Integer> other = pair.other.context.get(pair.shared).symbols;
        int alike = 0;
        while (alike < one.size() && alike < other.size() && one.get(alike).equals(other.get(alike))) {
            alike++;
        }
        return alike;
    }

    /** How far back the newest symbol lies, behind those shared, from where on the contexts differ. */
    private int distance(Seen seen, int shared, int alike) {
        int now = seen.context.get(0).places.get(0);
        List<Integer> lastShared = seen.context.get(shared - 1).places;
        int before = now - lastShared.get(lastShared.size() - 1) + 1;
        List<Integer> places = seen.context.get(shared).places;
        return places.isEmpty() ? before : Math.max(before, now - places.get(alike));
    }
}
