package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import lab.carousel.task.Step;

/** What an epoch asks of a memory, its sequences fed in one order: see {@link Memory}. Immutable. */
public final class EpochMemory {

    /** No row: no fork asks anything of the step. */
    public static final int NONE = ForkTree.NONE;

    private final int[] order;
    private final Feeding feeding;
    private final Samples samples;
    private final Ranks ranks;
    /** Of each context whether several targets follow it; how many steps count, and can be right at most. */
    private final boolean[] open;

    private final int steps;
    private final int best;
    /** A place of each context that a fork may be about, in their order. */
    private final int[] place;

    /** The target of each of these contexts. */
    private final int[] target;

    private final int[] forks;
    private final int[][] rows;
    private final Merges merges;

    EpochMemory(int[][] sequences, int[] order, Feeding feeding, int symbols) {
        this.order = order.clone();
        this.feeding = feeding;
        this.samples = new Samples(sequences, order, feeding);
        this.ranks = Ranks.of(samples);
        Targets targets = Targets.of(samples, ranks, symbols);
        this.open = targets.open();
        this.steps = targets.steps();
        this.best = targets.best();
        int[] shared = ranks.shared(samples);
        NumberList places = new NumberList(ranks.count());
        NumberList wanted = new NumberList(ranks.count());
        NumberList common = new NumberList(ranks.count());
        int[] known = new int[ranks.count()];
        Arrays.fill(known, NONE);
        int least = 0;
        int index = 0;
        for (int context = 0; context < ranks.count(); context++) {
            least = Math.min(least, shared[context]);
            if (targets.first()[context] != Targets.NONE && !open[context]) {
                known[context] = places.size();
                places.add(ranks.order()[index]);
                wanted.add(targets.first()[context]);
                common.add(least);
                least = Integer.MAX_VALUE;
            }
            while (index < ranks.order().length && ranks.of()[ranks.order()[index]] == context) {
                index++;
            }
        }
        this.place = places.toArray();
        this.target = wanted.toArray();
        ForkTree tree = new ForkTree(target, common.toArray());
        this.forks = tree.forks();
        this.rows = rows(sequences, known, tree.rows());
        this.merges = merges(tree);
    }

    private int[][] rows(int[][] sequences, int[] known, int[] rowOf) {
        int[][] found = new int[sequences.length][];
        Arrays.setAll(found, s -> {
            int[] none = new int[sequences[s].length - 1];
            Arrays.fill(none, NONE);
            return none;
        });
        for (int at = 0; at < samples.size(); at++) {
            int context = known[ranks.of()[at]];
            if (context != NONE && samples.isScored(at)) {
                found[samples.sequence(at)][samples.step(at)] = rowOf[context];
            }
        }
        return found;
    }

    private Merges merges(ForkTree tree) {
        int[] rowTargets = tree.rowTargets();
        int[] groups = tree.groups();
        int[] groupOf = new int[rowTargets.length];
        int[][] groupTargets = new int[groups.length / 2][];
        for (int group = 0; group < groupTargets.length; group++) {
            BitSet found = new BitSet();
            for (int context = groups[2 * group]; context < groups[2 * group + 1]; context++) {
                found.set(target[context]);
                groupOf[tree.rows()[context]] = group;
            }
            groupTargets[group] = found.stream().toArray();
        }
        return new Merges(rowTargets, groupOf, groupTargets, tree.merges());
    }

    /** The sequences in the order in which they are fed, counted from 0: a new array. */
    public int[] order() {
        return order.clone();
    }

    /** How many steps count. */
    public int steps() {
        return steps;
    }

    /** How many of them can be right at most. */
    public int best() {
        return best;
    }

    /** How many forks there are. */
    public int forks() {
        return forks.length / 3;
    }

    /** How the worst pair of each fork is found. */
    public Merges merges() {
        return merges;
    }

    /**
     * The row of a step in {@link #merges}, or {@link #NONE} if it is not a deciding step.
     *
     * @param sequence counted from 0
     * @param step     counted from 0
     */
    public int row(int sequence, int step) {
        return rows[sequence][step];
    }

    /** How many last samples the contexts of a fork share. */
    int samples(int fork) {
        return forks[3 * fork];
    }

    /** A place of a context of a fork, by its number in the fork. */
    int place(int fork, int context) {
        return place[forks[3 * fork + 1] + context];
    }

    /** How many contexts a fork has. */
    int contexts(int fork) {
        return forks[3 * fork + 2] - forks[3 * fork + 1];
    }

