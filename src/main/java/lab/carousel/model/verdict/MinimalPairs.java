package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossFloor;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Judge;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Twin;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.Memory;

/**
 * Judges networks on a task that draws its sequences: on {@value #TESTS} test sequences, always the same for a seed, each
 * with its twins. As soon as too many are wrong the verdict is known, and no more are fed, if it was at least {@value #FEWEST}.
 */
final class MinimalPairs {

    static final int TESTS = Experiment.FIXED;

    private static final int FEWEST = 10;
    /** So many are drawn at most, if of some this set-up cannot know the answer, or is fed it with the sample. */
    private static final int MOST_DRAWN = 10 * TESTS;

    private final Experiment experiment;
    private final Judge judge;
    /** Of each test sequence those with its twins whose answer this set-up can know, and the current sample does not tell. */
    private final List<List<MinimalPair>> tests = new ArrayList<>();

    /** The first {@value #TESTS} that are drawn: the fixed sequences of which a loss is the mean. */
    private final List<Steps> sequences = new ArrayList<>();

    /** Where these judge. */
    private final List<LossFloor> floors;

    private final MemoryDistance back;
    /** The share of the drawn sequences that have an answer which this set-up cannot know. */
    private final double unknowable;
    /** So many tests may have a wrong answer; with one more there is neither memory nor a trace. */
    private final int mostWrong;
    /** The separation of the untrained network over the first so many tests. */
    private final Map<Integer, Double> untrained = new ConcurrentHashMap<>();

    MinimalPairs(Experiment experiment) {
        this.experiment = experiment;
        this.judge = experiment.task().judge();
        Supplier<Steps> draws = experiment.judging();
        int unknown = 0;
        int drawn = 0;
        int most = judge.isByFloors() ? TESTS : MOST_DRAWN;
        while (drawn < TESTS || (!tests.isEmpty() && tests.size() < TESTS && drawn < most)) {
            Steps sequence = draws.get();
            drawn++;
            if (sequences.size() < TESTS) {
                sequences.add(sequence.with(experiment.scoredSteps()));
            }
            unknown += addTest(sequence) ? 1 : 0;
        }
        this.floors = experiment.judgingFloors();
        int[] found = tests.stream()
                .flatMap(List::stream)
                .mapToInt(MinimalPair::distance)
                .sorted()
                .toArray();
        this.back = found.length == 0
                ? MemoryDistance.of(0)
                : new MemoryDistance(found[0], found[found.length / 2], found[found.length - 1]);
        this.unknowable = (double) unknown / drawn;
        this.mostWrong = JudgedPairs.mostFailing(tests.size());
    }

    /** Adds the pairs of a sequence, if there are any; returns whether it has an answer that this set-up cannot know. */
    private boolean addTest(Steps sequence) {
        FeedingScheme feeding = experiment.feeding();
        List<MinimalPair> pairs = new ArrayList<>();
        boolean isUnknown = false;
        for (Twin twin : judge.twins(sequence)) {
            int[] knowable = Arrays.stream(twin.answers())
                    .filter(answer -> !feeding.isInSample(answer - twin.clue())
                            && !feeding.isUnseen(answer, answer - twin.clue()))
                    .toArray();
            isUnknown |=
                    Arrays.stream(twin.answers()).anyMatch(answer -> feeding.isUnseen(answer, answer - twin.clue()));
            if (knowable.length > 0) {
                pairs.add(new MinimalPair(
                        sequence.with(experiment.scoredSteps()),
                        new Twin(twin.steps().with(experiment.scoredSteps()), twin.clue(), knowable)));
            }
        }
        if (!pairs.isEmpty()) {
            tests.add(pairs);
        }
        return isUnknown;
    }

    List<MinimalPair> all() {
        return tests.stream().flatMap(List::stream).toList();
    }

    boolean hasPairs() {
        return !tests.isEmpty();
    }

    Steps sequence(int number) {
        return sequences.get(number);
    }

    /** Which steps of a drawn sequence are answers. */
    boolean[] deciding(Steps sequence) {
        boolean[] deciding = new boolean[sequence.size()];
        if (isOfLastStep()) {
            deciding[deciding.length - 1] = hasPairs();
        } else if (hasPairs() && !judge.isByFloors()) {
            for (Twin twin : judge.twins(sequence)) {
                Arrays.stream(twin.answers()).forEach(answer -> deciding[answer] = true);
            }
        }
        return deciding;
    }

    private boolean isOfLastStep() {
        return experiment.task().supply().scoresLastStepOnly();
    }

    /** At which steps it is open what follows, where more than the last count. */
    boolean[] open(Steps sequence) {
        return isOfLastStep() ? new boolean[sequence.size()] : judge.open(sequence);
    }

