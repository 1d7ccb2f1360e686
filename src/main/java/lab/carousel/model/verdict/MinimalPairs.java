package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.model.verdict.Judgement.Distance;
import lab.carousel.model.verdict.Judgement.Forks;
import lab.carousel.model.verdict.Judgement.Outside;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.SequenceSource;
import lab.carousel.task.memory.FeedingScheme;

/**
 * Judges networks on a task that draws its sequences: on {@value #PAIRS} test sequences, always the same for a seed, each
 * with its twin. As soon as an answer is wrong the verdict is known, and no more are fed than {@value #FEWEST}.
 */
final class MinimalPairs {

    static final int PAIRS = 200;

    private static final int FEWEST = 10;
    /** Mean less so many standard errors: 97.5 in 100 means of such samples lie above it, if the bits are that many. */
    private static final double STANDARD_ERRORS = 1.96;

    private final Experiment experiment;
    private final List<int[][]> pairs = new ArrayList<>();
    private final int[] distances;
    private final int unknowable;

    MinimalPairs(Experiment experiment, SequenceSource source) {
        this.experiment = experiment;
        SplittableRandom random = RandomStreams.of(experiment.hyperparameters().get(Settings.SEED))
                .judging();
        int[] found = new int[PAIRS];
        FeedingScheme feeding = experiment.feeding();
        int asked = 0;
        int unknown = 0;
        for (int index = 0; index < PAIRS; index++) {
            int[] sequence = source.draw(random);
            int distance = sequence.length - 2 - source.answerPlace();
            if (feeding.isUnseen(sequence.length - 2, distance)) {
                unknown++;
            } else if (!feeding.isInSample(distance)) {
                pairs.add(new int[][] {sequence, source.twin(sequence)});
                found[asked++] = distance;
            }
        }
        this.distances = Arrays.copyOf(found, asked);
        Arrays.sort(distances);
        this.unknowable = unknown;
    }

    boolean hasPairs() {
        return !pairs.isEmpty();
    }

    Judgement judge(Parameters parameters, Operation operation, int easyWrong, int right, int steps) {
        // Of the steps evaluated, as many as among the test sequences; at best every other one of these is right in the
        // long run
        int open = (int) Math.round((double) steps * unknowable / PAIRS);
        Outside outside = new Outside(easyWrong, open, Math.max(right, steps - open / 2));
        if (pairs.isEmpty()) {
            return Judgement.withoutForks(outside);
        }
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters(), operation);
        double sum = 0;
        double squares = 0;
        int fed = 0;
        boolean isWrong = false;
        while (fed < pairs.size() && (fed < FEWEST || !isWrong)) {
            int[][] pair = pairs.get(fed++);
            int one = pair[0][pair[0].length - 1];
            int other = pair[1][pair[1].length - 1];
            double[] first = answer(pass, pair[0]);
            double[] second = answer(pass, pair[1]);
            isWrong |= !(StepAnswer.margin(first, one) > 0) || !(StepAnswer.margin(second, other) > 0);
            double bits = ForkFindings.bits(first[one] - first[other], second[other] - second[one]);
            sum += bits;
            squares += bits * bits;
        }
        double mean = sum / fed;
        double variance = fed == 1 ? 0 : Math.max(0, (squares - sum * mean) / (fed - 1));
        boolean isMemory = mean - STANDARD_ERRORS * Math.sqrt(variance / fed) >= Verdict.LEAST_BITS;
        Verdict verdict = isWrong ? Verdict.NOT_YET : isMemory ? Verdict.REMEMBERS : Verdict.RIGHT_BY_LUCK;
        Distance back = new Distance(distances[0], distances[distances.length / 2], distances[distances.length - 1]);
        return new Judgement(verdict, mean, back, new Forks(1, verdict == Verdict.REMEMBERS ? 1 : 0), outside);
    }

    private static double[] answer(ForwardPass pass, int[] sequence) {
        double[][] found = new double[1][];
        ScoredSteps last = new ScoredSteps(0, true);
        pass.feed(
                sequence,
                last,
                (t, target, loss, outputs, state) -> found[0] = pass.netInputs().clone());
        return found[0];
    }
}
