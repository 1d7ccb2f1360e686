package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.PaperTask;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.memory.FeedingScheme;
import lab.carousel.task.memory.Memory;

/**
 * Judges networks on a task that draws its sequences: on {@value #PAIRS} test sequences, always the same for a seed, each
 * with its twin. As soon as an answer is wrong the verdict is known, and no more are fed than {@value #FEWEST}.
 */
final class MinimalPairs {

    static final int PAIRS = 200;

    private static final ScoredSteps ANSWER = new ScoredSteps(0, true);
    private static final int FEWEST = 10;
    /** Mean less so many standard errors: 97.5 in 100 means of such samples lie above it, if the bits are that many. */
    private static final double STANDARD_ERRORS = 1.96;

    private final Experiment experiment;
    private final List<Steps[]> pairs = new ArrayList<>();
    /** The place of the clue in each test, from 0. */
    private final int clue;

    private final MemoryDistance back;
    private final int unknowable;
    /** The separation of the untrained network over the first so many pairs. */
    private final Map<Integer, Double> untrained = new ConcurrentHashMap<>();

    MinimalPairs(Experiment experiment, PaperTask source) {
        this.experiment = experiment;
        this.clue = source.answerPlace();
        SplittableRandom random = RandomStreams.of(experiment.hyperparameters().get(Settings.SEED))
                .judging();
        int[] found = new int[PAIRS];
        FeedingScheme feeding = experiment.feeding();
        int asked = 0;
        int unknown = 0;
        for (int index = 0; index < PAIRS; index++) {
            Steps sequence = source.draw(random).with(ANSWER);
            int distance = sequence.size() - 1 - source.answerPlace();
            if (feeding.isUnseen(sequence.size() - 1, distance)) {
                unknown++;
            } else if (!feeding.isInSample(distance)) {
                pairs.add(new Steps[] {sequence, source.twin(sequence).with(ANSWER)});
                found[asked++] = distance;
            }
        }
        Arrays.sort(found, 0, asked);
        this.back =
                asked == 0 ? MemoryDistance.of(0) : new MemoryDistance(found[0], found[asked / 2], found[asked - 1]);
        this.unknowable = unknown;
    }

    List<Steps[]> all() {
        return List.copyOf(pairs);
    }

    boolean hasPairs() {
        return !pairs.isEmpty();
    }

    Judgement judge(Parameters parameters, Operation operation, int easyWrong, int right, int steps) {
        // Of the steps evaluated, as many as among the test sequences; at best half of these are right in the long run
        int open = (int) Math.round((double) steps * unknowable / PAIRS);
        StepsOutside outside = new StepsOutside(easyWrong, open, Math.max(right, steps - open / 2));
        if (pairs.isEmpty()) {
            return Judgement.withoutForks(outside);
        }
        Answers answers = new Answers(parameters, operation, FEWEST, pairs.size(), UNSEEN);
        int fed = answers.fed;
        double mean = answers.sum / fed;
        double variance = fed == 1 ? 0 : Math.max(0, (answers.squares - answers.sum * mean) / (fed - 1));
        boolean isMemory = mean - STANDARD_ERRORS * Math.sqrt(variance / fed) >= Verdict.LEAST_BITS;
        Verdict verdict = answers.isWrong ? Verdict.NOT_YET : isMemory ? Verdict.REMEMBERS : Verdict.A_TRACE;
        return new Judgement(
                verdict,
                mean,
                answers.states.separation(answers.apart / fed),
                untrained.computeIfAbsent(fed, this::untrained),
                back,
                Memory.NONE,
                new JudgedForks(1, verdict == Verdict.REMEMBERS ? 1 : 0),
                outside);
    }

    /** Sees the state after each step, counted from 0, of a test sequence and of its twin, which are side 0 and 1. */
    private interface Observer {

        void see(int pair, int side, int t, NetworkState state);
    }

    private static final Observer UNSEEN = (pair, side, t, state) -> {};

    /** What a network answers to the tests: to so many of them, or, after the fewest, until an answer is wrong. */
    private final class Answers {

        private final StepStates states;
        private final ForwardPass pass;
        private final Observer observer;
        private double apart;
        private double sum;
        private double squares;
        private int fed;
        private boolean isWrong;

        Answers(Parameters parameters, Operation operation, int fewest, int most, Observer observer) {
            this.observer = observer;
            pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
            states = new StepStates(parameters.layout());
            states.start(0);
            while (fed < most && (fed < fewest || !isWrong)) {
                Steps[] pair = pairs.get(fed);
                int one = pair[0].target(pair[0].size() - 1).index();
                int other = pair[1].target(pair[1].size() - 1).index();
                double[] first = answer(pair[0], 0);
                double[] second = answer(pair[1], 1);
                apart += states.distance(2 * fed, 2 * fed + 1);
                isWrong |= !(StepAnswer.margin(first, Target.of(one)) > 0)
                        || !(StepAnswer.margin(second, Target.of(other)) > 0);
                double bits = ForkFindings.bits(first[one] - first[other], second[other] - second[one]);
                sum += bits;
                squares += bits * bits;
                fed++;
            }
        }

        /** Feeds a sequence; the net inputs at its answer, whose state is kept. */
        private double[] answer(Steps sequence, int side) {
            int[] step = {experiment.hyperparameters().get(Settings.LAG) - 1};
            Consumer<NetworkState> seen = state -> observer.see(fed, side, step[0]++, state);
            double[][] found = new double[1][];
            pass.reset();
            pass.answerOn(sequence, seen.andThen(states::add), (t, answer, netInputs, state) -> {
                states.keep(state);
                found[0] = netInputs.clone();
            });
            return found[0];
        }
    }

    /**
     * How far sequence and twin are apart, the mean over the tests that are judged: from the step that feeds the clue on, as
     * far as every test has steps, and last at the answer, where it is the separation. There is a test.
     */
    double[] separations(Parameters parameters) {
        int first = Math.max(clue, experiment.hyperparameters().get(Settings.LAG) - 1);
        int shortest = pairs.stream().mapToInt(pair -> pair[0].size()).min().orElseThrow();
        double[] apart = new double[shortest - first];
        StepStates measure = new StepStates(experiment.layout());
        double[][] before = new double[apart.length][];
        Answers answers = new Answers(parameters, Operation.NONE, FEWEST, pairs.size(), (pair, side, t, state) -> {
            boolean isAnswer = t == pairs.get(pair)[0].size() - 1;
            int place = isAnswer ? apart.length - 1 : t - first;
            if (place < 0 || (!isAnswer && place >= apart.length - 1)) {
                return;
            }
            double[] numbers = measure.numbers(state);
            if (side == 0) {
                before[place] = numbers;
            } else {
                apart[place] += measure.distance(before[place], numbers);
            }
        });
        return Arrays.stream(apart)
                .map(sum -> answers.states.separation(sum / answers.fed))
                .toArray();
    }

    private double untrained(int first) {
        Answers answers = new Answers(InitialParameters.of(experiment), Operation.NONE, first, first, UNSEEN);
        return answers.states.separation(answers.apart / first);
    }
}
