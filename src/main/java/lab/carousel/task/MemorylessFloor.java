package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param softmax lowest categorical cross-entropy, the entropy of the target, mean over the steps, in nats; not of sets
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
                .orElseGet(() -> of(scored.of(task.encoded()), task.outputs(), symbolsSeen));
    }

    /** The same for sequences that are all equally likely. */
    static MemorylessFloor of(Steps[] sequences, int outputs, int symbolsSeen) {
        Views views = new Views(sequences, outputs);
        while (views.symbolsSeen < symbolsSeen && views.lengthenViews()) {
            views.symbolsSeen++;
        }
        views.symbolsSeen = symbolsSeen;
        return views.floor();
    }

    /** Floors by the symbols seen, the fewest first: for one symbol, and wherever one more lowers it. */
    public static List<MemorylessFloor> ladder(Steps[] sequences, int outputs) {
        Views views = new Views(sequences, outputs);
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

        private final Steps[] sequences;
        private final int outputs;
        private final int[] sequence;

        private final int[] step;
        private List<int[]> open = new ArrayList<>();
        private final int symbols;
        /** How often each symbol is legal in a view. */
        private final int[] counts;

        private final int[] appeared;
        private int symbolsSeen = 1;

        Views(Steps[] sequences, int outputs) {
            this.sequences = sequences;
            this.outputs = outputs;
            int[][] steps = Arrays.stream(sequences)
                    .map(each -> IntStream.range(0, each.size())
                            .filter(each::isScored)
                            .toArray())
                    .toArray(int[][]::new);
            int all = 0;
            for (Steps each : sequences) {
                for (int t = 0; t < each.size(); t++) {
                    all = Math.max(all, 1 + each.input(t));
                    Target target = each.target(t);
                    all = target.size() == 0 ? all : Math.max(all, 1 + target.symbol(target.size() - 1));
                }
            }
            this.symbols = all;
            this.counts = new int[symbols];
            this.appeared = new int[symbols];
            this.sequence = IntStream.range(0, sequences.length)
                    .flatMap(s -> Arrays.stream(steps[s]).map(t -> s))
                    .toArray();
            this.step = Arrays.stream(steps).flatMapToInt(Arrays::stream).toArray();
            split(IntStream.range(0, step.length).toArray(), 0);
        }

        private Target target(int at) {
            return sequences[sequence[at]].target(step[at]);
        }

        /** The symbol {@code back} steps before; the start mark before the first one. */
        private int symbol(int at, int back) {
            return step[at] < back ? symbols : sequences[sequence[at]].input(step[at] - back);
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
                if (!target(at).equals(target(view[0]))) {
                    return true;
                }
            }
            return false;
        }

        private int mostTogether(int[] view) {
            Map<Target, Integer> targets = new HashMap<>();
            for (int at : view) {
                targets.merge(target(at), 1, Integer::sum);
            }
            return Target.mostTogether(targets);
        }

        MemorylessFloor floor() {
            int right = step.length;
            double binary = 0;
            double categorical = 0;
            for (int[] view : open) {
                int different = 0;
                int most = 0;
                for (int at : view) {
                    Target target = target(at);
                    for (int place = 0; place < target.size(); place++) {
                        int symbol = target.symbol(place);
                        if (counts[symbol]++ == 0) {
                            appeared[different++] = symbol;
                        }
                        most = Math.max(most, counts[symbol]);
                    }
                }
                double entropy = 0;
                double binaryEntropy = 0;
                for (int index = 0; index < different; index++) {
                    double p = (double) counts[appeared[index]] / view.length;
                    counts[appeared[index]] = 0;
                    // What is always legal costs nothing
                    entropy -= p < 1 ? p * StrictMath.log(p) : 0;
                    binaryEntropy -= p < 1 ? p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p) : 0;
                }
                right -= view.length - (target(view[0]).isSet() ? mostTogether(view) : most);
                binary += view.length * binaryEntropy / outputs;
                categorical += view.length * entropy;
            }
            return new MemorylessFloor(
                    symbolsSeen, binary / step.length, categorical / step.length, (double) right / step.length);
        }
    }
}
