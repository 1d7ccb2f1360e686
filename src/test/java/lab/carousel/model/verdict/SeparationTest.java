package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Network;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Task;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;

/** The separation, and what is lowest of several orders, word by word from the definitions, by looking at all pairs of steps. */
class SeparationTest {

    private static final int TASKS = 2_000;
    private static final double EXACT = 1e-9;

    private final SplittableRandom random = new SplittableRandom(11);

    /** A step at which the network predicts: its net inputs, and its state. */
    private record Fed(int s, int t, int target, double[] z, double[] state) {

        boolean isRight() {
            return Output.argmax(z) == target;
        }

        boolean isAboveAllOthers() {
            return IntStream.range(0, z.length).allMatch(k -> k == target || z[k] < z[target]);
        }
    }

    private record Found(Verdict verdict, double bits, double separation) {

        static Comparator<Found> worstFirst() {
            List<Verdict> ranks = List.of(Verdict.NOT_YET, Verdict.TRACE, Verdict.REMEMBERS);
            return Comparator.<Found>comparingInt(found -> ranks.indexOf(found.verdict))
                    .thenComparingDouble(found -> found.bits);
        }
    }

    @Test
    void isThatOfTheWorstPairAmongAllStepsOfTheEpoch() {
        int compared = 0;
        int ofOrders = 0;
        for (int index = 0; index < TASKS; index++) {
            Experiment experiment = experiment(RandomTask.draw(random));
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            Memory memory = experiment.memory();
            Evaluation evaluation = Evaluation.of(experiment, parameters);
            List<List<Found>> byOrder = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            memory.epochs().forEach(epoch -> {
                List<Fed> fed = feed(experiment, parameters, epoch.order());
                byOrder.add(forks(experiment, epoch.order(), fed));
                right.add((int)
                        scored(experiment, fed).stream().filter(Fed::isRight).count());
            });

            List<Found> worst = byOrder.stream()
                    .filter(forks -> !forks.isEmpty())
                    .map(forks -> forks.stream().min(Found.worstFirst()).orElseThrow())
                    .toList();
            assertThat(evaluation.right())
                    .as("%s", experiment)
                    .isEqualTo(right.stream().reduce(Math::min).orElseThrow());
            assertThat(evaluation.rightByOrder()).isEqualTo(right.size() == 1 ? List.of() : right);
            if (worst.isEmpty()) {
                assertThat(evaluation.separation()).isNaN();
                continue;
            }
            assertThat(evaluation.verdict())
                    .as("%s", experiment)
                    .isEqualTo(worst.stream().min(Found.worstFirst()).orElseThrow().verdict);
            assertThat(evaluation.judgement().bits())
                    .isEqualTo(least(worst.stream().mapToDouble(Found::bits)), within(EXACT));
            assertThat(evaluation.separation())
                    .as("%s", experiment)
                    .isEqualTo(least(worst.stream().mapToDouble(Found::separation)), within(EXACT));
            if (right.size() == 1) {
                assertForks(
                        new Evaluator(experiment).findings(parameters), worst.isEmpty() ? List.of() : byOrder.get(0));
            } else {
                ofOrders++;
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(TASKS / 4);
        assertThat(ofOrders).isGreaterThan(TASKS / 40);
    }

    private static void assertForks(ForkFindings found, List<Found> expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        List<List<Double>> rows = IntStream.range(0, found.size())
                .mapToObj(fork -> List.of(found.bits(fork), found.separation(fork)))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Found fork : expected) {
            assertThat(rows).anySatisfy(row -> {
                assertThat(row.get(0)).isEqualTo(fork.bits, within(EXACT));
                assertThat(row.get(1)).isEqualTo(fork.separation, within(EXACT));
            });
        }
    }

    private static double least(DoubleStream values) {
        return values.min().orElseThrow();
    }

    private Experiment experiment(RandomTask drawn) {
        String[] sequences = Arrays.stream(drawn.sequences())
                .map(each -> Arrays.stream(each).mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        Task task = Task.parse("0 1 2 3", sequences);
        int slots = Math.min(
                drawn.feeding().slots(), task.longestSteps() - drawn.feeding().lag() + 1);
        ResetPolicy resets =
                switch (drawn.feeding().carry()) {
                    case STEP -> ResetPolicy.EVERY_STEP;
                    case SEQUENCE -> ResetPolicy.AFTER_SEQUENCE;
                    case EPOCH -> ResetPolicy.AFTER_EPOCH;
                    case FOREVER -> ResetPolicy.NEVER;
                };
        Cell[] cells = Cell.values();
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.CELL, cells[random.nextInt(cells.length)])
                .with(Settings.HIDDEN_UNITS, 1 + random.nextInt(4))
                .with(Settings.LAYERS, 1 + random.nextInt(2))
                .with(Settings.OUTPUT, Output.values()[random.nextInt(2)])
                .with(Settings.LAG, drawn.feeding().lag())
                .with(Settings.BATCH_SIZE, slots)
                .with(Settings.RESET_POLICY, resets)
                .with(Settings.ORDER, Order.values()[random.nextInt(2)])
                .with(
                        Settings.LOSS_WEIGHTING,
                        drawn.feeding().scored().lastOnly() ? LossWeighting.LAST_STEP : LossWeighting.ALL_STEPS);
        return new Experiment(task, values, EngineName.KERNEL);
    }

    private static List<Fed> feed(Experiment experiment, Parameters parameters, int[] order) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        int[][] sequences = experiment.task().encoded();
        ResetPolicy resets = experiment.hyperparameters().get(Settings.RESET_POLICY);
        List<Fed> fed = new ArrayList<>();
        pass.reset();
        for (int epoch = 0; epoch < (resets == ResetPolicy.NEVER ? 4 : 1); epoch++) {
            fed.clear();
            for (int s : order) {
                if (resets == ResetPolicy.AFTER_SEQUENCE) {
                    pass.reset();
                }
                for (int t = experiment.hyperparameters().get(Settings.LAG) - 1; t < sequences[s].length - 1; t++) {
                    NetworkState state = pass.step(sequences[s], t);
                    double[] z = new double[parameters.layout().outputs()];
                    Network.outputNetInputs(parameters, state, z);
                    fed.add(new Fed(s, t, sequences[s][t + 1], z, numbers(experiment, state)));
                }
            }
        }
        return fed;
    }

