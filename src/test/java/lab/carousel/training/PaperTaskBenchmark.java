package lab.carousel.training;

import java.util.Arrays;
import java.util.Locale;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Clipping;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Presets;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;

/**
 * How many sequences the tasks of Hochreiter and Schmidhuber's experiment 2 take, and how long: trains ten seeds of each
 * until the criterion is met, in one thread, the 10,000 sequences of the criterion included, and prints a table.
 */
final class PaperTaskBenchmark {

    private static final int SEEDS = 10;

    private PaperTaskBenchmark() {}

    public static void main(String[] arguments) {
        Output output = arguments.length > 0 ? Output.valueOf(arguments[0]) : Output.SIGMOID;
        for (int q : new int[] {50, 100, 200, 500, 1000}) {
            measure("2c p = q = " + q, PaperTask.noisyGap(q, q), longMemory(q + 10, output));
        }
        measure("2a p = 100", PaperTask.fixedGap(100), preset("paper2a"));
        measure("2b p = 100", PaperTask.randomGap(100), preset("paper2b"));
    }

    private static Hyperparameters longMemory(int span, Output output) {
        return Hyperparameters.reference()
                .withHiddenUnits(4)
                .withOutput(output)
                .withLearningRate(0.01)
                .withEpochs(1_000)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withLossWeighting(LossWeighting.LAST_STEP)
                .withClipping(new Clipping(1))
                .withGateBias(GateBias.REFERENCE.withChronoSpan(span));
    }

    private static Hyperparameters preset(String key) {
        return Presets.named(key).hyperparameters();
    }

    static void measure(String name, PaperTask source, Hyperparameters hyperparameters) {
        long[] trained = new long[SEEDS];
        double[] seconds = new double[SEEDS];
        int solved = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Experiment experiment =
                    new Experiment(Task.drawn(source), hyperparameters.withSeed(seed), EngineName.KERNEL);
            long start = System.nanoTime();
            try (Training training = new Training(experiment, new KernelEngine())) {
                while (!training.isFinished()) {
                    training.advance();
                }
                Criterion criterion = training.snapshot().criterion().orElseThrow();
                solved += criterion.isSolved() ? 1 : 0;
                trained[seed - 1] = criterion.trained();
            }
            seconds[seed - 1] = (System.nanoTime() - start) / 1e9;
        }
        long[] sorted = trained.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-18s solved %2d of %d; sequences %s, median %d; seconds %s%n",
                name,
                solved,
                SEEDS,
                Arrays.toString(trained),
                sorted[SEEDS / 2],
                Arrays.toString(Arrays.stream(seconds)
                        .map(s -> Math.round(s * 10) / 10.0)
                        .toArray()));
    }
}
