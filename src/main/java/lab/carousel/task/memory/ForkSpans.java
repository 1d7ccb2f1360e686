package lab.carousel.task.memory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows of {@link Merges} each fork is about, as spans, so that it need not be followed how their chains meet: rows are
 * numbered such that those of a fork, and of each of its sides, stand one after the other. Immutable.
 *
 * <p>All rows of a fork are in a pair of it, but for one target: where a fork has two sides and one of them leads to one
 * target only, that target on the other side has none to be a pair with.
 */
public final class ForkSpans {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Chains chains;
    /** The rows of each fork: the first, and the one after the last. */
    private final int[] from;

    private final int[] to;
    /** All rows by their targets. */
    private final int[] byTarget;
    /** Which of them are in the span of a fork but in none of its pairs: likewise. */
    private final int[] exceptFrom;

    private final int[] exceptTo;
    /** For each row the chain that took in the one which it began, and at which meeting. */
    private final int[] taker;

    private final int[] taken;

    /** Finds the spans. */
    public ForkSpans(Merges merges, Chains chains, int forks) {
        this.chains = chains;
        int[] targets = merges.rowTargets();
        this.from = new int[forks];
        this.to = new int[forks];
        this.exceptFrom = new int[forks];
        this.exceptTo = new int[forks];
        this.taker = new int[targets.length];
        this.taken = new int[targets.length];
        Arrays.fill(taken, NEVER);
        this.byTarget = IntStream.range(0, targets.length)
                .mapToObj(row -> row)
                .sorted((one, other) -> Integer.compare(targets[one], targets[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] first = IntStream.range(0, targets.length).toArray();
        int[] end = IntStream.rangeClosed(1, targets.length).toArray();
        for (int meeting = 0; meeting < chains.meetings(); meeting++) {
            int larger = chains.larger(meeting);
            int other = chains.other(meeting);
            int fork = chains.fork(meeting);
            boolean isOnly = (meeting == 0 || chains.fork(meeting - 1) != fork)
                    && (meeting + 1 == chains.meetings() || chains.fork(meeting + 1) != fork);
            if (isOnly && chains.size(other) == 1) {
                except(fork, targets, targets[other], first[larger], end[larger]);
            } else if (isOnly && chains.length(meeting) == 1) {
                except(fork, targets, targets[larger], first[other], end[other]);
            }
            taker[other] = larger;
            taken[other] = meeting;
            first[larger] = Math.min(first[larger], first[other]);
            end[larger] = Math.max(end[larger], end[other]);
            from[fork] = first[larger];
            to[fork] = end[larger];
        }
    }

    private void except(int fork, int[] targets, int target, int first, int end) {
        exceptFrom[fork] = place(targets, target, first);
        exceptTo[fork] = place(targets, target, end);
    }

    /** How many rows stand before a row with a target if all are sorted by target. */
    private int place(int[] targets, int target, int row) {
        int low = 0;
        int high = byTarget.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int there = byTarget[middle];
            if (targets[there] < target || (targets[there] == target && there < row)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many forks there are. */
    public int forks() {
        return from.length;
    }

    /** The first row of a fork. */
    public int from(int fork) {
        return from[fork];
    }

    /** The row after the last of a fork. */
    public int to(int fork) {
        return to[fork];
    }

    /** The fork that a pair of rows of one group with different targets is at. */
    public int fork(int row, int other) {
        int one = row;
        int two = other;
        while (true) {
            // What is taken in first meets the rest as a part of what took it in
            int earlier = taken[one] < taken[two] ? one : two;
            int later = earlier == one ? two : one;
            if (taker[earlier] == later) {
                return chains.fork(taken[earlier]);
            }
            one = taker[earlier];
            two = later;
        }
    }

    /** Marks on rows, and which forks they are in a pair of. */
    public final class Marks {

        /** How many rows before each are marked. */
        private final int[] before;

        /** The same for the rows by target. */
        private final int[] beforeByTarget;

        /** Takes in which rows are marked. */
        public Marks(boolean[] marked) {
            before = new int[marked.length + 1];
            beforeByTarget = new int[marked.length + 1];
            for (int row = 0; row < marked.length; row++) {
                before[row + 1] = before[row] + (marked[row] ? 1 : 0);
                beforeByTarget[row + 1] = beforeByTarget[row] + (marked[byTarget[row]] ? 1 : 0);
            }
        }

        /** Whether a row that is in a pair of a fork is marked. */
        public boolean isIn(int fork) {
            return before[to[fork]] - before[from[fork]]
                    > beforeByTarget[exceptTo[fork]] - beforeByTarget[exceptFrom[fork]];
        }
    }
}
