package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

/** Where every symbol that may follow counts: all that is told, word by word from the definitions. */
class SetsTest {

    private static final int TASKS = Sample.tenth(3_000);
    private static final int K = 4;
    private static final double EXACT = 1e-9;

    private final SplittableRandom random = new SplittableRandom(17);

    /** An answered step: what may follow, and the net inputs. */
    private record Answered(Set<Integer> legal, double[] z) {

        double y(int k) {
            return 1 / (1 + Math.exp(-z[k]));
        }

        double loss() {
            return IntStream.range(0, K)
                    .mapToDouble(k -> -Math.log(legal.contains(k) ? y(k) : 1 - y(k)))
                    .average()
                    .orElseThrow();
        }

        double margin() {
            double lowest = legal.stream().mapToDouble(this::y).min().orElseThrow();
            return lowest
                    - IntStream.range(0, K)
                            .filter(k -> !legal.contains(k))
                            .mapToDouble(this::y)
                            .max()
                            .orElse(Double.NEGATIVE_INFINITY);
        }

        boolean isRight() {
            return margin() > 0;
        }
    }

    /** The bits of a pair: at the worst symbol that may follow one of the two alone. */
    private static double bits(Answered one, Answered other) {
        return IntStream.range(0, K)
                .filter(k -> one.legal.contains(k) != other.legal.contains(k))
                .mapToDouble(k -> one.legal.contains(k) ? bits(one.z[k], other.z[k]) : bits(other.z[k], one.z[k]))
                .min()
                .orElseThrow();
    }

    private static double bits(double legal, double not) {
        return 1 - Math.log((1 + Math.exp(-legal)) * (1 + Math.exp(not))) / Math.log(2) / 2;
    }

    private record Told(Verdict verdict, double bits) {

        static Told of(Answered one, Answered other) {
            double bits = SetsTest.bits(one, other);
            Verdict right = bits >= 0.1 ? Verdict.REMEMBERS : Verdict.A_TRACE;
            return new Told(one.isRight() && other.isRight() && bits > 0 ? right : Verdict.NOT_YET, bits);
        }

        static Told worst(List<Told> all) {
            List<Verdict> ranks = List.of(Verdict.NOT_YET, Verdict.A_TRACE, Verdict.REMEMBERS);
            return Collections.min(
                    all,
                    Comparator.<Told>comparingInt(told -> ranks.indexOf(told.verdict))
                            .thenComparingDouble(Told::bits));
        }
    }

    private static Set<Integer> legal(int[][] sequences, int s, int t) {
        Set<Integer> found = new HashSet<>();
        for (int[] other : sequences) {
            if (other.length > t + 1 && Arrays.equals(other, 0, t + 1, sequences[s], 0, t + 1)) {
                found.add(other[t + 1]);
            }
        }
        return found;
    }

    private Experiment experiment() {
        RandomTask drawn = RandomTask.draw(random);
        Experiment base = SeparationTest.experiment(drawn, random);
        Hyperparameters settings =
                base.hyperparameters().with(Settings.OUTPUT, Output.SIGMOID).with(Settings.ORDER, Order.AS_LISTED);
        return new Experiment(base.task().withSets(true), settings, EngineName.KERNEL);
    }

    /** The scored steps of the listed order, by sequence and step. */
    private static Map<List<Integer>, Answered> answered(Experiment experiment, Parameters parameters) {
        int[][] symbols = experiment.task().indices();
        Steps[] fed = Arrays.stream(symbols).map(Steps::of).toArray(Steps[]::new);
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        ResetPolicy resets = experiment.hyperparameters().get(Settings.RESET_POLICY);
        Map<List<Integer>, Answered> found = new HashMap<>();
        for (int epoch = 0; epoch < (resets == ResetPolicy.NEVER ? 4 : 1); epoch++) {
            for (int s = 0; s < fed.length; s++) {
                if (resets == ResetPolicy.AFTER_SEQUENCE) {
                    pass.reset();
                }
                for (int t = experiment.hyperparameters().get(Settings.LAG) - 1; t < fed[s].size(); t++) {
                    NetworkState state = pass.step(fed[s], t);
                    double[] z = new double[K];
                    Network.outputNetInputs(parameters, state, z);
                    if (experiment.scoredSteps().include(t, fed[s].size())) {
                        found.put(List.of(s, t), new Answered(legal(symbols, s, t), z));
                    }
                }
            }
        }
        return found;
    }

    private static BruteForce brute(Experiment experiment) {
        int[][] symbols = experiment.task().indices();
        int[] listed = IntStream.range(0, symbols.length).toArray();
        return new BruteForce(symbols, listed, experiment.feeding(), experiment.scoredSteps(), true);
    }

