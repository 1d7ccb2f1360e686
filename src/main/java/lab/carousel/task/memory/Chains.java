package lab.carousel.task.memory;

import java.util.Arrays;

/**
 * The chains of {@link Merges}, laid out one after the other, so that a search has nothing to link: how they meet is the
 * same for all networks. A chain is named by its first row. Immutable.
 */
public final class Chains {

    /** No row: the target of a row is not in the chain that takes it in. */
    public static final int NONE = -1;

    private final int[] steps;
    /** How many rows the larger chain of each meeting has before it. */
    private final int[] length;
    /** Where the rows of each chain begin. */
    private final int[] start;
    /** How many there are in the end. */
    private final int[] size;

    private final int[] rows;
    /** For each row of a chain that is taken into another one, the row there that it is joined with, or {@link #NONE}. */
    private final int[] joins;

    /** Lays them out. */
    public Chains(Merges merges) {
        this.steps = merges.steps();
        this.length = new int[steps.length / 3];
        this.size = new int[merges.rowTargets().length];
        this.start = new int[size.length];
        Links links = new Links(merges.rowTargets());
        Arrays.fill(size, 1);
        for (int meeting = 0; meeting < length.length; meeting++) {
            length[meeting] = size[larger(meeting)];
            start[other(meeting)] = links.out.size();
            links.take(larger(meeting), other(meeting));
            size[larger(meeting)] += links.added;
        }
        for (int row = 0; row < size.length; row++) {
            if (links.isLeft(row)) {
                start[row] = links.out.size();
                links.write(row);
            }
        }
        this.rows = links.out.toArray();
        this.joins = links.joins.toArray();
    }

    /** How many meetings there are. */
    public int meetings() {
        return length.length;
    }

    /** The fork at which two chains meet. */
    public int fork(int meeting) {
        return steps[3 * meeting];
    }

    /** The chain that takes in the other one. */
    public int larger(int meeting) {
        return steps[3 * meeting + 1];
    }

    /** The chain that is taken in. */
    public int other(int meeting) {
        return steps[3 * meeting + 2];
    }

    /** How many rows the larger chain has when they meet. */
    public int length(int meeting) {
        return length[meeting];
    }

    /** How many rows a chain has when it is taken in. */
    public int size(int chain) {
        return size[chain];
    }

    /** The place of the first row of a chain; the others follow. */
    public int start(int chain) {
        return start[chain];
    }

    /** The row at a place. */
    public int row(int place) {
        return rows[place];
    }

    /** The row of the larger chain that the row at a place is joined with, or {@link #NONE}. */
    public int join(int place) {
        return joins[place];
    }

    /** Chains while they are made: each row with the next one. */
    private static final class Links {

        private final int[] target;
        private final int[] next;
        private final int[] last;
        /** For each target a row that has it, and the chain which that was found in. */
        private final int[] known;

        private final int[] knownIn;
        private final NumberList out = new NumberList();
        private final NumberList joins = new NumberList();
        private final boolean[] isTaken;
        private int latest = NONE;
        private int added;

        Links(int[] target) {
            this.target = target;
            this.next = new int[target.length];
            this.last = new int[target.length];
            this.isTaken = new boolean[target.length];
            int targets = Arrays.stream(target).max().orElse(0) + 1;
            this.known = new int[targets];
            this.knownIn = new int[targets];
            Arrays.fill(next, NONE);
            Arrays.fill(knownIn, NONE);
            Arrays.setAll(last, row -> row);
        }

        void take(int larger, int other) {
            if (latest != larger) {
                for (int row = larger; row != NONE; row = next[row]) {
                    know(row, larger);
                }
                latest = larger;
            }
            isTaken[other] = true;
            added = 0;
            for (int row = other; row != NONE; ) {
                int following = next[row];
                boolean isKnown = knownIn[target[row]] == larger;
                out.add(row);
                joins.add(isKnown ? known[target[row]] : NONE);
                if (!isKnown) {
                    know(row, larger);
                    next[last[larger]] = row;
                    next[row] = NONE;
                    last[larger] = row;
                    added++;
                }
                isTaken[row] = true;
                row = following;
            }
        }

        private void know(int row, int chain) {
            known[target[row]] = row;
            knownIn[target[row]] = chain;
        }

        /** Whether a row begins a chain that nothing took in. */
        boolean isLeft(int row) {
            return !isTaken[row];
        }

        void write(int chain) {
            for (int row = chain; row != NONE; row = next[row]) {
                out.add(row);
                joins.add(NONE);
            }
        }
    }
}