    /**
     * Judges a network.
     *
     * @param evaluated what it did on the sequences of an evaluation
     * @param isAtOnce  whether these are all fixed ones, fed to this very network
     */
    Judgement judge(Parameters parameters, Operation operation, EpochTotals evaluated, boolean isAtOnce) {
        // Of the steps evaluated, as many as among the test sequences; at best half of these are right in the long run
        int open = evaluated.open() + (int) Math.round(evaluated.steps() * unknowable);
        StepsOutside outside = new StepsOutside(
                evaluated.easyWrong(), open, Math.max(evaluated.right(), evaluated.steps() - open / 2));
        Judgement judgement =
                tests.isEmpty() ? Judgement.withoutForks(outside) : judge(parameters, operation, outside, false);
        if (floors.isEmpty()) {
            return judgement;
        }
        int under = isAtOnce ? under(evaluated.means()) : under(parameters, operation);
        return judgement.byFloors(under, floors.size());
    }

    /** How many floors the loss of the tests is clearly below. As soon as it cannot be below the highest no more are fed. */
    private int under(Parameters parameters, Operation operation) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
        double[] losses = new double[TESTS];
        double sum = 0;
        // No loss is negative: the mean of all is then at least the floor
        for (int fed = 0; fed < TESTS && !(sum / TESTS >= floors.get(0).loss()); fed++) {
            double[] loss = new double[1];
            int[] scored = new int[1];
            pass.feed(sequences.get(fed), (t, target, each, outputs, state) -> {
                loss[0] += each;
                scored[0]++;
            });
            losses[fed] = loss[0] / scored[0];
            sum += losses[fed];
        }
        if (sum / TESTS >= floors.get(0).loss()) {
            return 0;
        }
        return under(losses);
    }

    private int under(double[] losses) {
        MeanLoss mean = MeanLoss.of(losses);
        return (int) floors.stream()
                .filter(floor -> mean.isClearlyBelow(floor.loss()))
                .count();
    }

    /**
     * The mean of the losses of the tests. Squared errors are skewed, and a t test of such a mean claims too often that it is below
     * a floor; this one is corrected for the skewness (Hall 1992, On the removal of skewness by transformation).
     *
     * @param deviation with n - 1
     * @param skewness  the mean cubed distance from the mean over the cubed deviation with n
     */
    record MeanLoss(double mean, double deviation, double skewness) {

        /** The 97.5 % quantile of Student's t with 199 degrees of freedom. */
        private static final double T = 1.971956544251770;
        /** Where the losses differ by no more, as a share of the floor, rounding makes their deviation. */
        private static final double ROUNDING = 1e-9;

        /** @param losses {@value MinimalPairs#TESTS} */
        static MeanLoss of(double[] losses) {
            double mean = Arrays.stream(losses).sum() / TESTS;
            double squares = Arrays.stream(losses)
                    .map(each -> (each - mean) * (each - mean))
                    .sum();
            double cubes = Arrays.stream(losses)
                    .map(each -> (each - mean) * (each - mean) * (each - mean))
                    .sum();
            double spread = Math.sqrt(squares / TESTS);
            return new MeanLoss(mean, Math.sqrt(squares / (TESTS - 1)), cubes / TESTS / (spread * spread * spread));
        }

        /** Hall's t of the mean against a floor: t + g t^2 / (3 sqrt n) + g^2 t^3 / (27 n) + g / (6 sqrt n). */
        double corrected(double floor) {
            double root = Math.sqrt(TESTS);
            double t = (mean - floor) * root / deviation;
            return t
                    + skewness * t * t / (3 * root)
                    + skewness * skewness * t * t * t / (27 * TESTS)
                    + skewness / (6 * root);
        }

        boolean isClearlyBelow(double floor) {
            return deviation <= ROUNDING * floor ? mean < (1 - ROUNDING) * floor : corrected(floor) < -T;
        }
    }

    /** The same judgement, by all tests, of a network whose feeding was stopped early. */
    Judgement whole(Parameters parameters, Judgement stopped) {
        return stopped.pairs().isStopped() ? judge(parameters, Operation.NONE, stopped.outside(), true) : stopped;
    }

    private Judgement judge(Parameters parameters, Operation operation, StepsOutside outside, boolean isWhole) {
        Answers answers = new Answers(parameters, operation, tests.size(), !isWhole);
        JudgedPairs pairs = new JudgedPairs(tests.size(), answers.fed, answers.fed - answers.wrong, answers.passing);
        Verdict verdict = pairs.verdict();
        return new Judgement(
                verdict,
                answers.sum / answers.counted,
                answers.separation(),
                untrained.computeIfAbsent(answers.counted, this::untrained),
                back,
                Memory.NONE,
                new JudgedForks(1, verdict == Verdict.REMEMBERS ? 1 : 0),
                outside,
                pairs);
    }

    /**
     * What a network answers to the tests: to so many of them, or until too many are wrong. The one with which that is so is left out
     * of bits and separation, which would be biased by a test that has to be wrong; the {@value #FEWEST} first are never.
     */
    private final class Answers {

        private final StepStates states;
        private final ForwardPass pass;
        /** The bits of so many tests. */
        private double sum;

        private int counted;
        private int fed;
        private int wrong;
        private int passing;
        private boolean isWrong;

        Answers(Parameters parameters, Operation operation, int most, boolean isStopped) {
            pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
            states = new StepStates(parameters.layout());
            states.start(0);
            while (fed < most && !(isStopped && fed >= FEWEST && isOutOfReach())) {
                feed(parameters, isStopped && fed >= FEWEST);
            }
        }

        private boolean isOutOfReach() {
            return mostWrong >= 0 && wrong > mostWrong;
        }

        /** Feeds the next test. */
        private void feed(Parameters parameters, boolean mayBeLast) {
            if (mayBeLast) {
                states.mark();
            }
            double bits = Double.POSITIVE_INFINITY;
            isWrong = false;
            for (MinimalPair pair : tests.get(fed)) {
                bits = Math.min(bits, bits(parameters, pair));
            }
            fed++;
            wrong += isWrong ? 1 : 0;
            passing += !isWrong && bits >= Verdict.LEAST_BITS ? 1 : 0;
            if (mayBeLast && isOutOfReach()) {
                states.back();
            } else {
                sum += bits;
                counted++;
            }
        }

        /** The fewest at any answer. */
        private double bits(Parameters parameters, MinimalPair pair) {
            double[][] first = answers(parameters, pair, 0);
            double[][] second = answers(parameters, pair, 1);
            int[] answers = pair.twin().answers();
            double bits = Double.POSITIVE_INFINITY;
            for (int place = 0; place < answers.length; place++) {
                Target one = pair.sequence().target(answers[place]);
                Target other = pair.twin().steps().target(answers[place]);
                bits = Math.min(bits, bits(one, other, first[place], second[place]));
            }
            return bits;
        }

        /** At one answer; none where floors judge. */
        private double bits(Target one, Target other, double[] z, double[] twins) {
            if (judge.isByFloors()) {
                return 0;
            }
            isWrong |= !(StepAnswer.margin(z, one) > 0) || !(StepAnswer.margin(twins, other) > 0);
            return ForkFindings.bits(z[one.index()] - z[other.index()], twins[other.index()] - twins[one.index()]);
        }

        /** Feeds a sequence up to its last answer, whose state is kept; the net inputs at its answers. */
        private double[][] answers(Parameters parameters, MinimalPair pair, int side) {
            Steps sequence = side == 0 ? pair.sequence() : pair.twin().steps();
            int[] answers = pair.twin().answers();
            double[][] found = new double[answers.length][parameters.layout().outputs()];
            pass.reset();
            int place = 0;
            for (int t = experiment.hyperparameters().get(Settings.LAG) - 1; place < answers.length; t++) {
                NetworkState state = pass.step(sequence, t);
                states.add(state);
                if (t == answers[place]) {
                    Network.outputNetInputs(parameters, state, found[place++]);
                    if (place == answers.length) {
                        states.keep(state);
                    }
                }
            }
            return found;
        }

        double separation() {
            return states.separation(states.apart());
        }
    }

    /**
     * How far sequence and twin are apart, the mean over the tests that are judged: from the step that feeds the clue on, as
     * far as every test has steps, and last at the answer, where it is the separation. There is a test.
     *
     * @param fed the test sequences, each followed by its twin
     */
    List<Double> separations(FedSteps fed) {
        int lag = experiment.hyperparameters().get(Settings.LAG);
        int judged = new Answers(fed.parameters(), Operation.NONE, tests.size(), true).counted;
        List<MinimalPair> all = all();
        int pairs = tests.stream().limit(judged).mapToInt(List::size).sum();
        StepStates states = new StepStates(experiment.layout());
        states.start(0);
        double[] apart = new double
                [all().stream().mapToInt(pair -> pair.steps(lag)).min().orElseThrow()];
        for (int pair = 0; pair < pairs; pair++) {
            int last = all.get(pair).twin().lastAnswer();
            int first = last + 1 - all.get(pair).steps(lag);
            for (int side = 0; side < 2; side++) {
                for (int t = lag - 1; t <= last; t++) {
                    states.add(fed.state(2 * pair + side, t));
                }
            }
            for (int place = 0; place < apart.length; place++) {
                int t = place == apart.length - 1 ? last : first + place;
                apart[place] += states.distance(fed.state(2 * pair, t), fed.state(2 * pair + 1, t));
            }
        }
        return Arrays.stream(apart)
                .mapToObj(sum -> states.separation(sum / pairs))
                .toList();
    }

    private double untrained(int first) {
        return new Answers(InitialParameters.of(experiment), Operation.NONE, first, false).separation();
    }
}
