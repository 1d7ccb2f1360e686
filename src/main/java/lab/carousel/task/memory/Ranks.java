package lab.carousel.task.memory;

/**
 * The contexts of all samples in the order of their symbols read backwards, equal ones under one number. By prefix
 * doubling (Manber and Myers, 1993): with the order by the last h samples known, that by the last 2h follows by two
 * passes, since what comes before the last h is the context of an earlier sample.
 *
 * @param of    the number of each sample's context, from 0 in the order
 * @param order the places of the samples in the order of their contexts
 * @param count how many different contexts there are
 */
record Ranks(int[] of, int[] order, int count) {

    /** Ranks the contexts. */
    static Ranks of(Samples samples) {
        Ranks ranks = byLastSample(samples);
        int most = samples.mostSamples();
        for (long h = 1; h <= most && ranks.count < samples.size(); h *= 2) {
            Ranks finer = ranks.doubled(samples, (int) h);
            if (finer.count == ranks.count) {
                break;
            }
            ranks = finer;
        }
        return ranks;
    }

    private static Ranks byLastSample(Samples samples) {
        int size = samples.size();
        int ids = 0;
        for (int at = 0; at < size; at++) {
            ids = Math.max(ids, samples.id(at) + 1);
        }
        int[] starts = new int[ids + 1];
        for (int at = 0; at < size; at++) {
            starts[samples.id(at) + 1]++;
        }
        int[] rank = new int[ids];
        int count = 0;
        for (int id = 0; id < ids; id++) {
            rank[id] = count;
            count += starts[id + 1] > 0 ? 1 : 0;
            starts[id + 1] += starts[id];
        }
        int[] order = new int[size];
        int[] of = new int[size];
        for (int at = 0; at < size; at++) {
            order[starts[samples.id(at)]++] = at;
            of[at] = rank[samples.id(at)];
        }
        return new Ranks(of, order, count);
    }

    /** The order by twice as many samples as the order so far. */
    private Ranks doubled(Samples samples, int h) {
        int[] next = byEarlierHalf(samples, h);
        int size = next.length;
        int[] finer = new int[size];
        int found = -1;
        int last = Samples.NONE;
        int lastEarlier = Samples.NONE;
        for (int index = 0; index < size; index++) {
            int at = next[index];
            int there = samples.back(at, h);
            int earlier = there == Samples.NONE ? Samples.NONE : of[there];
            if (index == 0 || of[at] != of[last] || earlier != lastEarlier) {
                found++;
            }
            finer[at] = found;
            last = at;
            lastEarlier = earlier;
        }
        return new Ranks(finer, next, found + 1);
    }

    private int[] byEarlierHalf(Samples samples, int h) {
        int size = order.length;
        int[] starts = new int[count];
        for (int index = size - 1; index >= 0; index--) {
            starts[of[order[index]]] = index;
        }
        int[] next = new int[size];
        for (int at = 0; at < size; at++) {
            if (samples.back(at, h) == Samples.NONE) {
                next[starts[of[at]]++] = at;
            }
        }
        for (int earlier : order) {
            int at = samples.ahead(earlier, h);
            if (at != Samples.NONE) {
                next[starts[of[at]]++] = at;
            }
        }
        return next;
    }

    /**
     * How many last samples each context shares with the one before it in the order, 0 for the first (Kasai et al.,
     * 2001): a context without its last sample shares at most one less.
     */
    int[] shared(Samples samples) {
        int[] first = new int[count];
        for (int index = order.length - 1; index >= 0; index--) {
            first[of[order[index]]] = order[index];
        }
        int[] shared = new int[count];
        int common = 0;
        for (int at = samples.size() - 1; at >= 0; at--) {
            if (of[at] == 0) {
                common = 0;
                continue;
            }
            int other = first[of[at] - 1];
            while (isSame(samples, at, other, common)) {
                common++;
            }
            shared[of[at]] = common;
            boolean goesOn = at > 0 && samples.back(at, 1) == at - 1;
            common = goesOn ? Math.max(0, common - 1) : 0;
        }
        return shared;
    }

    private static boolean isSame(Samples samples, int at, int other, int back) {
        int one = samples.back(at, back);
        int two = samples.back(other, back);
        return one != Samples.NONE && two != Samples.NONE && samples.id(one) == samples.id(two);
    }
}
