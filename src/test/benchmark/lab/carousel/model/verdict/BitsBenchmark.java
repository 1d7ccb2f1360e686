package lab.carousel.model.verdict;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Memory;
import lab.carousel.training.Training;

/**
 * What bits cost: an evaluation of listed sequences with them, and the same without, in processor time of the thread, by
 * turns.
 *
 * <pre>
 *   mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *       -Dexec.mainClass=lab.carousel.model.verdict.BitsBenchmark -Dexec.args="20x500/50 20"
 * </pre>
 */
public final class BitsBenchmark {

    private static final Pattern RANDOM_TASK = Pattern.compile("(\\d+)x(\\d+)/(\\d+)");
    private static final int ROUNDS = 60;
    private static final long LEAST_NANOS = 60_000_000;

    private BitsBenchmark() {}

    /**
     * Prints a line for each pair of rounds.
     *
     * @param arguments an experiment file, {@code reference}, or so many random sequences of so many symbols over an
     *                  alphabet of so many, such as {@code 20x500/50}; and for how many epochs its network is trained
     *                  before; more pairs of these
     */
    public static void main(String[] arguments) {
        for (int at = 0; at < arguments.length; at += 2) {
            Experiment file = experiment(arguments[at]);
            int epochs = Integer.parseInt(arguments[at + 1]);
            measure(
                    arguments[at],
                    new Experiment(file.task(), file.hyperparameters().with(Settings.EPOCHS, epochs), file.engine()));
        }
    }

    private static Experiment experiment(String name) {
        if (name.equals("reference")) {
            return Experiment.reference();
        }
        Matcher random = RANDOM_TASK.matcher(name);
        if (!random.matches()) {
            return ExperimentFile.read(Path.of(name));
        }
        int sequences = Integer.parseInt(random.group(1));
        int length = Integer.parseInt(random.group(2));
        int symbols = Integer.parseInt(random.group(3));
        SplittableRandom source = new SplittableRandom(1);
        String alphabet =
                IntStream.range(0, symbols).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String[] drawn = Stream.generate(() -> source.ints(length, 0, symbols)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" ")))
                .limit(sequences)
                .toArray(String[]::new);
        Experiment reference = Experiment.reference();
        return new Experiment(Task.parse(alphabet, drawn), reference.hyperparameters(), reference.engine());
    }

    private static void measure(String name, Experiment experiment) {
        Parameters parameters;
        try (Training training = Training.endOnly(experiment, Engines.named(experiment.engine()))) {
            while (!training.isFinished()) {
                training.advance();
            }
            parameters = training.snapshot().parameters();
        }
        Evaluator evaluator = new Evaluator(experiment);
        Runnable with = () -> evaluator.evaluate(parameters);
        Runnable without = without(experiment, evaluator.memory(), parameters);
        double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.min(best[0], microseconds(without));
            best[1] = Math.min(best[1], microseconds(with));
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s %6d epochs: without %10.2f us, with bits %10.2f us: %5.1f %%%n",
                name,
                experiment.hyperparameters().get(Settings.EPOCHS),
                best[0],
                best[1],
                100 * (best[1] / best[0] - 1));
    }

    private static Runnable without(Experiment experiment, Memory memory, Parameters parameters) {
        Steps[] sequences = experiment.encoded();
        int[] order = IntStream.range(0, sequences.length).toArray();
        return () -> {
            EpochTotals totals = new EpochTotals(sequences.length);
            ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
            pass.feedEpoch(sequences, order, (s, t, state) -> {
                if (sequences[s].isScored(t)) {
                    StepAnswer answer = pass.answer(state, sequences[s].target(t));
                    totals.add(s, answer.loss(), answer, memory.isDeciding(s, t), memory.isUnknowable(s, t));
                }
            });
            totals.evaluation(sequences.length, Judgement.NONE, LossSample.NONE);
        };
    }

    private static double microseconds(Runnable action) {
        long start = now();
        int times = 0;
        long taken;
        do {
            action.run();
            times++;
            taken = now() - start;
        } while (taken < LEAST_NANOS);
        return taken / 1e3 / times;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
