package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
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
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;

/** The separation, and what is lowest of several orders, word by word from the definitions, by looking at all pairs of steps. */
class SeparationTest {

    private static final int TASKS = Sample.tenth(2_000);
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

    /** The worst pair of a fork: how the untrained network separates it, too. */
    private record Found(
            List<List<Integer>> after,
            Set<Integer> targets,
            Verdict verdict,
            double bits,
            double separation,
            double before,
            List<Found> like) {

        /** Whether only rounding tells which of the two is worse. */
        boolean isAsBadAs(Found other) {
            return verdict == other.verdict && Math.abs(bits - other.bits) < EXACT;
        }

        boolean isSeparated(double so) {
            return like.stream().anyMatch(one -> Math.abs(one.separation - so) < EXACT);
        }

        /** Whether this pair, or one that is as bad, was before as it says. */
        boolean was(double separationBefore) {
            return like.stream().anyMatch(one -> Math.abs(one.before - separationBefore) < EXACT);
        }

        static Comparator<Found> worstFirst() {
            List<Verdict> ranks = List.of(Verdict.NOT_YET, Verdict.A_TRACE, Verdict.REMEMBERS);
            return Comparator.<Found>comparingInt(found -> ranks.indexOf(found.verdict))
                    .thenComparingDouble(found -> found.bits);
        }
    }

