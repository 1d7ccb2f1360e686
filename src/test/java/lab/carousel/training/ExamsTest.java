package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exams of a kind's own sequences, and on the stream of training; fresh ones are in {@link SuccessCheckTest}. */
class ExamsTest {

    private static final double OPEN = NetworkBuilder.SATURATED;
    private static final double SHOWN = Math.tanh(1);

    private static DrawnTask task(String kind, int... values) {
        return DrawnTask.of(DrawnTasks.named(kind).kind(), values);
    }

    private static Experiment experiment(DrawnTask task, int units, Output output) {
        return new Experiment(
                Task.drawn(task),
                Hyperparameters.reference().with(Settings.HIDDEN_UNITS, units).with(Settings.OUTPUT, output),
                EngineName.KERNEL);
    }

    private static Criterion examine(SuccessCheck check, Parameters network, long trained) {
        check.look(network, trained);
        while (check.isUnderWay()) {
            check.advance();
        }
        return check.criterion().orElseThrow();
    }

    /** The last symbol is always the same, so that a network which says nothing else is right there. */
    @Test
    void aCriterionIsJudgedAtTheStepsThatItNamesWhateverTheLossCounts() {
        Experiment allSteps = experiment(task("reber"), 1, Output.SOFTMAX);
        Experiment lastStep =
                allSteps.with(allSteps.hyperparameters().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        DrawnTask source = (DrawnTask) allSteps.task().supply();
        Parameters alwaysE =
                new NetworkBuilder(allSteps.layout()).outputBias(6, 10).build();
        Steps last = lastStep.encoded()[0];
        assertThat(last.target(last.size() - 1).includes(6)).isTrue();
        for (Experiment each : List.of(allSteps, lastStep)) {
            Criterion judged = examine(new SuccessCheck(each), alwaysE, 10);
            assertThat(judged.isSolved()).isFalse();
            assertThat(judged.inARow()).isZero();
            assertThat(DrawnScores.of(each, alwaysE, 1).orElseThrow().fresh().share())
                    .isZero();
        }
    }

    /** x or y, then nine of - and !, and the first again. */
    private static final class Pool extends DrawnTask {

        private static final int PAUSE = 9;
        private static final int HALF = 20;

        Pool() {
            super("pool");
        }

        @Override
        public Alphabet alphabet() {
            return new Alphabet(List.of("x", "y", "-", "!"));
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public Steps draw(SplittableRandom random) {
            int answer = random.nextInt(2);
            int[] symbols = random.ints(PAUSE + 2, 2, 4).toArray();
            symbols[0] = answer;
            symbols[PAUSE + 1] = answer;
            return Steps.of(symbols);
        }

        @Override
        public int pool() {
            return HALF;
        }

        @Override
        public int shortestSteps() {
            return PAUSE + 1;
        }

        @Override
        public Optional<StoppingRule> stoppingRule() {
            return Optional.of(StoppingRule.own(2 * HALF));
        }

        @Override
        public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
            return new MemorylessFloor(symbolsSeen, Math.log(2), Math.log(2), 0.5);
        }
    }

    /** One unit that x sets to 1 and y to -1. Each ! adds a little, so that enough of them turn a y into an x. */
    private static Parameters keeper(Experiment experiment, double added) {
        return new NetworkBuilder(experiment.layout())
                .bias(Quantity.INPUT_GATE, 0, OPEN)
                .bias(Quantity.FORGET_GATE, 0, OPEN)
                .bias(Quantity.OUTPUT_GATE, 0, OPEN)
                .input(0, Quantity.CANDIDATE, 0, OPEN)
                .input(1, Quantity.CANDIDATE, 0, -OPEN)
                .input(3, Quantity.CANDIDATE, 0, added)
                .output(0, 0, 100)
                .output(0, 1, -100)
                .build();
    }

    /** Whether the unit of a y is on the side of x at the end; an x stays one. */
    private static boolean isForgotten(Steps steps, double added) {
        return steps.input(0) == 1 && marks(steps) * Math.tanh(added) > 1;
    }

    private static long marks(Steps steps) {
        return steps.input(0) == 0
                ? 0
                : Arrays.stream(steps.inputs()).filter(symbol -> symbol == 3).count();
    }

    private static List<Steps> pool(DrawnTask task, Experiment experiment) {
        return task.pool(RandomStreams.of(experiment.hyperparameters().get(Settings.SEED))
                .pool()
                .get());
    }

    /** Of a seed whose pool has one y alone with the most !, not among the first ten. */
    private static Experiment experimentOfPool(DrawnTask task) {
        for (long seed = 1; ; seed++) {
            long now = seed;
            Experiment experiment = experiment(task, 1, Output.SIGMOID).with(all -> all.with(Settings.SEED, now));
            List<Steps> pool = pool(task, experiment);
            long most = pool.stream().mapToLong(ExamsTest::marks).max().orElseThrow();
            int[] strings = IntStream.range(0, pool.size())
                    .filter(number -> marks(pool.get(number)) == most)
                    .toArray();
            if (strings.length == 1 && strings[0] >= 10) {
                return experiment;
            }
        }
    }

    /** What each ! has to add so that it turns the y with the most of them, and no other. */
    private static double enoughForOne(List<Steps> pool) {
        long most = pool.stream().mapToLong(ExamsTest::marks).max().orElseThrow();
        double share = 1 / (most - 0.5);
        return Math.log((1 + share) / (1 - share)) / 2;
    }

    @Test
    void oneStringOfThePoolThatFailsEndsTheExamAtItsNumber() {
        DrawnTask task = DrawnTask.of(new Pool());
        Experiment experiment = experimentOfPool(task);
        List<Steps> pool = pool(task, experiment);
        assertThat(pool).hasSize(40);
        Criterion all = examine(new SuccessCheck(experiment), keeper(experiment, 0), 50);
        assertThat(all.isSolved()).isTrue();
        assertThat(all.inARow()).isEqualTo(40);
        assertThat(all.trained()).isEqualTo(50);

        double added = enoughForOne(pool);
        int[] forgotten = IntStream.range(0, 40)
                .filter(number -> isForgotten(pool.get(number), added))
                .toArray();
        assertThat(forgotten).hasSize(1);
        Criterion failed = examine(new SuccessCheck(experiment), keeper(experiment, added), 50);
        assertThat(failed.inARow()).isEqualTo(forgotten[0]).isBetween(10, 39);
        assertThat(failed.isSolved()).isFalse();
        assertThat(failed.isOpen()).isFalse();
        assertThat(failed.largestError()).isGreaterThan(0.99);
    }

    /** What is told of both halves is of the strings trained on, and of the others. */
    @Test
    void theShareOfEachHalfIsThatOfThePool() {
        DrawnTask task = DrawnTask.of(new Pool());
        Experiment experiment = experimentOfPool(task);
        double added = enoughForOne(pool(task, experiment));
        int failed = examine(new SuccessCheck(experiment), keeper(experiment, added), 50)
                .inARow();
        DrawnScores scores =
                DrawnScores.of(experiment, keeper(experiment, added), 5).orElseThrow();
        assertThat(scores.trained().sequences()).isEqualTo(20);
        assertThat(scores.fresh().sequences()).isEqualTo(20);
        assertThat(scores.trained().share()).isEqualTo(failed < 20 ? 0.95 : 1);
        assertThat(scores.fresh().share()).isEqualTo(failed < 20 ? 1 : 0.95);
    }

    /** Whoever fails late is examined as long again only after more training. */
    @Test
    void aFailureLateInThePoolIsRememberedUntilMoreIsLearned() {
        DrawnTask task = DrawnTask.of(new Pool());
        Experiment experiment = experimentOfPool(task);
        SuccessCheck check = new SuccessCheck(experiment);
        double added = enoughForOne(pool(task, experiment));
        Criterion failed = examine(check, keeper(experiment, added), 10);
        Parameters better = keeper(experiment, 0);
        assertThat(examine(check, better, 9 + failed.inARow() / 10)).isEqualTo(failed);
        assertThat(examine(check, better, 10 + failed.inARow() / 10).isSolved()).isTrue();
    }

    /** The embedded Reber strings: an untrained network fails at once, at every seed, and there are 512 to ask for. */
    @Test
    void allStringsOfReberAreThereToAskFor() {
        for (long seed = 1; seed <= 30; seed++) {
            DrawnTask task = task("reber");
            long of = seed;
            Experiment experiment = experiment(task, 2, Output.SOFTMAX).with(all -> all.with(Settings.SEED, of));
            List<Steps> pool = task.pool(RandomStreams.of(seed).pool().get());
            assertThat(pool).hasSize(task.stoppingRule().orElseThrow().inARow());
            Criterion failed =
                    examine(new SuccessCheck(experiment), new NetworkBuilder(experiment.layout()).build(), 10);
            assertThat(failed.inARow()).isZero();
            assertThat(failed.isOpen()).isFalse();
        }
    }

    private static final int S = 0;
    private static final int A = 1;
    private static final int B = 2;
    private static final int T = 3;

    /** A unit that counts a up and b down, and three that show the last symbol. */
    private static Parameters counter(Experiment experiment, double forgetBias) {
        NetworkBuilder network = new NetworkBuilder(experiment.layout())
                .bias(Quantity.INPUT_GATE, 0, OPEN)
                .bias(Quantity.FORGET_GATE, 0, forgetBias)
                .bias(Quantity.OUTPUT_GATE, 0, OPEN)
                .input(A, Quantity.CANDIDATE, 0, OPEN)
                .input(B, Quantity.CANDIDATE, 0, -OPEN);
        for (int last = S; last <= B; last++) {
            network.bias(Quantity.INPUT_GATE, last + 1, OPEN)
                    .bias(Quantity.FORGET_GATE, last + 1, -OPEN)
                    .bias(Quantity.OUTPUT_GATE, last + 1, OPEN)
                    .input(last, Quantity.CANDIDATE, last + 1, OPEN);
        }
        return network.outputBias(S, -50)
                .outputBias(A, -10)
                .output(1, A, 20 / SHOWN)
                .output(2, A, 20 / SHOWN)
                .outputBias(B, -10)
                .output(0, B, 40)
                .outputBias(T, -5)
                .output(0, T, -40)
                .output(3, T, 20 / SHOWN)
                .build();
    }

    /** What {@link #counter} does with a word, in the test's own arithmetic: whether b and T change places at the last b. */
    private static boolean isCounted(int n, double kept) {
        double count = 0;
        boolean isRight = true;
        for (int fed = 0; fed < 2 * n; fed++) {
            count = kept * count + (fed < n ? 1 : -1);
            double b = 40 * Math.tanh(count) - 10;
            double end = -5 - 40 * Math.tanh(count) + (fed < n ? 0 : 20);
            double a = fed < n ? 10 : -10;
            boolean isLast = fed == 2 * n - 1;
            isRight &= fed < n ? Math.min(a, b) > end : isLast ? end > Math.max(a, b) : b > Math.max(a, end);
        }
        return isRight;
    }

    @Test
    void aCounterIsRightUpToAThousand() {
        DrawnTask task = task("anbn", 3);
        Experiment experiment = experiment(task, 4, Output.SIGMOID);
        Criterion solved = examine(new SuccessCheck(experiment), counter(experiment, OPEN), 7);
        assertThat(solved.inARow()).isEqualTo(1_000);
        assertThat(solved.isSolved()).isTrue();
        assertThat(solved.largestError()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 5, 8})
    void aCounterThatLeaksIsRightUpToItsLargestWord(double forgetBias) {
        DrawnTask task = task("anbn", 3);
        Experiment experiment = experiment(task, 4, Output.SIGMOID);
        double kept = 1 / (1 + Math.exp(-forgetBias));
        int largest = 0;
        while (isCounted(largest + 1, kept)) {
            largest++;
        }
        Criterion failed = examine(new SuccessCheck(experiment), counter(experiment, forgetBias), 7);
        assertThat(failed.inARow()).isEqualTo(largest).isBetween(1, 999);
        assertThat(failed.isSolved()).isFalse();
        assertThat(failed.largestError()).isEqualTo(1);
    }

    /** Every output is what its bias says. */
    private static Parameters constant(Experiment experiment, double... biases) {
        NetworkBuilder network = new NetworkBuilder(experiment.layout());
        for (int k = 0; k < biases.length; k++) {
            network.outputBias(k, biases[k]);
        }
        return network.build();
    }

    private static Steps numbers(double wanted) {
        return Steps.ofRows(new double[][] {{0.5, -1}, {0.25, -1}}, Target.NONE, Target.within(0.04, wanted));
    }

    private static Criterion see(SuccessCheck check, int times, Steps steps, Parameters network) {
        for (int time = 0; time < times; time++) {
            check.see(steps, network);
        }
        return check.criterion().orElseThrow();
    }

    @Test
    void twoThousandInARowOfThoseTrainedOnSolveAddingAndOneThatFailsBeginsAnew() {
        DrawnTask task = task("adding", 20);
        Experiment experiment = experiment(task, 1, Output.LINEAR);
        Parameters network = constant(experiment, 0.5);
        SuccessCheck check = new SuccessCheck(experiment);
        assertThat(check.criterion().orElseThrow().inARow()).isZero();
        assertThat(see(check, 1_500, numbers(0.539), network).inARow()).isEqualTo(1_500);
        Criterion failed = see(check, 1, numbers(0.541), network);
        assertThat(failed.inARow()).isZero();
        assertThat(failed.trained()).isEqualTo(1_501);
        assertThat(failed.isOpen()).isFalse();
        Criterion almost = see(check, 1_999, numbers(0.461), network);
        assertThat(almost.inARow()).isEqualTo(1_999);
        assertThat(almost.isSolved()).isFalse();
        assertThat(almost.isOpen()).isTrue();
        Criterion solved = see(check, 1, numbers(0.5), network);
        assertThat(solved.isSolved()).isTrue();
        assertThat(solved.trained()).isEqualTo(3_501);
        assertThat(solved.largestError()).isCloseTo(0.039, within(1e-12));
        // Nothing is examined after an epoch
        check.look(network, 3_501);
        assertThat(check.isUnderWay()).isFalse();
        assertThat(check.criterion()).contains(solved);
    }

    @Test
    void twelveMayFailInMultiplyingButNotOneMore() {
        DrawnTask task = task("multiplying", 20);
        Experiment experiment = experiment(task, 1, Output.LINEAR);
        Parameters network = constant(experiment, 0.5);
        SuccessCheck check = new SuccessCheck(experiment);
        see(check, 12, numbers(0.6), network);
        Criterion twelve = see(check, 1_987, numbers(0.5), network);
        assertThat(twelve.inARow()).isEqualTo(1_999);
        assertThat(twelve.wrong()).isEqualTo(12);
        assertThat(see(check, 1, numbers(0.5), network).isSolved()).isTrue();

        SuccessCheck other = new SuccessCheck(experiment);
        see(other, 12, numbers(0.6), network);
        see(other, 1_987, numbers(0.5), network);
        Criterion thirteen = see(other, 1, numbers(0.6), network);
        assertThat(thirteen.inARow()).isZero();
        assertThat(thirteen.wrong()).isZero();
        assertThat(thirteen.isSolved()).isFalse();
    }

    /** In multiplying 12 that are far off are too much for the mean, 0.01, until more that are right follow. */
    @Test
    void theMeanErrorCountsToo() {
        DrawnTask task = task("multiplying", 20);
        Experiment experiment = experiment(task, 1, Output.LINEAR);
        Parameters network = constant(experiment, 0);
        SuccessCheck check = new SuccessCheck(experiment);
        see(check, 12, numbers(1.4), network);
        // 12 * 1.96 = 23.52 are below 0.01 in the mean of more than 2,352
        Criterion open = see(check, 2_340, numbers(0), network);
        assertThat(open.inARow()).isEqualTo(2_352);
        assertThat(open.squaredErrors()).isCloseTo(23.52, within(1e-9));
        assertThat(open.isSolved()).isFalse();
        assertThat(see(check, 1, numbers(0), network).isSolved()).isTrue();
    }

    @Test
    void temporalOrderAsksEveryOutputToBeWithinItsBoundAndTheirSquaresInTheMean() {
        DrawnTask task = task("order6a");
        Experiment experiment = experiment(task, 1, Output.SIGMOID);
        int x = task.alphabet().symbols().indexOf("X");
        Steps first = Steps.of(x, x, 0).with(experiment.scoredSteps());
        double logit = Math.log(0.72 / 0.28);
        Parameters within = constant(experiment, logit, -logit, -logit, -logit);
        SuccessCheck check = new SuccessCheck(experiment);
        // All four outputs are off by 0.28: each within 0.3, but the squares add up to 0.31, over 0.1
        Criterion far = see(check, 2_000, first, within);
        assertThat(far.inARow()).isEqualTo(2_000);
        assertThat(far.isSolved()).isFalse();
        Parameters out = constant(experiment, logit, logit, -logit, -logit);
        assertThat(see(check, 1, first, out).inARow()).isZero();
        Parameters near = constant(experiment, 4, -4, -4, -4);
        assertThat(see(check, 1_999, first, near).isSolved()).isFalse();
        assertThat(see(check, 1, first, near).isSolved()).isTrue();
    }
}
