package lab.carousel.study;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Plan;
import lab.carousel.study.summary.Quantiles;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;

/** The tables in the manual on what decides whether a network of the tutorial's task learns to remember. */
final class MemoryMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 400;
    private static final int[] READING = {0, 250, 500, 2_000, 5_000};
    private static final double READING_RATE = 0.1;

    private MemoryMeasurements() {}

    /**
     * Prints the tables.
     *
     * @param arguments how many seeds the first table has, as the ready-made studies draw them; 400 if it is left out
     */
    public static void main(String[] arguments) {
        int seeds = arguments.length == 0 ? SEEDS : Integer.parseInt(arguments[0]);
        Experiment tutorial = Experiment.reference();
        Task longer = Task.parse("x y a b c d", "x a b c d x", "y a b c d y");
        measureCuts(tutorial, seeds);
        measureCuts(new Experiment(longer, tutorial.hyperparameters(), tutorial.engine()), seeds / 4);
        measureDistances(tutorial, seeds / 2);
        measureDistances(tutorial.with(values -> values.with(Settings.OUTPUT, Output.SOFTMAX)), seeds / 2);
        measureReading(tutorial, 0, seeds * 5 / 2);
        measureReading(tutorial, tutorial.hyperparameters().get(Settings.EPOCHS), seeds * 5 / 2);
    }

    /** For each way to cut the steps of a sequence into updates, how many runs remember after 500 epochs. */
    private static void measureCuts(Experiment base, int seeds) {
        int steps = base.task().supply().longestSteps();
        for (int joined = 0; joined < 1 << (steps - 1); joined++) {
            List<Integer> updates = new ArrayList<>(List.of(1));
            for (int border = 0; border < steps - 1; border++) {
                if ((joined >> border & 1) == 0) {
                    updates.add(1);
                } else {
                    updates.set(updates.size() - 1, updates.get(updates.size() - 1) + 1);
                }
            }
            int remember = 0;
            for (Experiment experiment : seeded(base, seeds)) {
                Parameters trained = trained(experiment, InitialParameters.of(experiment), 500, updates);
                remember += remembers(evaluation(experiment, trained)) ? 1 : 0;
            }
            OUT.printf("steps of each update %s: %s remember%n", updates, VerdictMeasurements.share(remember, seeds));
        }
    }

    /** The two parts of the separation before and after training: the distance at the fork, and that of any two steps. */
    private static void measureDistances(Experiment base, int seeds) {
        double[][] found = new double[4][seeds];
        int run = 0;
        int remember = 0;
        for (Experiment experiment : seeded(base, seeds)) {
            Parameters initial = InitialParameters.of(experiment);
            Parameters trained = trained(experiment, initial, 250, List.of(1, 1, 1, 1));
            remember += remembers(evaluation(experiment, trained)) ? 1 : 0;
            for (int when = 0; when < 2; when++) {
                double[][] states = states(experiment, when == 0 ? initial : trained);
                int last = states.length / 2 - 1;
                found[2 * when][run] = Math.sqrt(squares(states[last], states[2 * last + 1]));
                found[2 * when + 1][run] = usualDistance(states);
            }
            run++;
        }
        OUT.printf(
                Locale.ROOT,
                "%s: distance at the fork %s, after 250 epochs %s; of two steps %s, after them %s; remember %s%n",
                base.hyperparameters().get(Settings.OUTPUT),
                quantiles(found[0]),
                quantiles(found[2]),
                quantiles(found[1]),
                quantiles(found[3]),
                VerdictMeasurements.share(remember, seeds));
    }

    /** How many networks remember after so many epochs in which only their output learns. */
    private static void measureReading(Experiment base, int epochsBefore, int seeds) {
        int[] remember = new int[READING.length];
        double[][] bits = new double[READING.length][seeds];
        int run = 0;
        for (Experiment experiment : seeded(base, seeds)) {
            List<Integer> updates = List.of(1, 1, 1, 1);
            Parameters network = trained(experiment, InitialParameters.of(experiment), epochsBefore, updates);
            for (int point = 0; point < READING.length; point++) {
                Hyperparameters reading = experiment
                        .hyperparameters()
                        .with(Settings.TRAINS, Settings.Trains.OUTPUT_ONLY)
                        .with(Settings.LEARNING_RATE, READING_RATE);
                Parameters read = trained(experiment.with(reading), network, READING[point], updates);
                Evaluation evaluation = evaluation(experiment, read);
                remember[point] += remembers(evaluation) ? 1 : 0;
                bits[point][run] = evaluation.judgement().bits();
            }
            run++;
        }
        for (int point = 0; point < READING.length; point++) {
            OUT.printf(
                    "after %d epochs, then %d of reading: %s remember, bits %s%n",
                    epochsBefore,
                    READING[point],
                    VerdictMeasurements.share(remember[point], seeds),
                    quantiles(bits[point]));
        }
    }

    /** The experiment with the seeds that a study of it has. */
    private static List<Experiment> seeded(Experiment experiment, int seeds) {
        Plan plan = Plan.of(ReadyMade.all().get(0).study().withSeeds(seeds));
        List<Experiment> all = new ArrayList<>();
        for (int run = 0; run < seeds; run++) {
            long seed = plan.run(run).seed();
            all.add(experiment.with(values -> values.with(Settings.SEED, seed)));
        }
        return all;
    }

    private static Parameters trained(Experiment experiment, Parameters start, int epochs, List<Integer> updates) {
        try (Trainer trainer = Engines.named(EngineName.KERNEL).start(experiment, start)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                for (Steps sequence : experiment.task().encoded()) {
                    int step = 0;
                    for (int times : updates) {
                        trainer.learn(sequence, step, times, 1);
                        step += times;
                    }
                    trainer.resetState();
                }
            }
            return trainer.parameters();
        }
    }

    private static Evaluation evaluation(Experiment experiment, Parameters parameters) {
        return new Evaluator(experiment).evaluate(parameters);
    }

    private static boolean remembers(Evaluation evaluation) {
        return evaluation.verdict() == Verdict.REMEMBERS;
    }

    /** h and c of each step, sequence after sequence. */
    private static double[][] states(Experiment experiment, Parameters parameters) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        List<double[]> states = new ArrayList<>();
        for (Steps sequence : experiment.task().encoded()) {
            pass.feed(
                    sequence,
                    (t, target, loss, outputs, state) ->
                            states.add(DoubleStream.concat(DoubleStream.of(state.h), DoubleStream.of(state.c))
                                    .toArray()));
        }
        return states.toArray(double[][]::new);
    }

    /** The root of the mean squared distance of two different steps. */
    private static double usualDistance(double[][] states) {
        double sum = 0;
        for (double[] one : states) {
            for (double[] other : states) {
                sum += squares(one, other);
            }
        }
        return Math.sqrt(sum / states.length / (states.length - 1));
    }

    private static double squares(double[] one, double[] other) {
        double sum = 0;
        for (int number = 0; number < one.length; number++) {
            sum += (one[number] - other[number]) * (one[number] - other[number]);
        }
        return sum;
    }

    private static String quantiles(double[] values) {
        Quantiles found = Quantiles.of(values);
        return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", found.median(), found.low(), found.high());
    }
}
