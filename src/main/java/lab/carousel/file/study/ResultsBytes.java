package lab.carousel.file.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.LearningCurve;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.PlannedRun;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Variation;
import lab.carousel.task.StoppingRule;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Divergence;

/**
 * Results of a study as {@link NumberBytes}. For each finished run, in the order of the plan:
 *
 * <ul>
 *   <li>its place in the plan, from 0; the epochs done; the first checkpoint epoch at which it remembered, or -1; the
 *       sequences it took to solve a drawn task, or -1 less
 *       those it passed in a row; epoch, sequence and step of its divergence, or three times 0;
 *       how many checkpoints it reached, n; {@value #JUDGED} if there was an evaluation, {@value #NOT_JUDGED} if not,
 *   <li>if there was one: loss, steps right, steps, deciding steps, loss there, margin, then
 *       the numbers of its judgement ({@link NumberBytes#IN_EVALUATION}),
 *   <li>n losses, then n verdicts, each its place in {@link NumberBytes#VERDICTS},
 *   <li>the separation of the untrained network, then n of the checkpoints; NaN if there is none.
 * </ul>
 */
public final class ResultsBytes {

    private static final int HEAD = 9;
    private static final int NOT_JUDGED = 13;
    private static final int JUDGED = 15;

    private final Plan plan;
    private final NumberBytes numbers;

    private ResultsBytes(Plan plan, NumberBytes numbers) {
        this.plan = plan;
        this.numbers = numbers;
    }

    public static long size(Results results) {
        return results.finished().stream()
                .mapToLong(
                        result -> size(result.end().isPresent(), result.course().size()))
                .sum();
    }

    /** Largest size of the results of some runs of a plan. */
    static long most(Plan plan, int[] runs) {
        return IntStream.of(runs)
                .mapToLong(run -> size(true, plan.run(run).cell().checkpoints().size()))
                .sum();
    }

    private static long size(boolean hasEnd, int points) {
        return Double.BYTES * (HEAD + (hasEnd ? NumberBytes.IN_EVALUATION : 0) + 1 + 3L * points);
    }

    /** The results must fit into an array. */
    public static byte[] bytes(Results results) {
        NumberBytes numbers = NumberBytes.room(size(results) / Double.BYTES);
        results.finished().forEach(result -> put(result, numbers));
        return numbers.bytes();
    }

    private static void put(RunResult result, NumberBytes numbers) {
        LearningCurve course = result.course();
        Divergence divergence = result.divergence().orElse(new Divergence(0, 0, 0));
        numbers.put(
                result.run(),
                result.epochs(),
                result.firstRemembered().orElse(-1),
                (double) result.sequencesToSolve().orElse(-1L - result.inARow()),
                divergence.epoch(),
                divergence.sequence(),
                divergence.step(),
                course.size(),
                result.end().isPresent() ? JUDGED : NOT_JUDGED);
        result.end().ifPresent(end -> numbers.put(end, new double[0]));
        for (int point = 0; point < course.size(); point++) {
            numbers.put(course.loss(point));
        }
        for (int point = 0; point < course.size(); point++) {
            numbers.put(NumberBytes.VERDICTS.indexOf(course.verdict(point)));
        }
        numbers.put(course.separationBefore());
        for (int point = 0; point < course.size(); point++) {
            numbers.put(course.separation(point));
        }
    }

    /**
     * @throws InvalidInput if the bytes cannot be results of that plan
     */
    public static Results read(Plan plan, String place, byte[] bytes) {
        ResultsBytes reader = new ResultsBytes(plan, NumberBytes.of(place, bytes));
        List<RunResult> finished = new ArrayList<>();
        int before = -1;
        while (reader.numbers.hasMore()) {
            RunResult result = reader.result(before);
            before = result.run();
            finished.add(result);
        }
        return new Results(plan, finished);
    }

    private RunResult result(int before) {
        int number = numbers.whole(before + 1, plan.runs() - 1);
        PlannedRun run = plan.run(number);
        Variation cell = run.cell();
        int most = cell.experiment().hyperparameters().get(Settings.EPOCHS);
        int epochs = numbers.whole(0, most);
        int remembered = numbers.whole(-1, most);
        int required = cell.experiment()
                .task()
                .judge()
                .stoppingRule()
                .map(StoppingRule::inARow)
                .orElse(0);
        long solved = (long) numbers.number(-1 - required, Long.MAX_VALUE);
        Divergence divergence = new Divergence(numbers.count(), numbers.count(), numbers.count());
        int points = numbers.whole(0, cell.checkpoints().size());
        boolean isJudged = numbers.whole(NOT_JUDGED, JUDGED) == JUDGED;
        Optional<Evaluation> end = isJudged ? Optional.of(numbers.evaluation(0)) : Optional.empty();
        return new RunResult(
                number,
                cell.number(),
                run.seed(),
                end,
                end.map(Evaluation::verdict),
                epochs,
                remembered < 0 ? OptionalInt.empty() : OptionalInt.of(remembered),
                solved < 0 ? OptionalLong.empty() : OptionalLong.of(solved),
                solved < 0 ? (int) (-1 - solved) : required,
                divergence.epoch() == 0 ? Optional.empty() : Optional.of(divergence),
                course(points));
    }

    private LearningCurve course(int points) {
        double[] losses = numbers.finite(points);
        List<Verdict> verdicts = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            verdicts.add(NumberBytes.VERDICTS.get(numbers.whole(0, NumberBytes.VERDICTS.size() - 1)));
        }
        float[] separations = new float[1 + points];
        for (int place = 0; place <= points; place++) {
            separations[place] = (float) numbers.next();
        }
        return LearningCurve.of(losses, separations, verdicts);
    }
}
