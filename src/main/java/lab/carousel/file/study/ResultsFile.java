package lab.carousel.file.study;

import static lab.carousel.file.model.tensor.NumberCodec.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.model.tensor.NumberCodec;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.JudgedPairs;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.LearningCurve;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.PlannedRun;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Variation;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Divergence;

/**
 * Results of a study in a zip, as arrays of NumPy: {@value #RUNS} has a row for each finished run, in the order of the
 * plan, {@value #CHECKPOINTS} one for each checkpoint that they reached, run after run.
 */
public final class ResultsFile {

    static final String RUNS = "runs.npy";
    static final String CHECKPOINTS = "checkpoints.npy";

    /** In an array a verdict is its place here. */
    static final List<Verdict> VERDICTS = List.of(
            Verdict.REMEMBERS,
            Verdict.A_TRACE,
            Verdict.NOT_YET,
            Verdict.NEEDS_NO_MEMORY,
            Verdict.CANNOT_BE_KNOWN,
            Verdict.BY_FLOORS,
            Verdict.FORECASTS,
            Verdict.BETTER_THAN_ECHO,
            Verdict.NOT_SHOWN_BETTER,
            Verdict.ECHOES,
            Verdict.WORSE,
            Verdict.TOO_FEW,
            Verdict.MAY_ECHO);

    private static final NumberCodec<Verdict> VERDICT = NumberCodec.oneOf(VERDICTS);

    private static final NumberCodec<JudgedPairs> PAIRS = NumberCodec.of(JudgedPairs.class)
            .check(pairs ->
                    pairs.passing() <= pairs.right() && pairs.right() <= pairs.fed() && pairs.fed() <= pairs.all());

    private static final NumberCodec<Judgement> JUDGEMENT = NumberCodec.of(
            Judgement.class,
            field("verdict", VERDICT),
            field("fork", NumberCodec.whole(Memory.NONE, Integer.MAX_VALUE)),
            field("pairs", PAIRS));

    /**
     * A run.
     *
     * @param run         its place in the plan, from 0
     * @param checkpoints how many it reached
     */
    private record Run(
            int run,
            int epochs,
            Optional<Integer> firstRemembered,
            Optional<Long> sequencesToSolve,
            int inARow,
            Optional<Divergence> divergence,
            int checkpoints,
            double separationBefore,
            Optional<Evaluation> end) {

        Run(RunResult result) {
            this(
                    result.run(),
                    result.epochs(),
                    result.firstRemembered().stream().boxed().findFirst(),
                    result.sequencesToSolve().stream().boxed().findFirst(),
                    result.inARow(),
                    result.divergence(),
                    result.course().size(),
                    result.course().separationBefore(),
                    result.end().map(Evaluation::withoutSequences));
        }

        /** Whether it can be a run of that plan. */
        boolean isOf(Plan plan) {
            if (run >= plan.runs()) {
                return false;
            }
            Variation cell = plan.run(run).cell();
            int most = cell.experiment().hyperparameters().get(Settings.EPOCHS);
            return epochs <= most
                    && firstRemembered.orElse(0) <= most
                    && checkpoints <= cell.checkpoints().size();
        }

        RunResult result(Plan plan, List<Checkpoint> reached) {
            PlannedRun planned = plan.run(run);
            return new RunResult(
                    run,
                    planned.cell().number(),
                    planned.seed(),
                    end,
                    end.map(Evaluation::verdict),
                    epochs,
                    firstRemembered.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    sequencesToSolve.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                    inARow,
                    divergence,
                    course(reached));
        }

        private LearningCurve course(List<Checkpoint> reached) {
            float[] separations = new float[1 + reached.size()];
            separations[0] = (float) separationBefore;
            for (int point = 0; point < reached.size(); point++) {
                separations[1 + point] = (float) reached.get(point).separation;
            }
            double[] losses = reached.stream().mapToDouble(Checkpoint::loss).toArray();
            return LearningCurve.of(
                    losses,
                    separations,
                    reached.stream().map(Checkpoint::verdict).toList());
        }
    }

    private record Checkpoint(double loss, Verdict verdict, double separation) {

        static List<Checkpoint> of(LearningCurve course) {
            return IntStream.range(0, course.size())
                    .mapToObj(point ->
                            new Checkpoint(course.loss(point), course.verdict(point), course.separation(point)))
                    .toList();
        }
    }

    private static final NumberCodec<Run> RUN = NumberCodec.of(
            Run.class,
            field("firstRemembered", NumberCodec.COUNT.optional()),
            field("sequencesToSolve", NumberCodec.LONG.optional()),
            field("divergence", NumberCodec.of(Divergence.class).optional()),
            field("end", evaluation(0, 0).optional()));

    private static final NumberCodec<Checkpoint> CHECKPOINT =
            NumberCodec.of(Checkpoint.class, field("loss", NumberCodec.FINITE), field("verdict", VERDICT));

    private ResultsFile() {}

    /** Evaluations of a task with so many listed sequences, judged in so many orders. */
    public static NumberCodec<Evaluation> evaluation(int sequences, int orders) {
        return NumberCodec.of(
                        Evaluation.class,
                        field("loss", NumberCodec.FINITE),
                        field("sequenceLoss", NumberCodec.row(sequences, Double::isFinite)),
                        field("decidingLoss", NumberCodec.FINITE),
                        field(
                                "rightByOrder",
                                NumberCodec.COUNT
                                        .list(orders)
                                        .optional()
                                        .as(right -> right.orElse(List.of()), right -> Optional.of(right)
                                                .filter(all -> all.size() == orders))),
                        field("judgement", JUDGEMENT))
                .check(all -> all.decidingSteps() <= all.steps());
    }

    public static long size(Results results) {
        return results.finished().stream()
                .mapToLong(result -> size(result.course().size()))
                .sum();
    }

    /** Largest size of the results of some runs of a plan. */
    static long most(Plan plan, int[] runs) {
        return IntStream.of(runs)
                .mapToLong(run -> size(plan.run(run).cell().checkpoints().size()))
                .sum();
    }

    private static long size(int checkpoints) {
        return RUN.size() + checkpoints * CHECKPOINT.size();
    }

    /** Adds results to the files of a zip; each array must fit into memory. */
    public static void write(Results results, String folder, Map<String, byte[]> files) {
        List<RunResult> finished = results.finished();
        files.put(folder + RUNS, RUN.bytes(finished.stream().map(Run::new).toList()));
        files.put(
                folder + CHECKPOINTS,
                CHECKPOINT.bytes(finished.stream()
                        .flatMap(result -> Checkpoint.of(result.course()).stream())
                        .toList()));
    }

    /**
     * @throws InvalidInput if they cannot be results of that plan
     */
    public static Results read(Plan plan, ZipContent zip, String folder) {
        List<Run> runs = RUN.read(zip, folder + RUNS, 0, plan.runs());
        List<Checkpoint> checkpoints = CHECKPOINT.read(zip, folder + CHECKPOINTS, 0, Integer.MAX_VALUE);
        List<RunResult> finished = new ArrayList<>();
        int before = -1;
        int point = 0;
        for (Run run : runs) {
            if (run.run <= before || !run.isOf(plan) || run.checkpoints > checkpoints.size() - point) {
                throw NumberCodec.damaged(zip.place(folder + RUNS), finished.size());
            }
            finished.add(run.result(plan, checkpoints.subList(point, point + run.checkpoints)));
            before = run.run;
            point += run.checkpoints;
        }
        if (point < checkpoints.size()) {
            throw NumberCodec.damaged(zip.place(folder + CHECKPOINTS), point);
        }
        return new Results(plan, finished);
    }
}
