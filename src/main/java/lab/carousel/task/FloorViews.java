package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Views of a predictor at the scored steps. Steps with equal views are told apart by one older symbol after the
 * other.
 */
final class FloorViews {

    private final Steps[] sequences;
    private final int outputs;
    private final int[] sequence;

    private final int[] step;
    private List<int[]> open = new ArrayList<>();
    private final int symbols;
    /** How often each symbol is legal in a view. */
    private final int[] counts;

    private final int[] appeared;
    int symbolsSeen = 1;

    FloorViews(Steps[] sequences, int outputs) {
        this.sequences = sequences;
        this.outputs = outputs;
        int[][] steps = Arrays.stream(sequences)
                .map(each ->
                        IntStream.range(0, each.size()).filter(each::isScored).toArray())
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
    boolean lengthenViews() {
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
