package lab.carousel.study.many;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.carousel.model.verdict.Evaluations;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.training.Divergence;

/** Results written down by hand. */
public final class SampleResults {

    private static final Verdict NOT = Verdict.NOT_YET;
    private static final Verdict LUCK = Verdict.A_TRACE;
    private static final Verdict YES = Verdict.REMEMBERS;

    private SampleResults() {}

    /**
     * Five runs of four checkpoints: one that remembers, one that is lucky, one that does not learn it, one that is solved
     * at epoch 25, one that diverges in epoch 25.
     */
    public static CellSummary fiveRuns() {
        Plan plan = Plan.of(Studies.study(Question.SEEDS, 40, 5));
        Variation known = plan.cells().get(0);
        Variation cell = new Variation(0, List.of(), known.experiment(), known.floor(), Checkpoints.of(40, 4));
        return new CellSummary(
                cell,
                List.of(
                        run(0, 0.1, 8, 0.5, YES, new double[] {0.6, 0.4, 0.2, 0.1}, NOT, YES, YES, YES),
                        run(1, 0.2, 8, 0.1, LUCK, new double[] {0.7, 0.5, 0.3, 0.2}, NOT, NOT, LUCK, LUCK),
                        run(2, 0.3, 7, -0.1, NOT, new double[] {0.5, 0.5, 0.4, 0.3}, NOT, NOT, NOT, NOT),
                        ended(run(3, 0.05, 8, 0.7, YES, new double[] {0.4, 0.2}, NOT, NOT)),
                        diverged(run(4, 0.3, 8, 0.2, YES, new double[] {0.8, 0.3}, NOT, YES))));
    }

    private static RunResult run(
            int number, double loss, int right, double margin, Verdict end, double[] losses, Verdict... verdicts) {
        byte[] course = new byte[verdicts.length];
        float[] separations = new float[1 + losses.length];
        separations[0] = 0.5F;
        int first = -1;
        for (int point = 0; point < course.length; point++) {
            course[point] = (byte) verdicts[point].ordinal();
            separations[1 + point] = (float) losses[point];
            first = first < 0 && verdicts[point] == YES ? 10 * (point + 1) : first;
        }
        return new RunResult(
                number,
                0,
                number + 1,
                Optional.of(Evaluations.of(loss, new double[0], right, 8, 2, 4 * loss, margin)),
                Optional.of(end),
                40,
                first < 0 ? OptionalInt.empty() : OptionalInt.of(first),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                new LearningCurve(losses, separations, course));
    }

    private static RunResult ended(RunResult run) {
        return stopped(run, 25, OptionalInt.of(25), OptionalLong.of(250), Optional.empty());
    }

    private static RunResult diverged(RunResult run) {
        Divergence divergence = new Divergence(25, 1, 3);
        return stopped(run, 24, run.firstRemembered(), OptionalLong.empty(), Optional.of(divergence));
    }

    private static RunResult stopped(
            RunResult run, int epochs, OptionalInt remembered, OptionalLong solved, Optional<Divergence> divergence) {
        return new RunResult(
                run.run(),
                0,
                run.seed(),
                run.end(),
                run.verdict(),
                epochs,
                remembered,
                solved,
                0,
                divergence,
                run.course());
    }
}
