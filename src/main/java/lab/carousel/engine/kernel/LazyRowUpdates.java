package lab.carousel.engine.kernel;

import java.util.Arrays;

/**
 * The rows of the first kernel W, of which a step feeds only one, in a large alphabet. A row whose symbol is not fed
 * has no gradient, but Adam still moves it, by less and less. Those moves are made up for when the row is needed again:
 * then it stays in the cache, and the moves that are too small to change anything need no division. The numbers are the
 * same to the last bit.
 */
final class LazyRowUpdates {

    /** From this many symbols on, late rows pay. */
    private static final int LARGE_ALPHABET = 64;

    private final Weights weights;
    private final Updater updater;
    /** How many updates each row has seen: (K); none if rows are never late. */
    private final long[] seen;

    /** The updates up to which all rows were brought. */
    private long allSeen;

    /** @param isOutputOnly whether those rows do not learn, and so have nothing to make up for */
    LazyRowUpdates(Weights weights, Updater updater, boolean isOutputOnly) {
        this.weights = weights;
        this.updater = updater;
        int symbols = weights.layout.symbols();
        boolean areLate = updater.catchUpLimit() > 0 && symbols >= LARGE_ALPHABET && !isOutputOnly;
        this.seen = new long[areLate ? symbols : 0];
    }

    /** Whether a row may be left out of an update in which it has no gradient. */
    boolean mayBeLate(int row) {
        return row < seen.length;
    }

    void catchUp(int[] sequence, int from, int to) {
        if (seen.length == 0) {
            return;
        }
        if (updater.updates() - allSeen >= updater.catchUpLimit()) {
            catchUpAll();
        }
        for (int place = from; place < to; place++) {
            catchUp(sequence[place]);
        }
    }

    void catchUpAll() {
        for (int row = 0; row < seen.length; row++) {
            catchUp(row);
        }
        allSeen = updater.updates();
    }

    private void catchUp(int row) {
        if (seen[row] < updater.updates()) {
            updater.catchUp(weights.rows[row], row, seen[row]);
            seen[row] = updater.updates();
        }
    }

    void markUpdated(int row) {
        if (row < seen.length) {
            seen[row] = updater.updates();
        }
    }

    /** Begins again: all rows are as new as the updater. */
    void markAllUpdated() {
        Arrays.fill(seen, updater.updates());
        allSeen = updater.updates();
    }
}
