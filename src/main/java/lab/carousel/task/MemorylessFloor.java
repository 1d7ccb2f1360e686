package lab.carousel.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The best that any predictor could do which sees only the last m symbols of a sequence. Before the start of a sequence
 * it sees a start mark. A network whose loss lies below this floor must be using something older: memory.
 *
 * <p>For each distinct view of the last m symbols the best prediction is the distribution of the targets that follow
 * it, and the loss that remains is an entropy.
 *
 * @param symbolsSeen m, at least 1 (the current symbol alone)
 * @param sigmoid     the floor of the binary cross-entropy, the mean over the outputs
 * @param softmax     the floor of the categorical cross-entropy, the entropy of the target
 * @param recall      the largest share of steps that can be predicted right, 0 to 1
 */
public record MemorylessFloor(int symbolsSeen, Loss sigmoid, Loss softmax, double recall) {

    private static final int START = -1;

    /**
     * A lowest possible loss, in nats.
     *
     * @param mean     the mean over all steps
     * @param deciding the mean over the steps whose current symbol alone leaves open what follows, 0 if there are none:
     *                 files from before bits were measured are judged by it
     */
    public record Loss(double mean, double deciding) {}

    /** What a predictor that sees the last m symbols could reach on a task. */
    public static MemorylessFloor of(Task task, int symbolsSeen) {
        return of(task, symbolsSeen, ScoredSteps.ALL);
    }

    /** The same, for the steps that have an error signal only. */
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
        Set<Integer> undecided = undecided(sequences);
        Totals totals = new Totals();
        for (Map.Entry<List<Integer>, Map<Integer, Integer>> view :
                targetsByView(sequences, symbolsSeen, scored).entrySet()) {
            int current = view.getKey().get(view.getKey().size() - 1);
            totals.add(view.getValue().values(), outputs, undecided.contains(current));
        }
        return new MemorylessFloor(
                symbolsSeen,
                new Loss(totals.binary / totals.steps, totals.perDecidingStep(totals.binaryDeciding)),
                new Loss(totals.categorical / totals.steps, totals.perDecidingStep(totals.categoricalDeciding)),
                (double) totals.right / totals.steps);
    }

    /** The symbols that are followed by different ones. */
    private static Set<Integer> undecided(int[][] sequences) {
        Map<Integer, Integer> successors = new HashMap<>();
        Set<Integer> found = new HashSet<>();
        for (int[] sequence : sequences) {
            for (int t = 0; t + 1 < sequence.length; t++) {
                Integer known = successors.put(sequence[t], sequence[t + 1]);
                if (known != null && known != sequence[t + 1]) {
                    found.add(sequence[t]);
                }
            }
        }
        return found;
    }

    /** How often each target follows each view of the last m symbols. */
    private static Map<List<Integer>, Map<Integer, Integer>> targetsByView(
            int[][] sequences, int symbolsSeen, ScoredSteps scored) {
        // In the order of appearance, so that the sums are taken in the same order on every Java version.
        Map<List<Integer>, Map<Integer, Integer>> targets = new LinkedHashMap<>();
        for (int[] sequence : sequences) {
            for (int t = 0; t + 1 < sequence.length; t++) {
                if (!scored.include(t, sequence.length - 1)) {
                    continue;
                }
                List<Integer> view = new ArrayList<>(Math.min(symbolsSeen, t + 2));
                if (t + 1 < symbolsSeen) {
                    view.add(START);
                }
                for (int u = Math.max(0, t + 1 - symbolsSeen); u <= t; u++) {
                    view.add(sequence[u]);
                }
                targets.computeIfAbsent(view, key -> new LinkedHashMap<>()).merge(sequence[t + 1], 1, Integer::sum);
            }
        }
        return targets;
    }

    /** Sums over the steps, view by view. */
    private static final class Totals {
        private int steps;
        private int decidingSteps;
        private int right;
        private double binary;
        private double binaryDeciding;
        private double categorical;
        private double categoricalDeciding;

        void add(Iterable<Integer> counts, int outputs, boolean deciding) {
            int all = 0;
            int most = 0;
            for (int count : counts) {
                all += count;
                most = Math.max(most, count);
            }
            double entropy = 0;
            double binaryEntropy = 0;
            for (int count : counts) {
                double p = (double) count / all;
                entropy -= p * StrictMath.log(p);
                binaryEntropy -= p * StrictMath.log(p) + (p < 1 ? (1 - p) * StrictMath.log1p(-p) : 0);
            }
            steps += all;
            right += most;
            binary += all * binaryEntropy / outputs;
            categorical += all * entropy;
            if (deciding) {
                decidingSteps += all;
                binaryDeciding += all * binaryEntropy / outputs;
                categoricalDeciding += all * entropy;
            }
        }

        double perDecidingStep(double sum) {
            return decidingSteps == 0 ? 0 : sum / decidingSteps;
        }
    }
}
