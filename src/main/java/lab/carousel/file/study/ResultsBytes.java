package lab.carousel.file.study;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Course;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.PlannedRun;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Variation;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Divergence;

/**
 * The results of a study as numbers, one after the other, each eight bytes as in IEEE 754 with the highest byte first. For
 * each run that has ended, in the order of the plan:
 *
 * <ul>
 *   <li>its place in the plan, from 0; the epochs done; the first checkpoint epoch at which it remembered, or -1; the
 *       sequences it took to solve a drawn task, or -1; epoch, sequence and step of its divergence, or three times 0;
 *       how many checkpoints it reached, n; 2 if there was an evaluation, or 0,
 *   <li>if there was one: loss, steps right, steps, deciding steps, loss there, margin, then
 *       the numbers of its judgement ({@link JudgementNumbers}),
 *   <li>n losses, then n verdicts: 0 remembers, 1 right by luck, 2 not yet, 3 needs no memory, 4 cannot be known.
 * </ul>
 */
public final class ResultsBytes {

    private static final int HEAD = 9;
    private static final int JUDGED = 2;

    private final Plan plan;
    private final String place;
    private final ByteBuffer buffer;

    private ResultsBytes(Plan plan, String place, ByteBuffer buffer) {
        this.plan = plan;
        this.place = place;
        this.buffer = buffer;
    }

    /** What results take. */
    public static long size(Results results) {
        long numbers = 0;
        for (RunResult result : results.finished()) {
            numbers += HEAD
                    + (result.end().isPresent() ? EvaluationNumbers.COUNT + JudgementNumbers.COUNT : 0)
                    + 2L * result.course().size();
        }
        return numbers * Double.BYTES;
    }

    /** The most that results of some runs of a plan can take. */
    static long most(Plan plan, int[] runs) {
        long numbers = 0;
        for (int run : runs) {
            numbers += HEAD
                    + EvaluationNumbers.COUNT
                    + JudgementNumbers.COUNT
                    + 2L * plan.run(run).cell().checkpoints().size();
        }
        return numbers * Double.BYTES;
    }

    /** Results as bytes; they must fit into an array. */
    public static byte[] bytes(Results results) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size(results)));
        results.finished().forEach(result -> put(result, buffer));
        return buffer.array();
    }

    private static void put(RunResult result, ByteBuffer buffer) {
        Course course = result.course();
        Divergence nowhere = new Divergence(0, 0, 0);
        Divergence divergence = result.divergence().orElse(nowhere);
        buffer.putDouble(result.run())
                .putDouble(result.epochs())
                .putDouble(result.firstRemembered().orElse(-1))
                .putDouble((double) result.sequencesToSolve().orElse(-1))
                .putDouble(divergence.epoch())
                .putDouble(divergence.sequence())
                .putDouble(divergence.step())
                .putDouble(course.size())
                .putDouble(result.end().isPresent() ? JUDGED : 0);
        result.end().ifPresent(end -> {
            EvaluationNumbers.put(end, buffer);
            JudgementNumbers.put(end.judgement(), buffer);
        });
        for (int point = 0; point < course.size(); point++) {
            buffer.putDouble(course.loss(point));
        }
        for (int point = 0; point < course.size(); point++) {
            buffer.putDouble(JudgementNumbers.VERDICTS.indexOf(course.verdict(point)));
        }
    }

    /**
     * The results that bytes hold.
     *
     * @param plan  of the study
     * @param place of the bytes, for messages
     * @throws InvalidInput if they cannot be results of that plan
     */
    public static Results read(Plan plan, String place, byte[] bytes) {
        ResultsBytes reader = new ResultsBytes(plan, place, ByteBuffer.wrap(bytes));
        List<RunResult> finished = new ArrayList<>();
        int before = -1;
        while (reader.buffer.hasRemaining()) {
            RunResult result = reader.result(before);
            before = result.run();
            finished.add(result);
        }
        return new Results(plan, finished);
    }

    private RunResult result(int before) {
        int number = whole(before + 1, plan.runs() - 1);
        PlannedRun run = plan.run(number);
        Variation cell = run.cell();
        int most = cell.experiment().hyperparameters().epochs();
        int epochs = whole(0, most);
        int remembered = whole(-1, most);
        long solved = (long) number(-1, Long.MAX_VALUE);
        Divergence divergence =
                new Divergence(whole(0, Integer.MAX_VALUE), whole(0, Integer.MAX_VALUE), whole(0, Integer.MAX_VALUE));
        int points = whole(0, cell.checkpoints().size());
        Optional<Evaluation> end = whole(0, JUDGED) == 0 ? Optional.empty() : Optional.of(evaluation());
        return new RunResult(
                number,
                cell.number(),
                run.seed(),
                end,
                end.map(Evaluation::verdict),
                epochs,
                remembered < 0 ? OptionalInt.empty() : OptionalInt.of(remembered),
                solved < 0 ? OptionalLong.empty() : OptionalLong.of(solved),
                divergence.epoch() == 0 ? Optional.empty() : Optional.of(divergence),
                course(points));
    }

    private Evaluation evaluation() {
        double loss = finite();
        int right = whole(0, Integer.MAX_VALUE);
        int steps = whole(1, Integer.MAX_VALUE);
        int deciding = whole(0, steps);
        double decidingLoss = finite();
        // Not a number where there are no deciding steps
        double margin = next();
        Judgement judgement = JudgementNumbers.read(this::next, this::damaged);
        return new Evaluation(loss, new double[0], right, steps, deciding, decidingLoss, margin, judgement);
    }

    private Course course(int points) {
        double[] losses = new double[points];
        for (int point = 0; point < points; point++) {
            losses[point] = finite();
        }
        List<Verdict> verdicts = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            verdicts.add(JudgementNumbers.VERDICTS.get(whole(0, JudgementNumbers.VERDICTS.size() - 1)));
        }
        return Course.of(losses, verdicts);
    }

    private double next() {
        if (buffer.remaining() < Double.BYTES) {
            throw new InvalidInput("file.session.results.short", place);
        }
        return buffer.getDouble();
    }

    private double finite() {
        return number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private int whole(int least, int most) {
        double value = number(least, most);
        if (value != Math.rint(value)) {
            throw damaged();
        }
        return (int) value;
    }

    private double number(double least, double most) {
        double value = next();
        if (!(value >= least && value <= most)) {
            throw damaged();
        }
        return value;
    }

    /** The number read last cannot stand where it stands. */
    private InvalidInput damaged() {
        return new InvalidInput("file.session.number", place, Integer.toString(buffer.position() / Double.BYTES));
    }
}
