package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/** What an epoch asks of a memory for one order of its sequences: see {@link Memory}. Immutable. */
public final class EpochMemory {

    /** No row: the step is in no fork. */
    public static final int NONE = Samples.NONE;

    /**
     * Steps with one target that no fork tells apart.
     *
     * @param symbols that are legal at some of the steps in forks with the same last sample, but not at all of them
     * @param place of the target's symbol among these, if it is no set
     * @param fork that shares most of those where they meet another target
     * @param first index of its first number if each row has one for each of its symbols
     */
    public record Row(Target target, int[] symbols, int place, int fork, int first) {}

    /**
     * Meeting of parts of the contexts: rows with different targets make memory pairs. Then the second part joins the
     * first.
     *
     * @param part first row of the larger part
     * @param with first row of the other
     */
    public record Meeting(int fork, int part, int with) {}

    /** A fork: a range of adjacent known contexts that share {@code samples} samples. */
    private record Range(int from, int to, int samples) {}

    private final int[] order;
    private final FeedingScheme feeding;
    private final Samples samples;
    private final List<Context> contexts;
    private final int[][] contextAt;
    /** Contexts with a knowable target, sorted by their samples, the newest first. */
    private final Context[] known;
    /** Number of samples that each known context shares with the one before. */
    private final int[] shared;

    private final List<Range> forks = new ArrayList<>();
    private final List<Meeting> meetings;
    private final List<Row> rows;
    private final int numbersOfRows;
    private final int[][] rowAt;

    EpochMemory(Steps[] sequences, int[] order, FeedingScheme feeding) {
        this.order = order.clone();
        this.feeding = feeding;
        this.samples = new Samples(sequences, order, feeding);
        this.contexts = sortedContexts();
        this.contextAt = nowhere(sequences);
        for (int context = 0; context < contexts.size(); context++) {
            put(context, contexts.get(context), contextAt);
        }
        this.known = contexts.stream().filter(each -> each.target() != NONE).toArray(Context[]::new);
        this.shared = new int[known.length];
        for (int context = 1; context < known.length; context++) {
            shared[context] = samples.shared(
                    known[context - 1].places()[0], known[context].places()[0]);
        }
        this.rowAt = nowhere(sequences);
        Tree tree = new Tree();
        this.rows = List.of(tree.rows());
        this.numbersOfRows = tree.numbers;
        this.meetings = List.copyOf(tree.meetings);
        for (int context = 0; context < known.length; context++) {
            put(tree.rowOf[context], known[context], rowAt);
        }
    }

    private static int[][] nowhere(Steps[] sequences) {
        return Arrays.stream(sequences)
                .map(sequence -> {
                    int[] none = new int[sequence.size()];
                    Arrays.fill(none, NONE);
                    return none;
                })
                .toArray(int[][]::new);
    }

    private void put(int number, Context context, int[][] at) {
        for (int place : context.places()) {
            at[samples.sequence(place)][samples.step(place)] = number;
        }
    }

