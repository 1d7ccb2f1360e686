package lab.carousel.task;

import java.util.Arrays;

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

    private static final int NONE = -1;

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
        boolean[] undecided = undecided(sequences);
        Views views = new Views(sequences, symbolsSeen, scored);
        Totals totals = new Totals(undecided.length);
        for (int view = 0; view < views.count(); view++) {
            totals.add(views.targets(view), outputs, undecided[views.current(view)]);
        }
        return new MemorylessFloor(
                symbolsSeen,
                new Loss(totals.binary / totals.steps, totals.perDecidingStep(totals.binaryDeciding)),
                new Loss(totals.categorical / totals.steps, totals.perDecidingStep(totals.categoricalDeciding)),
                (double) totals.right / totals.steps);
    }

    /** Which symbols are followed by different ones. */
    private static boolean[] undecided(int[][] sequences) {
        int symbols =
                1 + Arrays.stream(sequences).flatMapToInt(Arrays::stream).max().orElse(0);
        int[] successor = new int[symbols];
        Arrays.fill(successor, NONE);
        boolean[] found = new boolean[symbols];
        for (int[] sequence : sequences) {
            for (int t = 0; t + 1 < sequence.length; t++) {
                found[sequence[t]] |= successor[sequence[t]] != NONE && successor[sequence[t]] != sequence[t + 1];
                successor[sequence[t]] = sequence[t + 1];
            }
        }
        return found;
    }

    /** Sums over the steps, view by view. */
    private static final class Totals {
        /** How often each symbol is a target of a view. */
        private final int[] counts;

        private final int[] appeared;
        private int steps;
        private int decidingSteps;
        private int right;
        private double binary;
        private double binaryDeciding;
        private double categorical;
        private double categoricalDeciding;

        Totals(int symbols) {
            counts = new int[symbols];
            appeared = new int[symbols];
        }

        /** Takes in the targets of all steps with one view. */
        void add(int[] targets, int outputs, boolean deciding) {
            int all = targets.length;
            int different = 0;
            int most = 0;
            for (int target : targets) {
                if (counts[target]++ == 0) {
                    appeared[different++] = target;
                }
                most = Math.max(most, counts[target]);
            }
            double entropy = 0;
            double binaryEntropy = 0;
            // In the order of appearance
            for (int index = 0; index < different; index++) {
                double p = (double) counts[appeared[index]] / all;
                counts[appeared[index]] = 0;
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
