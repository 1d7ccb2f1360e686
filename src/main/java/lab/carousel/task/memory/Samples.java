package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;

/**
 * Samples of an epoch in feeding order, slot after slot. A run is what a slot is fed between two zero states; its
 * samples are adjacent. With {@link StateLifetime#FOREVER} a run is a ring: its last sample comes before its first one.
 *
 * <p>Shared samples of two contexts are compared by hashes (Karp and Rabin, 1987), modulo a prime of 61 bits, so that
 * different ones are taken for equal in one of a thousand million tasks at most.
 */
final class Samples {

    /** A place before the beginning of a run. */
    static final int NONE = -1;

    private static final Comparator<Target> FIRST_SYMBOLS_FIRST =
            (one, other) -> Arrays.compare(one.symbols(), other.symbols());

    private static final long PRIME = (1L << 61) - 1;
    private static final long BASE = 0x1234_5678_9abc_def1L;

    private final Steps[] sequences;
    /** The distinct targets of the task, those with earlier symbols first. */
    private final Target[] targets;
    /** Indices among these, by sequence and step. */
    private final int[][] target;

    private final FeedingScheme feeding;
    private final boolean rings;
    private final boolean isStateless;

    private final int[] sequence;
    private final int[] step;
    /** Start of each run, then the end of the last one. */
    private final int[] runs;
    /** First run of each sequence; each has one for every slot. */
    private final int[] firstRun;
    /** Steps fed before each sequence. */
    private final int[] fedBefore;
    /** Index of the sample that ends with each symbol; the symbol's own where the lag is 1. */
    private final int[][] ids;

    private final int fedPerEpoch;
    private int size;
    /** Largest number of samples after which two distinct contexts differ. */
    private final int most;
    /** Rolling hash of a run's samples up to each place: the one before, times the base, plus the next. */
    private final long[] prefix;

    private final long[] power;

    Samples(Steps[] sequences, int[] order, FeedingScheme feeding) {
        this.sequences = sequences;
        this.targets = Arrays.stream(sequences)
                .flatMap(steps -> IntStream.range(0, steps.size()).mapToObj(steps::target))
                .distinct()
                .sorted(FIRST_SYMBOLS_FIRST)
                .toArray(Target[]::new);
        this.target = ranks(sequences, targets);
        this.feeding = feeding;
        this.rings = feeding.isCarriedOver() && feeding.carry() == StateLifetime.FOREVER;
        this.isStateless = feeding.isStateless();
        int none = feeding.lag() - 1;
        int all = Arrays.stream(order)
                .map(s -> Math.max(0, sequences[s].size() - none))
                .sum();
        sequence = new int[all];
        step = new int[all];
        fedBefore = new int[sequences.length];
        firstRun = new int[sequences.length];
        int sum = 0;
        for (int s : order) {
            fedBefore[s] = sum;
            sum += sequences[s].size();
        }
        fedPerEpoch = sum;
        List<Integer> begins = new ArrayList<>();
        if (feeding.isCarriedOver()) {
            addRuns(order, begins);
        } else {
            for (int s : order) {
                firstRun[s] = begins.size();
                addRuns(new int[] {s}, begins);
            }
        }
        begins.add(size);
        runs = begins.stream().mapToInt(Integer::intValue).toArray();
        ids = ids();
        int longest = isStateless ? 1 : 0;
        for (int run = 0; run + 1 < runs.length && !isStateless; run++) {
            longest = Math.max(longest, runs[run + 1] - runs[run]);
        }
        most = rings ? 2 * longest : longest;
        power = powers(longest);
        prefix = new long[size];
        for (int at = 0; at < size; at++) {
            prefix[at] = plus(at == start(at) ? 0 : times(prefix[at - 1], BASE), 1 + id(at));
        }
    }

