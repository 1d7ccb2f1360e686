package lab.carousel.task.memory;

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
