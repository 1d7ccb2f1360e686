package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Best loss and recall of a predictor that sees only the last m symbols, and a start mark before the first one. A
 * network below this floor must use something older: memory.
 *
 * <p>For each distinct view of the last m symbols the best prediction is the distribution of the targets that follow
 * it, and the loss that remains is an entropy.
 *
 * @param symbolsSeen m, at least 1 (the current symbol alone)
 * @param sigmoid lowest binary cross-entropy, mean over the steps and the outputs, in nats
 * @param softmax lowest categorical cross-entropy, the entropy of the target, mean over the steps, in nats
 * @param recall 0 to 1
 */
public record MemorylessFloor(int symbolsSeen, double sigmoid, double softmax, double recall) {

    private static final double SAME = 1e-12;

    public static MemorylessFloor of(Task task, int symbolsSeen) {
        return of(task, symbolsSeen, ScoredSteps.ALL);
    }

    public static MemorylessFloor of(Task task, int symbolsSeen, ScoredSteps scored) {
        if (symbolsSeen < 1) {
            throw new IllegalArgumentException("a predictor sees at least the current symbol");
        }
        return task.source()
                .map(source -> source.floor(symbolsSeen, scored))
                .orElseGet(() -> of(task.encoded(), task.outputs(), symbolsSeen, scored));
    }

    /** The same for sequences that are all equally likely. */
    static MemorylessFloor of(int[][] sequences, int outputs, int symbolsSeen, ScoredSteps scored) {
        Views views = new Views(sequences, outputs, scored);
        while (views.symbolsSeen < symbolsSeen && views.lengthenViews()) {
            views.symbolsSeen++;
        }
        views.symbolsSeen = symbolsSeen;
        return views.floor();
    }

    /** Floors by the symbols seen, the fewest first: for one symbol, and wherever one more lowers it. */
    public static List<MemorylessFloor> ladder(int[][] sequences, int outputs, ScoredSteps scored) {
        Views views = new Views(sequences, outputs, scored);
        MemorylessFloor last = views.floor();
        List<MemorylessFloor> found = new ArrayList<>(List.of(last));
        while (views.lengthenViews()) {
            views.symbolsSeen++;
            MemorylessFloor next = views.floor();
            if (Math.abs(next.sigmoid - last.sigmoid) > SAME || next.recall != last.recall) {
                found.add(next);
                last = next;
            }
        }
        return found;
    }

    /**
     * Views of a predictor at the scored steps. Steps with equal views are told apart by one older symbol after the
     * other.
     */
    private static final class Views {

        private final int[][] sequences;
        private final int outputs;
        private final int[] sequence;

        private final int[] step;
        private List<int[]> open = new ArrayList<>();
        private final int symbols;
        private final int[] counts;

        private final int[] appeared;
        private int symbolsSeen = 1;

        Views(int[][] sequences, int outputs, ScoredSteps scored) {
            this.sequences = sequences;
            this.outputs = outputs;
            this.symbols = 1
                    + Arrays.stream(sequences)
                            .flatMapToInt(Arrays::stream)
                            .max()
                            .orElse(0);
            this.counts = new int[symbols];
            this.appeared = new int[symbols];
            int[][] steps = IntStream.range(0, sequences.length)
                    .mapToObj(s -> IntStream.range(0, sequences[s].length - 1)
                            .filter(t -> scored.include(t, sequences[s].length - 1))
                            .toArray())
                    .toArray(int[][]::new);
            this.sequence = IntStream.range(0, sequences.length)
                    .flatMap(s -> Arrays.stream(steps[s]).map(t -> s))
                    .toArray();
            this.step = Arrays.stream(steps).flatMapToInt(Arrays::stream).toArray();
            split(IntStream.range(0, step.length).toArray(), 0);
        }

        private int target(int at) {
            return sequences[sequence[at]][step[at] + 1];
        }

        /** The symbol {@code back} steps before; the start mark before the first one. */
        private int symbol(int at, int back) {
            return step[at] < back ? symbols : sequences[sequence[at]][step[at] - back];
        }

        /** Extends every view by one older symbol; false if that could not tell anything. */
        private boolean lengthenViews() {
            List<int[]> before = open;
            if (before.stream().flatMapToInt(Arrays::stream).allMatch(at -> step[at] < symbolsSeen)) {
                return false;
            }
            open = new ArrayList<>();
            before.forEach(view -> split(view, symbolsSeen));
            open.sort(Comparator.comparingInt(view -> view[0]));
            return true;
        }

        private void split(int[] view, int back) {
            int[] ends = new int[symbols + 1];
            for (int at : view) {
                ends[symbol(at, back)]++;
            }
            int[][] parts = new int[ends.length][];
            Arrays.setAll(parts, symbol -> new int[ends[symbol]]);
            Arrays.fill(ends, 0);
            for (int at : view) {
                int symbol = symbol(at, back);
                parts[symbol][ends[symbol]++] = at;
            }
            for (int[] part : parts) {
                if (isOpen(part)) {
                    open.add(part);
                }
            }
        }

        private boolean isOpen(int[] view) {
            for (int at : view) {
                if (target(at) != target(view[0])) {
                    return true;
                }
            }
            return false;
        }

        MemorylessFloor floor() {
            int right = step.length;
            double binary = 0;
            double categorical = 0;
            for (int[] view : open) {
                int different = 0;
                int most = 0;
                for (int at : view) {
                    int target = target(at);
                    if (counts[target]++ == 0) {
                        appeared[different++] = target;
                    }
                    most = Math.max(most, counts[target]);
                }
                double entropy = 0;
                double binaryEntropy = 0;
                for (int index = 0; index < different; index++) {
                    double p = (double) counts[appeared[index]] / view.length;
                    counts[appeared[index]] = 0;
                    entropy -= p * StrictMath.log(p);
                    binaryEntropy -= p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p);
                }
                right -= view.length - most;
                binary += view.length * binaryEntropy / outputs;
                categorical += view.length * entropy;
            }
            return new MemorylessFloor(
                    symbolsSeen, binary / step.length, categorical / step.length, (double) right / step.length);
        }
    }
}