    @Test
    void isThatOfTheWorstPairAmongAllStepsOfTheEpoch() {
        int compared = 0;
        int ofOrders = 0;
        for (int index = 0; index < TASKS; index++) {
            Experiment experiment = experiment(RandomTask.draw(random), random);
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            Memory memory = experiment.memory();
            Evaluation evaluation = Evaluation.of(experiment, parameters);
            List<List<Found>> byOrder = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            List<List<Integer>> orders = new ArrayList<>();
            memory.epochs().forEach(epoch -> {
                List<Fed> fed = feed(experiment, parameters, epoch.order());
                byOrder.add(forks(experiment, epoch.order(), fed));
                orders.add(Arrays.stream(epoch.order()).boxed().toList());
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
            assertThat(worst)
                    .as("%s", experiment)
                    .anyMatch(found -> Math.abs(found.separation - evaluation.separation()) < EXACT
                            && found.was(evaluation.separationBefore()));
            assertForks(experiment, parameters, byOrder);
            if (right.size() > 1) {
                assertThat(orders)
                        .as("the listed order is the first of twenty")
                        .hasSize(20)
                        .startsWith(
                                IntStream.range(0, orders.get(0).size()).boxed().toList());
                ofOrders++;
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(TASKS / 4);
        assertThat(ofOrders).isGreaterThan(TASKS / 40);
    }

    /** Each fork with the targets that it has in any order, and what is lowest in any. */
    private static void assertForks(Experiment experiment, Parameters parameters, List<List<Found>> byOrder) {
        Evaluator evaluator = new Evaluator(experiment);
        ForkFindings found = evaluator.fed(parameters).findings();
        Map<List<List<Integer>>, List<Found>> expected =
                byOrder.stream().flatMap(List::stream).collect(Collectors.groupingBy(Found::after));
        assertThat(found.size()).isEqualTo(expected.size());
        List<Integer> left = IntStream.range(0, found.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        for (List<Found> fork : expected.values()) {
            Set<Integer> targets =
                    fork.stream().flatMap(one -> one.targets.stream()).collect(Collectors.toSet());
            double bits = least(fork.stream().mapToDouble(Found::bits));
            Verdict verdict = fork.stream().min(Found.worstFirst()).orElseThrow().verdict;
            Optional<Integer> same = left.stream()
                    .filter(number -> evaluator.memory().fork(number, 9).targets().stream()
                                    .map(Target::index)
                                    .collect(Collectors.toSet())
                                    .equals(targets)
                            && found.verdict(number) == verdict
                            && Math.abs(found.bits(number) - bits) < EXACT
                            && fork.stream().anyMatch(one -> one.isSeparated(found.separation(number)))
                            && fork.stream().anyMatch(one -> one.was(found.separationBefore(number))))
                    .findFirst();
            assertThat(same).as("%s %s", experiment, fork).isPresent();
            left.remove(same.orElseThrow());
        }
    }

    private static double least(DoubleStream values) {
        return values.min().orElseThrow();
    }

    /** That task with a network drawn at random. */
    static Experiment experiment(RandomTask drawn, SplittableRandom random) {
        Task task = drawn.task();
        int slots = Math.min(
                drawn.feeding().slots(),
                task.supply().longestSteps() - drawn.feeding().lag() + 1);
        ResetPolicy resets =
                switch (drawn.feeding().carry()) {
                    case STEP -> ResetPolicy.EVERY_STEP;
                    case SEQUENCE -> ResetPolicy.AFTER_SEQUENCE;
                    case EPOCH -> ResetPolicy.AFTER_EPOCH;
                    case FOREVER -> ResetPolicy.NEVER;
                };
        List<Cell> cells = Cell.all();
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.CELL, cells.get(random.nextInt(cells.size())))
                .with(Settings.HIDDEN_UNITS, 1 + random.nextInt(4))
                .with(Settings.LAYERS, 1 + random.nextInt(2))
                .with(Settings.OUTPUT, Output.all().get(random.nextInt(2)))
                .with(Settings.LAG, drawn.feeding().lag())
                .with(Settings.BATCH_SIZE, slots)
                .with(Settings.RESET_POLICY, resets)
                .with(Settings.ORDER, Order.values()[random.nextInt(2)])
                .with(
                        Settings.LOSS_WEIGHTING,
                        drawn.scored().lastOnly() ? LossWeighting.LAST_STEP : LossWeighting.ALL_STEPS);
        return new Experiment(task, values, EngineName.KERNEL);
    }

    private static List<Fed> feed(Experiment experiment, Parameters parameters, int[] order) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        Steps[] sequences = experiment.task().encoded();
        ResetPolicy resets = experiment.hyperparameters().get(Settings.RESET_POLICY);
        List<Fed> fed = new ArrayList<>();
        pass.reset();
        for (int epoch = 0; epoch < (resets == ResetPolicy.NEVER ? 4 : 1); epoch++) {
            fed.clear();
            for (int s : order) {
                if (resets == ResetPolicy.AFTER_SEQUENCE) {
                    pass.reset();
                }
                for (int t = experiment.hyperparameters().get(Settings.LAG) - 1; t < sequences[s].size(); t++) {
                    NetworkState state = pass.step(sequences[s], t);
                    double[] z = new double[parameters.layout().outputs()];
                    Network.outputNetInputs(parameters, state, z);
                    fed.add(new Fed(s, t, sequences[s].target(t).index(), z, numbers(experiment, state)));
                }
            }
        }
        return fed;
    }

    private static List<Fed> scored(Experiment experiment, List<Fed> fed) {
        return fed.stream()
                .filter(each -> experiment.encoded()[each.s].isScored(each.t))
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
        BruteForce brute =
                new BruteForce(experiment.task().indices(), order, experiment.feeding(), experiment.scoredSteps());
        List<Fed> untrained = feed(experiment, InitialParameters.of(experiment), order);
        List<Found> found = new ArrayList<>();
        brute.forks().forEach((after, fork) -> {
            List<Found> pairs = new ArrayList<>();
            Set<Integer> targets = new HashSet<>();
            for (BruteForce.Pair pair : fork) {
                Fed one = at(fed, pair.one());
                Fed other = at(fed, pair.other());
                double d = one.z[one.target] - one.z[other.target];
                double otherD = other.z[other.target] - other.z[one.target];
                double bits = 1 - Math.log((1 + Math.exp(-d)) * (1 + Math.exp(-otherD))) / Math.log(2) / 2;
                boolean isWrong = !one.isAboveAllOthers() || !other.isAboveAllOthers();
                Verdict verdict = isWrong ? Verdict.NOT_YET : bits < 0.1 ? Verdict.A_TRACE : Verdict.REMEMBERS;
                pairs.add(new Found(
                        after,
                        targets,
                        verdict,
                        bits,
                        separation(fed, pair),
                        separation(untrained, pair),
                        new ArrayList<>()));
                targets.addAll(List.of(one.target, other.target));
            }
            Found worst = pairs.stream().min(Found.worstFirst()).orElseThrow();
            pairs.stream().filter(worst::isAsBadAs).forEach(worst.like::add);
            found.add(worst);
        });
        return found;
    }

    private static double separation(List<Fed> fed, BruteForce.Pair pair) {
        double distance = distance(at(fed, pair.one()).state, at(fed, pair.other()).state);
        return distance == 0
                ? 0
                : distance / typical(fed.stream().map(Fed::state).toList());
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
        findings.addPair(
                0, new ForkFindings.Side(Target.of(3), 2, 3), new ForkFindings.Side(Target.of(4), 1, 1), false);
        findings.addPair(
                0, new ForkFindings.Side(Target.of(3), 1, 2), new ForkFindings.Side(Target.of(4), 2, 1), false);
        findings.addPair(
                0, new ForkFindings.Side(Target.of(3), 1, 3), new ForkFindings.Side(Target.of(4), 2, 2), false);
        findings.separate(states, states);
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