    @Test
    void allThatIsToldOfRandomTasksIsAsTheDefinitionsSay() {
        int pairs = 0;
        for (int index = 0; index < TASKS; index++) {
            Experiment experiment = experiment();
            Parameters parameters = RandomParameters.of(experiment.layout(), index);
            Map<List<Integer>, Answered> steps = answered(experiment, parameters);
            BruteForce brute = brute(experiment);
            Evaluation found = Evaluation.of(experiment, parameters);
            assertThat(found.steps()).isEqualTo(steps.size());
            assertThat(found.loss())
                    .as("%s", experiment)
                    .isEqualTo(
                            steps.values().stream()
                                    .mapToDouble(Answered::loss)
                                    .average()
                                    .orElseThrow(),
                            within(EXACT));
            assertThat(found.right()).as("%s", experiment).isEqualTo((int)
                    steps.values().stream().filter(Answered::isRight).count());
            assertMemory(experiment, brute);
            assertThat(found.judgement().outside().unknowable()).isEqualTo(brute.unknowable.size());
            assertThat(found.judgement().outside().best()).as("%s", experiment).isEqualTo(brute.best());
            List<Told> forks = brute.forks().values().stream()
                    .map(fork -> Told.worst(fork.stream()
                            .map(pair -> Told.of(at(steps, pair.one()), at(steps, pair.other())))
                            .toList()))
                    .toList();
            if (forks.isEmpty()) {
                assertThat(found.verdict())
                        .isEqualTo(brute.unknowable.isEmpty() ? Verdict.NEEDS_NO_MEMORY : Verdict.CANNOT_BE_KNOWN);
                continue;
            }
            Told worst = Told.worst(forks);
            assertThat(found.verdict()).as("%s", experiment).isEqualTo(worst.verdict);
            assertThat(found.judgement().bits()).as("%s", experiment).isEqualTo(worst.bits, within(EXACT));
            assertThat(found.margin())
                    .isEqualTo(
                            brute.pairs.stream()
                                    .mapToDouble(pair -> Math.min(
                                            at(steps, pair.one()).margin(),
                                            at(steps, pair.other()).margin()))
                                    .min()
                                    .orElseThrow(),
                            within(EXACT));
            pairs += brute.pairs.size();
        }
        assertThat(pairs).isGreaterThan(TASKS);
    }

