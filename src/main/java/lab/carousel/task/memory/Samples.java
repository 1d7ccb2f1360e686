package lab.carousel.task.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The samples of an epoch in the order in which they are fed, slot after slot. A run is what is fed to a slot between two
 * zero states; its samples lie side by side. With {@link Carry#FOREVER} a run is a ring: before its first sample
 * comes its last one.
 */
final class Samples {

    /** Of a place that is not there: before the beginning of a run. */
    static final int NONE = -1;

    private final int[][] sequences;
    private final Feeding feeding;
    private final boolean rings;
    private final int[] sequence;
    private final int[] step;
    private final int[] start;
    private final int[] end;
    private final int[] id;
    private final int[] fed;
    private final int fedPerEpoch;
    private int size;

    /**
     * The samples of an epoch.
     *
     * @param sequences symbol indices
     * @param order     the sequences in the order in which they are fed, counted from 0
     */
    Samples(int[][] sequences, int[] order, Feeding feeding) {
        this.sequences = sequences;
        this.feeding = feeding;
        this.rings = feeding.isCarriedOver() && feeding.carry() == Carry.FOREVER;
        int none = feeding.lag() - 1;
        int all = Arrays.stream(order)
                .map(s -> Math.max(0, sequences[s].length - 1 - none))
                .sum();
        sequence = new int[all];
        step = new int[all];
        start = new int[all];
        end = new int[all];
        id = new int[all];
        fed = new int[all];
        int[] before = new int[sequences.length];
        int sum = 0;
        for (int s : order) {
            before[s] = sum;
            sum += sequences[s].length - 1;
        }
        fedPerEpoch = sum;
        if (feeding.isCarriedOver()) {
            addRuns(order, before);
        } else {
            for (int s : order) {
                addRuns(new int[] {s}, before);
            }
        }
        identify();
    }

    private void addRuns(int[] fedSequences, int[] before) {
        int none = feeding.lag() - 1;
        for (int slot = 0; slot < feeding.slots(); slot++) {
            int first = size;
            for (int s : fedSequences) {
                for (int t = none + slot; t < sequences[s].length - 1; t += feeding.slots()) {
                    sequence[size] = s;
                    step[size] = t;
                    fed[size] = before[s] + t;
                    size++;
                }
            }
            close(first);
        }
    }

    private void close(int first) {
        boolean alone = feeding.memoryless() || feeding.carry() == Carry.STEP;
        for (int at = first; at < size; at++) {
            start[at] = alone ? at : first;
            end[at] = alone ? at + 1 : size;
        }
    }

    /** Numbers the samples: equal ones get the same number. */
    private void identify() {
        int[][] ids = new int[sequences.length][];
        Arrays.setAll(ids, s -> sequences[s].clone());
        int lag = feeding.memoryless() ? 1 : feeding.lag();
        int width = 1;
        while (width < lag) {
            int further = Math.min(width, lag - width);
            Map<Long, Integer> known = new HashMap<>();
            for (int[] numbers : ids) {
                for (int t = numbers.length - 1; t >= width + further - 1; t--) {
                    long both = ((long) numbers[t] << 32) | numbers[t - further];
                    numbers[t] = known.computeIfAbsent(both, pair -> known.size());
                }
            }
            width += further;
        }
        for (int at = 0; at < size; at++) {
            id[at] = ids[sequence[at]][step[at]];
        }
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The number of the sample at a place; equal samples have the same. */
    int id(int at) {
        return id[at];
    }

    /** Where the run of a place begins. */
    int start(int at) {
        return start[at];
    }

    /** The sequence of the step at a place. */
    int sequence(int at) {
        return sequence[at];
    }

    /** The step at a place, counted from 0 within its sequence. */
    int step(int at) {
        return step[at];
    }

    /** The target of the step at a place. */
    int target(int at) {
        return sequences[sequence[at]][step[at] + 1];
    }

    /** Whether the step at a place counts. */
    boolean isScored(int at) {
        return feeding.scored().include(step[at], sequences[sequence[at]].length - 1);
    }

    /** The place of what was fed so many samples earlier, or {@link #NONE}. */
    int back(int at, int samples) {
        if (rings) {
            int length = end[at] - start[at];
            return start[at] + Math.floorMod(at - start[at] - samples, length);
        }
        return samples <= at - start[at] ? at - samples : NONE;
    }

    /** The place of what is fed so many samples later, or {@link #NONE}. */
    int ahead(int at, int samples) {
        if (rings) {
            return back(at, -samples);
        }
        return samples < end[at] - at ? at + samples : NONE;
    }

    /** After how many samples two different contexts differ at the latest. */
    int mostSamples() {
        int longest = 0;
        for (int at = 0; at < size; at++) {
            longest = Math.max(longest, end[at] - start[at]);
        }
        return rings ? 2 * longest : longest;
    }

    /** How many symbols earlier the last symbol of the sample came that was fed so many samples earlier. */
    int distance(int at, int samples) {
        int there = back(at, samples);
        int rounds = rings ? (samples - (at - start[at]) + end[at] - start[at] - 1) / (end[at] - start[at]) : 0;
        return fed[at] - fed[there] + rounds * fedPerEpoch;
    }

    /** How many samples are fed before that at a place, since a zero state; in a ring so many epochs of them at most. */
    int before(int at, int epochs) {
        return at - start[at] + (rings ? epochs * (end[at] - start[at]) : 0);
    }

    /** A symbol of the sample at a place, counted back from its last one: 0. */
    int symbol(int at, int offset) {
        return sequences[sequence[at]][step[at] - offset];
    }
}