    /** The different targets of a fork, in the order of the alphabet. */
    List<Integer> targets(int fork) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int context = 0; context < contexts(fork); context++) {
            found.add(target(fork, context));
        }
        return List.copyOf(found);
    }

    /** The shared symbols of a fork, oldest first, at most so many of the last ones. */
    List<Integer> after(int fork, int most) {
        List<Integer> symbols = new ArrayList<>();
        int lag = feeding.memoryless() ? 1 : feeding.lag();
        int first = place(fork, 0);
        for (int back = 0; back < samples(fork) && symbols.size() < most; back++) {
            int at = samples.back(first, back);
            for (int offset = back == 0 ? 0 : repeated(at, samples.back(first, back - 1), lag);
                    offset < lag;
                    offset++) {
                symbols.add(samples.symbol(at, offset));
            }
        }
        Collections.reverse(symbols);
        return symbols;
    }

    /** How many symbols at the end of a sample are in the next one too. */
    private int repeated(int at, int next, int lag) {
        boolean isSameSequence = samples.sequence(at) == samples.sequence(next) && at < next;
        return isSameSequence ? Math.max(0, samples.step(at) - (samples.step(next) - lag)) : 0;
    }

    /** How far back the nearest symbol is that can tell the contexts of a fork apart. */
    int depth(int fork) {
        return new ForkMembers(this, fork, feeding).depth();
    }

    /** The places of all steps that are in a pair of a fork, in the order of their contexts. */
    int[] members(int fork) {
        return new ForkMembers(this, fork, feeding).places();
    }

    /** Exchanges at pairs of a fork, spread evenly, at most so many. */
    List<Exchange> exchanges(int fork, int most) {
        return new ForkMembers(this, fork, feeding).exchanges(most);
    }

    /** The target of a context of a fork, by its number in the fork. */
    int target(int fork, int context) {
        return target[forks[3 * fork + 1] + context];
    }

    /** The places of all steps that count and have the same context as a place. */
    int[] alike(int at) {
        int low = 0;
        int high = ranks.order().length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranks.of()[ranks.order()[middle]] < ranks.of()[at]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        NumberList found = new NumberList();
        for (int index = low; index < ranks.order().length; index++) {
            int other = ranks.order()[index];
            if (ranks.of()[other] != ranks.of()[at]) {
                break;
            }
            if (samples.isScored(other)) {
                found.add(other);
            }
        }
        return found.toArray();
    }

    /** The steps that nobody can know, in the order in which they are fed: places. */
    int[] unknowable() {
        NumberList found = new NumberList();
        for (int at = 0; at < samples.size(); at++) {
            if (samples.isScored(at) && open[ranks.of()[at]]) {
                found.add(at);
            }
        }
        return found.toArray();
    }

    /** The shared samples of a fork, by their numbers, newest first. */
    List<Integer> shared(int fork) {
        List<Integer> ids = new ArrayList<>();
        for (int back = 0; back < samples(fork); back++) {
            ids.add(samples.id(samples.back(place(fork, 0), back)));
        }
        return ids;
    }

    /** The number of the context at a place. */
    int context(int at) {
        return ranks.of()[at];
    }

    /** The step at a place. */
    Step step(int at) {
        int s = samples.sequence(at);
        return new Step(s, samples.step(at) + 1, samples.symbol(at, 0), samples.target(at));
    }

    /** The samples. */
    Samples samples() {
        return samples;
    }

    /**
     * What follows each context where it counts.
     *
     * @param first the target, or the first of several; {@link #NONE} if no step with this context counts
     * @param open  whether there are several: nobody can know which
     * @param steps how many steps count, in all contexts together
     * @param best  how many of them can be right at most: in each context the most frequent target
     */
    record Targets(int[] first, boolean[] open, int steps, int best) {

        static final int NONE = -1;

        /** Counts the targets. */
        static Targets of(Samples samples, Ranks ranks, int symbols) {
            int[] first = new int[ranks.count()];
            boolean[] open = new boolean[ranks.count()];
            int[] counts = new int[symbols];
            int steps = 0;
            int best = 0;
            int from = 0;
            for (int context = 0; context < first.length; context++) {
                first[context] = NONE;
                int to = from;
                int most = 0;
                for (; to < ranks.order().length && ranks.of()[ranks.order()[to]] == context; to++) {
                    int at = ranks.order()[to];
                    if (samples.isScored(at)) {
                        int target = samples.target(at);
                        open[context] |= first[context] != NONE && first[context] != target;
                        first[context] = first[context] == NONE ? target : first[context];
                        most = Math.max(most, ++counts[target]);
                        steps++;
                    }
                }
                best += most;
                for (int index = from; index < to; index++) {
                    counts[samples.target(ranks.order()[index])] = 0;
                }
                from = to;
            }
            return new Targets(first, open, steps, best);
        }
    }
}