    private static int[][] ranks(Steps[] sequences, Target[] targets) {
        Map<Target, Integer> ranks = new HashMap<>();
        for (Target each : targets) {
            ranks.put(each, ranks.size());
        }
        return Arrays.stream(sequences)
                .map(steps -> IntStream.range(0, steps.size())
                        .map(t -> ranks.getOrDefault(steps.target(t), NONE))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Those of the base, from 0 on. */
    private static long[] powers(int most) {
        long[] powers = new long[most + 1];
        powers[0] = 1;
        for (int samples = 1; samples <= most; samples++) {
            powers[samples] = times(powers[samples - 1], BASE);
        }
        return powers;
    }

    /** Compares two contexts by their samples, the newest first; a beginning comes before any sample. */
    int compare(int one, int other) {
        int shared = shared(one, other);
        if (rings && shared == most) {
            return 0;
        }
        int first = back(one, shared);
        int second = back(other, shared);
        return Integer.compare(first == NONE ? NONE : id(first), second == NONE ? NONE : id(second));
    }

    int shared(int one, int other) {
        int all = rings ? most : Math.min(one - start(one), other - start(other)) + 1;
        int tried = 1;
        while (tried <= all && number(one, tried) == number(other, tried)) {
            tried *= 2;
        }
        int least = tried / 2;
        int end = Math.min(all, tried - 1);
        while (least < end) {
            int middle = (least + end + 1) >>> 1;
            if (number(one, middle) == number(other, middle)) {
                least = middle;
            } else {
                end = middle - 1;
            }
        }
        return least;
    }

    /** Hash of the last samples at a place. */
    private long number(int at, int samples) {
        int here = at - start(at) + 1;
        if (samples > here) {
            // In a ring those before stand at its end
            return plus(times(number(end(at) - 1, samples - here), power[here]), prefix[at]);
        }
        return samples == here ? prefix[at] : plus(prefix[at], PRIME - times(prefix[at - samples], power[samples]));
    }

    private static long plus(long one, long other) {
        return reduced(one + other);
    }

    private static long times(long one, long other) {
        long low = one * other;
        return reduced((low & PRIME) + (low >>> 61 | Math.multiplyHigh(one, other) << 3));
    }

    private static long reduced(long number) {
        long once = (number & PRIME) + (number >>> 61);
        return once >= PRIME ? once - PRIME : once;
    }

    private void addRuns(int[] fedSequences, List<Integer> begins) {
        for (int slot = 0; slot < feeding.slots(); slot++) {
            begins.add(size);
            for (int s : fedSequences) {
                for (int t = feeding.lag() - 1 + slot; t < sequences[s].size(); t += feeding.slots()) {
                    sequence[size] = s;
                    step[size] = t;
                    size++;
                }
            }
        }
    }

    /** Numbers the samples; equal ones get the same number. */
    private int[][] ids() {
        int lag = feeding.memoryless() ? 1 : feeding.lag();
        int[][] numbered = new int[sequences.length][];
        Arrays.setAll(numbered, s -> sequences[s].inputs());
        int width = 1;
        while (width < lag) {
            int further = Math.min(width, lag - width);
            Map<Long, Integer> known = new HashMap<>();
            for (int[] numbers : numbered) {
                for (int t = numbers.length - 1; t >= width + further - 1; t--) {
                    long both = ((long) numbers[t] << 32) | numbers[t - further];
                    numbers[t] = known.computeIfAbsent(both, pair -> known.size());
                }
            }
            width += further;
        }
        return numbered;
    }

    int size() {
        return size;
    }

    /** Number of the sample at a place, shared by equal samples. */
    int id(int at) {
        return ids[sequence[at]][step[at]];
    }

    int start(int at) {
        return isStateless ? at : runs[run(at)];
    }

    private int end(int at) {
        return isStateless ? at + 1 : runs[run(at) + 1];
    }

    private int run(int at) {
        int first = firstRun[sequence[at]];
        return feeding.slots() == 1 ? first : first + (step[at] - feeding.lag() + 1) % feeding.slots();
    }

    int sequence(int at) {
        return sequence[at];
    }

    int step(int at) {
        return step[at];
    }

    /** Rank of the target at a place: equal targets have equal ones. */
    int target(int at) {
        return target[sequence[at]][step[at]];
    }

    Target ranked(int rank) {
        return targets[rank];
    }

    boolean isScored(int at) {
        return sequences[sequence[at]].isScored(step[at]);
    }

    /** The place {@code samples} samples earlier, or {@link #NONE}. */
    int back(int at, int samples) {
        int start = start(at);
        if (rings) {
            int length = end(at) - start;
            return start + Math.floorMod(at - start - samples, length);
        }
        return samples <= at - start ? at - samples : NONE;
    }

    /** Distance in symbols to the last symbol of the sample {@code samples} samples earlier. */
    int distance(int at, int samples) {
        int there = back(at, samples);
        int length = end(at) - start(at);
        int rounds = rings ? (samples - (at - start(at)) + length - 1) / length : 0;
        return fed(at) - fed(there) + rounds * fedPerEpoch;
    }

    /** Samples fed before a place since a zero state; in a ring those of at most {@code epochs} epochs. */
    int before(int at, int epochs) {
        return at - start(at) + (rings ? epochs * (end(at) - start(at)) : 0);
    }

    private int fed(int at) {
        return fedBefore[sequence[at]] + step[at];
    }

    /** Symbol of the sample at a place, counted back from 0, its last one. */
    int symbol(int at, int offset) {
        return sequences[sequence[at]].input(step[at] - offset);
    }
}