    private List<Context> sortedContexts() {
        int[] sorted = IntStream.range(0, samples.size())
                .filter(samples::isScored)
                .boxed()
                .sorted(samples::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        List<Context> found = new ArrayList<>();
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && samples.compare(sorted[from], sorted[to]) == 0) {
                to++;
            }
            found.add(context(Arrays.copyOfRange(sorted, from, to)));
        }
        return found;
    }

    private Context context(int[] places) {
        Map<Integer, Integer> targets = new HashMap<>();
        for (int place : places) {
            targets.merge(samples.target(place), 1, Integer::sum);
        }
        if (targets.size() == 1) {
            return new Context(places, samples.target(places[0]), places.length);
        }
        Map<Target, Integer> counts = new HashMap<>();
        targets.forEach((target, count) -> counts.put(samples.ranked(target), count));
        return new Context(places, NONE, Target.mostTogether(counts));
    }

    /**
     * Builds the forks from the sorted contexts. Contexts that share their last m samples are adjacent, in parts that
     * share more. Where parts with different targets meet there is a fork.
     */
    private final class Tree {

        /**
         * Adjacent contexts; {@code before} is the number of samples shared with the context before, {@code row} the
         * first row.
         */
        private record Part(int from, int to, int before, int row) {}

        /** Parts whose neighbour is not known yet. */
        private final List<Part> open = new ArrayList<>();

        private final List<int[]> found = new ArrayList<>();

        private final int[] rowOf = new int[known.length];
        private final List<Meeting> meetings = new ArrayList<>();
        private int numbers;

        Tree() {
            Arrays.fill(rowOf, NONE);
            for (int context = 0; context < known.length; context++) {
                close(shared[context]);
                open.add(new Part(context, context + 1, shared[context], NONE));
            }
            close(0);
        }

        private Row[] rows() {
            Row[] numbered = new Row[found.size()];
            for (Part part : open) {
                if (part.row != NONE) {
                    number(part, numbered);
                }
            }
            return numbered;
        }

        private void number(Part part, Row[] numbered) {
            int[] symbols = symbols(part);
            for (int context = part.from; context < part.to; context++) {
                if (rowOf[context] != NONE && numbered[rowOf[context]] == null) {
                    int[] row = found.get(rowOf[context]);
                    Target target = samples.ranked(row[0]);
                    int place = Arrays.binarySearch(symbols, target.index());
                    numbered[rowOf[context]] = new Row(target, symbols, place, row[1], numbers);
                    numbers += symbols.length;
                }
            }
        }

        /** In the order of the alphabet. */
        private int[] symbols(Part part) {
            int[] targets = IntStream.range(part.from, part.to)
                    .map(context -> known[context].target())
                    .distinct()
                    .toArray();
            SortedMap<Integer, Integer> legal = new TreeMap<>();
            for (int target : targets) {
                for (int symbol : samples.ranked(target).symbols()) {
                    legal.merge(symbol, 1, Integer::sum);
                }
            }
            legal.values().removeIf(count -> count == targets.length);
            return legal.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        private void close(int next) {
            while (!open.isEmpty() && open.get(open.size() - 1).before > next) {
                int common = open.get(open.size() - 1).before;
                int first = open.size() - 1;
                while (open.get(first).before == common) {
                    first--;
                }
                List<Part> children = open.subList(first, open.size());
                Part joined = joined(children, common);
                children.clear();
                open.add(joined);
            }
        }

        private Part joined(List<Part> children, int common) {
            int from = children.get(0).from;
            int to = children.get(children.size() - 1).to;
            boolean isFork = children.stream()
                    .anyMatch(child -> child.row != NONE || known[child.from].target() != known[from].target());
            int row = NONE;
            if (isFork) {
                Part largest = children.get(0);
                for (Part child : children) {
                    largest = child.to - child.from > largest.to - largest.from ? child : largest;
                }
                row = meet(children, largest);
                forks.add(new Range(from, to, common));
            }
            return new Part(from, to, children.get(0).before, row);
        }

        /**
         * Lets the parts of the next fork meet; returns the first row of the largest part, which takes in the others.
         */
        private int meet(List<Part> children, Part largest) {
            int fork = forks.size();
            Map<Integer, Integer> single = new HashMap<>();
            int taking = largest.row != NONE ? largest.row : row(largest, fork, single);
            for (Part child : children) {
                int before = found.size();
                int own = child.row != NONE ? child.row : row(child, fork, single);
                if (child != largest && (child.row != NONE || own >= before)) {
                    meetings.add(new Meeting(fork, taking, own));
                }
            }
            return taking;
        }

        /**
         * Row of a part with one target; all such parts of a fork share it, as they have nothing to tell each other.
         */
        private int row(Part part, int fork, Map<Integer, Integer> single) {
            int target = known[part.from].target();
            int row = single.computeIfAbsent(target, none -> {
                found.add(new int[] {target, fork});
                return found.size() - 1;
            });
            Arrays.fill(rowOf, part.from, part.to, row);
            return row;
        }
    }

    /** Order in which the sequences are fed, counted from 0: a new array. */
    public int[] order() {
        return order.clone();
    }

    public int best() {
        return contexts.stream().mapToInt(Context::best).sum();
    }

    public int forks() {
        return forks.size();
    }

    public List<Row> rows() {
        return rows;
    }

    /** Size of an array with one number for each target of each row. */
    public int numbersOfRows() {
        return numbersOfRows;
    }

    public List<Meeting> meetings() {
        return meetings;
    }

    /**
     * Index of the row of a step, or {@link #NONE} if it is not a deciding one; sequence and step are counted from 0.
     */
    public int row(int sequence, int step) {
        return rowAt[sequence][step];
    }

    /** Number of the context of a step, the same for equal ones; {@link #NONE} if it is not scored. Both are counted from 0. */
    public int context(int sequence, int step) {
        return contextAt[sequence][step];
    }

    /** Whether another step in this order has an equal context and another target. */
    public boolean isUnknowable(int sequence, int step) {
        int context = contextAt[sequence][step];
        return context != NONE && contexts.get(context).target() == NONE;
    }

    List<Context> contexts() {
        return contexts;
    }

    int context(Step step) {
        return context(step.sequence(), step.number() - 1);
    }

    int samples(int fork) {
        return forks.get(fork).samples;
    }

    private int place(int context) {
        return known[context].places()[0];
    }

    Stream<Integer> targets(int fork) {
        return contexts(fork).map(context -> known[context].target()).distinct().boxed();
    }

    Target ranked(int target) {
        return samples.ranked(target);
    }

    private IntStream contexts(int fork) {
        return IntStream.range(forks.get(fork).from, forks.get(fork).to);
    }

    /** Shared symbols of a fork, oldest first, at most {@code most} of the last ones. */
    List<Integer> after(int fork, int most) {
        List<Integer> symbols = new ArrayList<>();
        int lag = feeding.memoryless() ? 1 : feeding.lag();
        int first = place(forks.get(fork).from);
        for (int back = 0; back < samples(fork) && symbols.size() < most; back++) {
            int at = samples.back(first, back);
            int repeated = back == 0 ? 0 : repeated(at, samples.back(first, back - 1), lag);
            for (int offset = repeated; offset < lag; offset++) {
                symbols.add(samples.symbol(at, offset));
            }
        }
        Collections.reverse(symbols);
        return symbols;
    }

    /** Number of symbols at the end of a sample that the next one repeats. */
    private int repeated(int at, int next, int lag) {
        boolean isSameSequence = samples.sequence(at) == samples.sequence(next) && at < next;
        return isSameSequence ? Math.max(0, samples.step(at) - (samples.step(next) - lag)) : 0;
    }

    /** Indices of the shared samples of a fork, newest first. */
    List<Integer> shared(int fork) {
        int first = place(forks.get(fork).from);
        return IntStream.range(0, samples(fork))
                .mapToObj(back -> samples.id(samples.back(first, back)))
                .toList();
    }

    /**
     * Smallest distance, in symbols of what was fed, to a symbol that tells a pair of a fork apart, or to the beginning
     * of a context.
     */
    int depth(int fork) {
        if (isDepthEverywhere()) {
            return distance(fork, place(forks.get(fork).from), 0);
        }
        int[] members = members(fork);
        int[] alike = alike(fork, members);
        return IntStream.range(0, members.length)
                .flatMap(member ->
                        Arrays.stream(known[members[member]].places()).map(at -> distance(fork, at, alike[member])))
                .min()
                .orElseThrow();
    }

    /** Upper bound of the depth, cheap: of the first and the last context at least one is in a pair. */
    int depthAtMost(int fork) {
        int alike = feeding.lag() - 1;
        int first = distance(fork, place(forks.get(fork).from), alike);
        return isDepthEverywhere() ? first : Math.max(first, distance(fork, place(forks.get(fork).to - 1), alike));
    }

    /** Whether the telling symbol is equally far back at all steps of a fork: one symbol more than they share. */
    private boolean isDepthEverywhere() {
        return feeding.slots() == 1 && (feeding.lag() == 1 || !feeding.isCarriedOver());
    }

    /** Distance to the nearest symbol that differs, or to the beginning. */
    private int distance(int fork, int at, int alike) {
        int back = samples(fork);
        int seen = samples.distance(at, back - 1) + feeding.lag();
        return samples.back(at, back) == NONE ? seen : Math.max(samples.distance(at, back) + alike, seen);
    }

    /** For each member the number of last symbols of its first differing sample that some partner's has, too: the least. */
    private int[] alike(int fork, int[] members) {
        Range range = forks.get(fork);
        int[] alike = new int[members.length];
        int[] group = new int[range.to - range.from];
        boolean[] isKnown = new boolean[members.length];
        for (int common = 0; common < feeding.lag() - 1; common++) {
            // Those whose last symbols, one more than that, are alike, and of these those with the same target
            Map<List<Integer>, Integer> next = new HashMap<>();
            int[] all = new int[group.length];
            Map<List<Integer>, Integer> same = new HashMap<>();
            for (int context = range.from; context < range.to; context++) {
                int place = context - range.from;
                int differing = samples.back(place(context), range.samples);
                int symbol = differing == NONE ? NONE : samples.symbol(differing, common);
                group[place] = next.computeIfAbsent(List.of(group[place], symbol), none -> next.size());
                all[group[place]]++;
                same.merge(List.of(group[place], known[context].target()), 1, Integer::sum);
            }
            Map<Integer, Long> targets = counts(range.from, range.to);
            for (int member = 0; member < members.length; member++) {
                int target = known[members[member]].target();
                int own = group[members[member] - range.from];
                long others = group.length - targets.getOrDefault(target, 0L);
                isKnown[member] |= others > all[own] - same.getOrDefault(List.of(own, target), 0);
                alike[member] += isKnown[member] ? 0 : 1;
            }
        }
        return alike;
    }

    /** Steps in a pair of a fork, at most {@code most}, in the order of their contexts. */
    List<Step> steps(int fork, int most) {
        return Arrays.stream(members(fork))
                .flatMap(context -> Arrays.stream(known[context].places()))
                .limit(most)
                .mapToObj(this::step)
                .toList();
    }

    Step step(int at) {
        Target target = samples.ranked(samples.target(at));
        return new Step(samples.sequence(at), samples.step(at) + 1, samples.symbol(at, 0), target);
    }

    /** Contexts in a pair of a fork: those with another target outside the part that shares one sample more. */
    private int[] members(int fork) {
        Range range = forks.get(fork);
        Map<Integer, Long> all = counts(range.from, range.to);
        IntStream.Builder members = IntStream.builder();
        for (int from = range.from, to; from < range.to; from = to) {
            to = from + 1;
            while (to < range.to && shared[to] > range.samples) {
                to++;
            }
            Map<Integer, Long> own = counts(from, to);
            int outside = range.to - range.from - (to - from);
            IntStream.range(from, to)
                    .filter(context -> {
                        int target = known[context].target();
                        return outside > all.getOrDefault(target, 0L) - own.getOrDefault(target, 0L);
                    })
                    .forEach(members);
        }
        return members.build().toArray();
    }

    private Map<Integer, Long> counts(int from, int to) {
        return Arrays.stream(known, from, to)
                .map(Context::target)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Exchanges at pairs of a fork, spread evenly, at most {@code most}, an even number. */
    List<SymbolExchange> exchanges(int fork, int most) {
        int[] members = members(fork);
        List<SymbolExchange> found = new ArrayList<>();
        int tried = Math.min(members.length, most / 2);
        for (int round = 0; round < most && found.size() < most; round++) {
            int before = found.size();
            for (int index = 0; index < tried && found.size() < most; index++) {
                int first = (int) ((long) index * members.length / tried);
                add(fork, members, first, round, found);
            }
            if (found.size() == before) {
                break;
            }
        }
        return found;
    }

    /** Adds the pair of a member with its next partner after {@code skipped} others. */
    private void add(int fork, int[] members, int first, int skipped, List<SymbolExchange> found) {
        Context one = known[members[first]];
        int left = skipped;
        for (int second = first + 1; second < members.length; second++) {
            Context other = known[members[second]];
            boolean isPair = one.target() != other.target()
                    && samples.shared(one.places()[0], other.places()[0]) == samples(fork);
            if (isPair && left-- == 0) {
                found.addAll(SymbolExchange.both(samples, feeding.lag(), one, other, samples(fork)));
                return;
            }
        }
    }
}
