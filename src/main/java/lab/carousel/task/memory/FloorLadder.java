package lab.carousel.task.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.task.ScoredSteps;

/**
 * The floors of all orders: the lowest mean losses reachable by predictors that see only the last m symbols. Steps whose last
 * m symbols are equal are told apart by nobody who sees no more; with m going down, neighbours in the order of their contexts
 * come together one after the other, so that all orders together cost little more than one.
 */
public final class FloorLadder {

    /** Floors that differ by less than rounding are one. */
    private static final double SAME = 1e-12;

    /**
     * Orders with the same floor.
     *
     * @param from    the fewest symbols seen
     * @param to      the most; {@link Integer#MAX_VALUE} if more do not help
     * @param sigmoid the floor of the binary cross-entropy, the mean over the outputs
     * @param softmax the floor of the categorical cross-entropy
     * @param right   how many steps can be right at most
     */
    public record Rung(int from, int to, double sigmoid, double softmax, int right) {}

    private final int outputs;
    private final int[] parent;
    private final List<Map<Integer, Integer>> counts = new ArrayList<>();
    private final double[] binary;
    private final double[] categorical;
    private final int[] right;
    private int steps;
    private double binaryTotal;
    private double categoricalTotal;
    private int rightTotal;

    private FloorLadder(Samples samples, Ranks ranks, int outputs) {
        this.outputs = outputs;
        this.parent = IntStream.range(0, ranks.count()).toArray();
        this.binary = new double[parent.length];
        this.categorical = new double[parent.length];
        this.right = new int[parent.length];
        for (int context = 0; context < parent.length; context++) {
            counts.add(new HashMap<>());
        }
        for (int at = 0; at < samples.size(); at++) {
            if (samples.isScored(at)) {
                counts.get(ranks.of()[at]).merge(samples.target(at), 1, Integer::sum);
                steps++;
            }
        }
        for (int context = 0; context < parent.length; context++) {
            measure(context);
        }
    }

    /**
     * The floors of listed sequences, those of the fewest symbols first.
     *
     * @param sequences symbol indices
     * @param outputs   of the network
     */
    public static List<Rung> of(int[][] sequences, int outputs, ScoredSteps scored) {
        int[] order = IntStream.range(0, sequences.length).toArray();
        Samples samples = new Samples(sequences, order, new Feeding(Carry.SEQUENCE, 1, 1, false, scored));
        Ranks ranks = Ranks.of(samples);
        int[] shared = ranks.shared(samples);
        return new FloorLadder(samples, ranks, outputs).rungs(shared);
    }

    private List<Rung> rungs(int[] shared) {
        Integer[] deepestFirst = IntStream.range(1, shared.length).boxed().toArray(Integer[]::new);
        Arrays.sort(deepestFirst, Comparator.comparingInt(context -> -shared[context]));
        List<Rung> rungs = new ArrayList<>();
        int to = Integer.MAX_VALUE;
        Rung last = rung(1, to);
        for (int index = 0; index < deepestFirst.length; ) {
            int depth = shared[deepestFirst[index]];
            if (depth == 0) {
                break;
            }
            Set<Integer> changed = new HashSet<>();
            for (; index < deepestFirst.length && shared[deepestFirst[index]] == depth; index++) {
                changed.add(join(deepestFirst[index] - 1, deepestFirst[index]));
            }
            changed.stream().map(this::root).distinct().forEach(this::measure);
            Rung next = rung(1, depth);
            if (Math.abs(next.sigmoid - last.sigmoid) > SAME || next.right != last.right) {
                rungs.add(new Rung(depth + 1, to, last.sigmoid, last.softmax, last.right));
                to = depth;
                last = next;
            }
        }
        rungs.add(new Rung(1, to, last.sigmoid, last.softmax, last.right));
        rungs.sort(Comparator.comparingInt(Rung::from));
        return List.copyOf(rungs);
    }

    private Rung rung(int from, int to) {
        return new Rung(from, to, Math.max(0, binaryTotal) / steps, Math.max(0, categoricalTotal) / steps, rightTotal);
    }

    private int root(int context) {
        int root = context;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Puts two neighbours together; gives the one that stands for both. */
    private int join(int one, int other) {
        int first = root(one);
        int second = root(other);
        boolean isLarger = counts.get(first).size() >= counts.get(second).size();
        int into = isLarger ? first : second;
        int from = isLarger ? second : first;
        counts.get(from).forEach((target, count) -> counts.get(into).merge(target, count, Integer::sum));
        counts.set(from, Map.of());
        measure(from);
        parent[from] = into;
        return into;
    }

    /** Takes the losses of those that look the same into the sums, in place of what they were. */
    private void measure(int context) {
        binaryTotal -= binary[context];
        categoricalTotal -= categorical[context];
        rightTotal -= right[context];
        binary[context] = 0;
        categorical[context] = 0;
        right[context] = 0;
        int all = counts.get(context).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        counts.get(context).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    int count = entry.getValue();
                    double p = (double) count / all;
                    double own = -p * StrictMath.log(p);
                    categorical[context] += all * own;
                    binary[context] += all * (own - (p < 1 ? (1 - p) * StrictMath.log1p(-p) : 0)) / outputs;
                    right[context] = Math.max(right[context], count);
                });
        binaryTotal += binary[context];
        categoricalTotal += categorical[context];
        rightTotal += right[context];
    }
}
