package lab.carousel.task.memory;

import java.util.Arrays;

/**
 * The forks of an epoch, found from the contexts in their order. Contexts that share their last m samples lie side by
 * side; those with the same m make a node, whose children share more. A node at which different targets meet is a fork: at
 * least two of its children lead to different targets, and then each of them does.
 *
 * <p>Contexts that lead to nothing but one target have one row together. The rows of a fork's children meet in
 * {@link Merges}: the larger child takes in the smaller ones, so that all forks together cost little more than one.
 */
final class ForkTree {

    /** No row: the step is not a deciding one. */
    static final int NONE = -1;

    private final int[] target;
    private final int[] shared;
    /** For each context, its row. */
    private final int[] row;
    /** For each target the row of the children of a fork that lead to it alone, and of which fork. */
    private final int[] sharedRow;

    private final int[] sharedIn;

    private final NumberList rowTarget;
    private final NumberList merges;
    private final NumberList forks = new NumberList();
    private final NumberList groups = new NumberList();

    /** The nodes that are still open, each with the number of shared samples and where its children begin. */
    private final NumberList openShared = new NumberList();

    private final NumberList openChildren = new NumberList();

    /** Nodes and contexts that are complete, each with its first context, the one after its last, and its row. */
    private final NumberList children = new NumberList();

    /**
     * Finds the forks.
     *
     * @param target of each context, in their order
     * @param shared how many last samples each has in common with the one before
     */
    ForkTree(int[] target, int[] shared) {
        this.target = target;
        this.shared = shared;
        this.row = new int[target.length];
        this.rowTarget = new NumberList(target.length);
        this.merges = new NumberList(3 * target.length);
        Arrays.fill(row, NONE);
        int targets = Arrays.stream(target).max().orElse(0) + 1;
        this.sharedRow = new int[targets];
        this.sharedIn = new int[targets];
        Arrays.fill(sharedIn, NONE);
        open(0, 0);
        for (int context = 0; context < target.length; context++) {
            meet(context == 0 ? 0 : shared[context]);
            push(context, context + 1, NONE);
        }
        meet(0);
    }

    private void open(int sharedSamples, int firstChild) {
        openShared.add(sharedSamples);
        openChildren.add(firstChild);
    }

    /** Closes what shares more than the next context does, and opens what it shares with it. */
    private void meet(int next) {
        while (openShared.last() > next) {
            close();
            if (openShared.last() < next) {
                open(next, childCount() - 1);
            }
        }
        if (openShared.last() < next) {
            open(next, childCount() - 1);
        }
    }

    private void push(int from, int to, int ownRow) {
        children.add(from);
        children.add(to);
        children.add(ownRow);
    }

    private int childCount() {
        return children.size() / 3;
    }

    private int from(int child) {
        return children.get(3 * child);
    }

    private int to(int child) {
        return children.get(3 * child + 1);
    }

    private void close() {
        int first = openChildren.last();
        int last = childCount();
        int samples = openShared.last();
        openShared.cut(openShared.size() - 1);
        openChildren.cut(openChildren.size() - 1);
        int from = from(first);
        int to = to(last - 1);
        int own = isUniform(first, last) ? NONE : fork(samples, first, last);
        boolean isGroup = own != NONE && openShared.last() == 0 && (to == target.length || shared[to] == 0);
        if (isGroup) {
            groups.add(from);
            groups.add(to);
        }
        children.cut(3 * first);
        push(from, to, own);
    }

    /** Whether all contexts of some children have one target. */
    private boolean isUniform(int first, int last) {
        for (int child = first; child < last; child++) {
            if (children.get(3 * child + 2) != NONE || target[from(child)] != target[from(first)]) {
                return false;
            }
        }
        return true;
    }

    /** Makes a fork of some children; gives the row that the others were taken into. */
    private int fork(int samples, int first, int last) {
        int fork = forks.size() / 3;
        forks.add(samples);
        forks.add(from(first));
        forks.add(to(last - 1));
        int largest = first;
        for (int child = first; child < last; child++) {
            if (to(child) - from(child) > to(largest) - from(largest)) {
                largest = child;
            }
        }
        // Children that lead to one target each have nothing to tell each other: one row for each target
        int taking = rowOf(largest, fork);
        for (int child = first; child < last; child++) {
            int known = rowTarget.size();
            int own = rowOf(child, fork);
            boolean isNew = children.get(3 * child + 2) != NONE || own >= known;
            if (child != largest && isNew) {
                merges.add(fork);
                merges.add(taking);
                merges.add(own);
            }
        }
        return taking;
    }

    private int rowOf(int child, int fork) {
        int known = children.get(3 * child + 2);
        if (known != NONE) {
            return known;
        }
        int only = target[from(child)];
        if (sharedIn[only] != fork) {
            sharedIn[only] = fork;
            sharedRow[only] = rowTarget.size();
            rowTarget.add(only);
        }
        Arrays.fill(row, from(child), to(child), sharedRow[only]);
        return sharedRow[only];
    }

    /** The row of each context, or {@link #NONE}. */
    int[] rows() {
        return row;
    }

    /** The target of each row. */
    int[] rowTargets() {
        return rowTarget.toArray();
    }

    /** How the rows meet: see {@link Merges}. */
    int[] merges() {
        return merges.toArray();
    }

    /** For each fork: its shared samples, its first context, the one after its last. */
    int[] forks() {
        return forks.toArray();
    }

    /** For each group of deciding contexts with one last sample: the first, the one after the last. */
    int[] groups() {
        return groups.toArray();
    }
}