    private static List<Fed> scored(Experiment experiment, List<Fed> fed) {
        return fed.stream()
                .filter(each -> experiment
                        .scoredSteps()
                        .include(each.t, experiment.task().encoded(each.s).length - 1))
                .toList();
    }

    /** What a network carries: h and, where there is one, c, of all layers. */
    static double[] numbers(Experiment experiment, NetworkState state) {
        Cell cell = experiment.hyperparameters().get(Settings.CELL);
        return DoubleStream.concat(
                        Arrays.stream(state.h), cell.hasCellState() ? Arrays.stream(state.c) : DoubleStream.empty())
                .toArray();
    }

    private static List<Found> forks(Experiment experiment, int[] order, List<Fed> fed) {
        BruteForce brute = new BruteForce(experiment.task().encoded(), order, experiment.feeding());
        double typical = typical(fed.stream().map(Fed::state).toList());
        List<Found> found = new ArrayList<>();
        for (List<BruteForce.Pair> fork : brute.forks().values()) {
            double least = Double.POSITIVE_INFINITY;
            double separation = Double.NaN;
            boolean isWrong = false;
            for (BruteForce.Pair pair : fork) {
                Fed one = at(fed, pair.one());
                Fed other = at(fed, pair.other());
                double d = one.z[one.target] - one.z[other.target];
                double otherD = other.z[other.target] - other.z[one.target];
                double bits = 1 - Math.log((1 + Math.exp(-d)) * (1 + Math.exp(-otherD))) / Math.log(2) / 2;
                isWrong |= !one.isAboveAllOthers() || !other.isAboveAllOthers();
                if (bits < least) {
                    least = bits;
                    double distance = distance(one.state, other.state);
                    separation = distance == 0 ? 0 : distance / typical;
                }
            }
            Verdict verdict = isWrong ? Verdict.NOT_YET : least < 0.1 ? Verdict.TRACE : Verdict.REMEMBERS;
            found.add(new Found(verdict, least, separation));
        }
        return found;
    }

    private static Fed at(List<Fed> fed, BruteForce.Seen seen) {
        return fed.stream()
                .filter(each -> each.s == seen.sequence() && each.t == seen.step())
                .findFirst()
                .orElseThrow();
    }

    static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(number -> (one[number] - other[number]) * (one[number] - other[number]))
                .sum());
    }

    /** The root of the mean squared distance between two different steps. */
    private static double typical(List<double[]> states) {
        double sum = 0;
        for (double[] one : states) {
            for (double[] other : states) {
                sum += Math.pow(distance(one, other), 2);
            }
        }
        return Math.sqrt(sum / states.size() / (states.size() - 1));
    }

    @Test
    void ofEquallyBadPairsItIsThatOfTheFirstInTheOrderFed() {
        ForkFindings findings = new ForkFindings(1);
        StepStates states = new StepStates(Experiment.reference().layout());
        states.start(4);
        for (double cell : new double[] {0, 1, 3, 7}) {
            NetworkState state = new NetworkState(Experiment.reference().layout());
            state.c[2] = cell;
            states.add(state);
            states.keep(state);
        }
        findings.addPair(0, new ForkFindings.Side(3, 2, 3), new ForkFindings.Side(4, 1, 1));
        findings.addPair(0, new ForkFindings.Side(3, 1, 2), new ForkFindings.Side(4, 2, 1));
        findings.addPair(0, new ForkFindings.Side(3, 1, 3), new ForkFindings.Side(4, 2, 2));
        findings.separate(states);
        // 1 and 3 are 2 apart; two of 0, 1, 3, 7 are so many in the mean square
        assertThat(findings.separation(0)).isEqualTo(2 / Math.sqrt((1 + 9 + 49 + 4 + 36 + 16) / 6.0), within(1e-15));
    }

    @Test
    void isZeroWhereAllStatesAreEqualAndNoneWhereThereAreTooManyNumbers() {
        Experiment reference = Experiment.reference();
        Parameters zero =
                Parameters.of(reference.layout(), new double[reference.layout().size()]);
        assertThat(Evaluation.of(reference, zero).separation()).isZero();
        StepStates states = new StepStates(reference.layout());
        states.start(StepStates.MOST / 40 + 1);
        states.add(new NetworkState(reference.layout()));
        assertThat(states.separation(1)).isNaN();
    }

    @Test
    void theTutorialTakesAwayWhatARandomNetworkEchoes() {
        for (long seed = 1; seed <= 5; seed++) {
            Experiment experiment =
                    Experiment.reference().with(Hyperparameters.reference().with(Settings.SEED, seed));
            try (Training training = new Training(experiment, new KernelEngine())) {
                assertThat(training.evaluation().separation()).isBetween(0.3, 0.6);
                while (!training.isFinished()) {
                    training.advance();
                }
                assertThat(training.evaluation().separation()).isBetween(0.005, 0.1);
            }
        }
    }
}