    /** Networks that are right at most steps, by more or by less. */
    @Test
    void theWorstPairOfEachForkIsTheWorstOfAllPairs() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int index = 0; index < TASKS; index++) {
            RandomTask drawn = RandomTask.draw(random);
            Steps[] sequences = drawn.scored().of(drawn.task().withSets(true).encoded());
            Memory memory = Memory.of(sequences, drawn.feeding(), List.of(drawn.order()));
            BruteForce brute = new BruteForce(drawn.sequences(), drawn.order(), drawn.feeding(), drawn.scored(), true);
            Map<List<Integer>, Answered> steps = new HashMap<>();
            Map<List<Integer>, double[]> netInputs = new HashMap<>();
            for (BruteForce.Seen step : brute.steps()) {
                double[] z = netInputs(step.legal());
                steps.put(List.of(step.sequence(), step.step()), new Answered(step.legal(), z));
                netInputs.put(List.of(step.sequence(), step.step()), z);
            }
            ForkFindings found = ForkFindingsTest.findings(memory, sequences, netInputs);
            assertThat(found.size()).isEqualTo(brute.forks().size());
            List<Told> expected = brute.forks().values().stream()
                    .map(fork -> Told.worst(fork.stream()
                            .map(pair -> Told.of(at(steps, pair.one()), at(steps, pair.other())))
                            .toList()))
                    .toList();
            for (int fork = 0; fork < found.size(); fork++) {
                int number = fork;
                assertThat(expected).as("%s", drawn).anySatisfy(one -> {
                    assertThat(found.bits(number)).isEqualTo(one.bits, within(1e-12));
                    assertThat(found.verdict(number)).isEqualTo(one.verdict);
                });
                seen.merge(found.verdict(number), 1, Integer::sum);
            }
        }
        assertThat(seen).containsOnlyKeys(Verdict.NOT_YET, Verdict.A_TRACE, Verdict.REMEMBERS);
        assertThat(seen.values()).allMatch(often -> often > Sample.tenth(100));
    }

    private double[] netInputs(Set<Integer> legal) {
        double wrong = random.nextInt(4) == 0 ? 0.5 : 0;
        double size = random.nextBoolean() ? 0.4 : 3;
        return IntStream.range(0, K)
                .mapToDouble(k -> (random.nextDouble(size) - wrong) * (legal.contains(k) ? 1 : -1))
                .toArray();
    }

    private static Answered at(Map<List<Integer>, Answered> steps, BruteForce.Seen seen) {
        return steps.get(List.of(seen.sequence(), seen.step()));
    }

    /** What the task left open is knowable: what is not is the set-up's. */
    private static void assertMemory(Experiment experiment, BruteForce brute) {
        Memory memory = experiment.memory();
        assertThat(memory.forks()).as("%s", experiment).isEqualTo(brute.forks().size());
        Set<List<Integer>> unknowable = new HashSet<>();
        memory.unknowable().forEach(step -> unknowable.add(List.of(step.sequence(), step.step())));
        assertThat(unknowable).as("%s", experiment).isEqualTo(brute.unknowable);
        assertThat(memory.unknowable()).noneMatch(step -> step.reason() == UnknowableReason.TASK);
        assertThat(memory.forks() == 0 ? 0 : memory.depth(memory.deepest()))
                .isEqualTo(brute.forks().values().stream()
                        .mapToInt(brute::depth)
                        .max()
                        .orElse(0));
        Set<Set<Integer>> targets = new HashSet<>();
        brute.pairs.forEach(
                pair -> targets.addAll(List.of(pair.one().legal(), pair.other().legal())));
        Set<Set<Integer>> found = new HashSet<>();
        for (int fork = 0; fork < memory.forks(); fork++) {
            memory.fork(fork, 1).targets().forEach(target -> found.add(set(target)));
        }
        assertThat(found).as("%s", experiment).isEqualTo(targets);
    }

    private static Set<Integer> set(Target target) {
        return new HashSet<>(Arrays.stream(target.symbols()).boxed().toList());
    }

    @Test
    void floorsAreTheEntropyOfLegalForEachOutput() {
        int below = 0;
        for (int index = 0; index < TASKS; index++) {
            Experiment experiment = experiment();
            int[][] symbols = experiment.task().indices();
            int seen = 1 + random.nextInt(4);
            Map<List<Integer>, List<Set<Integer>>> views = new HashMap<>();
            int steps = 0;
            for (int s = 0; s < symbols.length; s++) {
                for (int t = 0; t < symbols[s].length - 1; t++) {
                    if (experiment.scoredSteps().include(t, symbols[s].length - 1)) {
                        List<Integer> view = new ArrayList<>();
                        for (int back = 0; back < seen; back++) {
                            view.add(t < back ? -1 : symbols[s][t - back]);
                        }
                        views.computeIfAbsent(view, none -> new ArrayList<>()).add(legal(symbols, s, t));
                        steps++;
                    }
                }
            }
            double loss = 0;
            int right = 0;
            for (List<Set<Integer>> view : views.values()) {
                right += BruteForce.mostTogether(view, K);
                for (int k = 0; k < K; k++) {
                    int symbol = k;
                    double p = (double) view.stream()
                                    .filter(set -> set.contains(symbol))
                                    .count()
                            / view.size();
                    loss -= p == 0 || p == 1 ? 0 : view.size() * (p * Math.log(p) + (1 - p) * Math.log(1 - p)) / K;
                }
            }
            MemorylessFloor floor = experiment.task().judge().floor(seen, experiment.scoredSteps());
            assertThat(floor.sigmoid()).as("%s", experiment).isEqualTo(loss / steps, within(1e-12));
            assertThat(floor.recall()).as("%s", experiment).isEqualTo((double) right / steps, within(1e-12));
            double single = experiment
                    .task()
                    .withSets(false)
                    .judge()
                    .floor(seen, experiment.scoredSteps())
                    .sigmoid();
            below += floor.sigmoid() < single - EXACT ? 1 : 0;
        }
        assertThat(below).isGreaterThan(TASKS / 20);
    }

    @Test
    void whatTheTaskLeavesOpenBecomesKnowable() {
        Task task = Task.parse("a b c d", "a b c", "a b d", "b b a");
        Experiment single = new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL);
        Experiment sets = new Experiment(task.withSets(true), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(single.memory().unknowable()).hasSize(2);
        assertThat(sets.memory().unknowable()).isEmpty();
        Traces traces = Traces.of(sets, RandomParameters.of(sets.layout(), 1), ColumnWindow.START);
        assertThat(traces.step(1).target()).isEqualTo(Target.ofSet(IntStream.of(2, 3)));
        assertThat(task.alphabet().symbol(traces.step(1).target())).isEqualTo("c|d");
        assertThat(traces.predicted(1).size()).isEqualTo(2);
        assertThat(task.withSets(true).step(1, 2)).isEqualTo(traces.step(3));
    }

    @Test
    void whereEverySymbolIsLegalTheStepIsRight() {
        Task task = Task.parse("a b", "a a", "a b").withSets(true);
        Experiment experiment = new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL);
        Evaluation evaluation = Evaluation.of(experiment, RandomParameters.of(experiment.layout(), 1));
        assertThat(evaluation.right()).isEqualTo(2);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.NEEDS_NO_MEMORY);
        assertThat(experiment.memorylessFloor()).isZero();
    }

    @Test
    void softmaxAndDrawnTasksAreRefused() {
        Task task = Task.reference().withSets(true);
        Hyperparameters softmax = Hyperparameters.reference().with(Settings.OUTPUT, Output.SOFTMAX);
        assertThatThrownBy(() -> new Experiment(task, softmax, EngineName.KERNEL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sigmoid");
        assertThat(new Experiment(Task.reference(), softmax, EngineName.KERNEL)
                        .task()
                        .sets())
                .isFalse();
        Task drawn = Task.drawn(FixedGap.of(5));
        assertThatThrownBy(() -> drawn.withSets(true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sets");
    }
}
