package lab.carousel.task;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a predictor that sees only the last m symbols sees at each step that counts: equal views under one number, in the
 * order in which they appear. Before the start of a sequence there is a start mark.
 */
final class Views {

    private static final int START = -1;
    private static final int NONE = -1;

    /** The current symbol of each view. */
    private final int[] current;
    /** Where the targets of each view begin if all are sorted by view, and where the last end. */
    private final int[] begins;

    private final int[] targets;

    /**
     * The views of the last m symbols.
     *
     * @param sequences   symbol indices
     * @param symbolsSeen m
     */
    Views(int[][] sequences, int symbolsSeen, ScoredSteps scored) {
        int[][] seen = seen(sequences, symbolsSeen);
        int[] view = new int[1 + largest(seen)];
        Arrays.fill(view, NONE);
        int[] symbol = new int[view.length];
        int[] ends = new int[view.length + 1];
        int count = 0;
        for (int s = 0; s < sequences.length; s++) {
            for (int t = 0; t + 1 < sequences[s].length; t++) {
                if (scored.include(t, sequences[s].length - 1)) {
                    if (view[seen[s][t]] == NONE) {
                        symbol[count] = sequences[s][t];
                        view[seen[s][t]] = count++;
                    }
                    ends[view[seen[s][t]] + 1]++;
                }
            }
        }
        for (int index = 0; index < count; index++) {
            ends[index + 1] += ends[index];
        }
        this.current = Arrays.copyOf(symbol, count);
        this.begins = Arrays.copyOf(ends, count + 1);
        this.targets = new int[begins[count]];
        for (int s = 0; s < sequences.length; s++) {
            for (int t = 0; t + 1 < sequences[s].length; t++) {
                if (scored.include(t, sequences[s].length - 1)) {
                    targets[ends[view[seen[s][t]]]++] = sequences[s][t + 1];
                }
            }
        }
    }

    /** A number for the view at each step, equal ones the same: one symbol more is taken in after the other. */
    private static int[][] seen(int[][] sequences, int symbolsSeen) {
        int[][] seen = sequences;
        for (int more = 1; more < symbolsSeen && more <= longest(sequences); more++) {
            int back = more;
            int[][] fewer = seen;
            Map<Long, Integer> known = new HashMap<>();
            seen = new int[sequences.length][];
            for (int s = 0; s < seen.length; s++) {
                int[] symbols = sequences[s];
                int[] numbers = fewer[s];
                seen[s] = new int[symbols.length];
                Arrays.setAll(seen[s], t -> {
                    int earlier = t < back ? START : symbols[t - back];
                    return known.computeIfAbsent((long) earlier << 32 | numbers[t], both -> known.size());
                });
            }
        }
        return seen;
    }

    private static int longest(int[][] sequences) {
        return Arrays.stream(sequences)
                .mapToInt(numbers -> numbers.length)
                .max()
                .orElse(0);
    }

    private static int largest(int[][] numbers) {
        return Arrays.stream(numbers).flatMapToInt(Arrays::stream).max().orElse(0);
    }

    /** How many there are. */
    int count() {
        return current.length;
    }

    /** The current symbol of a view. */
    int current(int view) {
        return current[view];
    }

    /** The targets of all steps with a view, in the order in which they appear: a new array. */
    int[] targets(int view) {
        return Arrays.copyOfRange(targets, begins[view], begins[view + 1]);
    }
}
