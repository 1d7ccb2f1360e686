package lab.carousel.file.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lab.carousel.drawing.export.PictureEncoder;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.JudgedPairs;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Quantiles;
import lab.carousel.text.Table;
import lab.carousel.text.Words;
import lab.carousel.training.Divergence;

/**
 * Results of a study as files; the window and the command line write the same. The tables are CSV with a header,
 * numbers at full precision, empty where there is none. Equal results give equal bytes.
 */
public final class StudyOutput {

    public static final String RUNS = "results.csv";
    public static final String SUMMARY = "summary.csv";
    public static final String STUDY = "study.json";
    public static final List<String> TABLES_AND_STUDY = List.of(RUNS, SUMMARY, STUDY);

    private static final double NEARLY_ALL = 0.95;
    private static final String DIVERGED = "diverged";
    /** Ends the name of an axis that is also that of a result. */
    private static final String AXIS = "_axis";

    private StudyOutput() {}

    /**
     * Saves both tables in a folder, and the study, if a file can hold it.
     *
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveTables(Path folder, Results results) {
        saveRuns(folder.resolve(RUNS), results);
        saveSummary(folder.resolve(SUMMARY), results);
        Study study = results.plan().study();
        if (StudyFile.canHold(study)) {
            StudyFile.write(folder.resolve(STUDY), study);
        }
    }

    /**
     * Saves each picture in each format.
     *
     * @param isOver asked before each picture; true to stop
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void savePictures(
            Path folder, List<StudyPicture> pictures, PictureEncoder encoder, BooleanSupplier isOver) {
        for (StudyPicture picture : pictures) {
            for (PictureFormat format : List.of(PictureFormat.SVG, PictureFormat.PNG)) {
                if (isOver.getAsBoolean()) {
                    return;
                }
                AtomicFile.writeMade(
                        folder.resolve(picture.name() + format.ending()),
                        stream -> stream.write(encoder.bytes(picture.slide(), format)));
            }
        }
    }

    /**
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveRuns(Path file, Results results) {
        TextFile.write(file, runs(results));
    }

    /**
     * @throws lab.carousel.text.InvalidInput if that cannot be done
     */
    public static void saveSummary(Path file, Results results) {
        TextFile.write(file, summary(results));
    }

    /** A row for each finished run, in the order of the plan: variation, seed, result. */
    public static String runs(Results results) {
        Plan plan = results.plan();
        Table<RunResult> table = Table.of(results.finished()).column("run", run -> run.run() + 1);
        new VariedSettings(plan).addTo(table, run -> plan.cells().get(run.cell()));
        return table.column("seed", RunResult::seed)
                .column(
                        "verdict",
                        run -> run.isDiverged() ? DIVERGED : run.verdict().map(Words.of(Verdict.class)::word))
                .column("right", run -> run.end().map(Evaluation::right))
                .column("steps", run -> run.end().map(Evaluation::steps))
                .column("recall", run -> number(run, Evaluation::recall))
                .column("margin", run -> number(run, Evaluation::margin))
                .column("loss", run -> number(run, Evaluation::loss))
                .column("deciding_loss", run -> number(run, Evaluation::decidingLoss))
                .column("epochs", RunResult::epochs)
                .column("first_remembered", RunResult::firstRemembered)
                .column("sequences_to_solve", RunResult::sequencesToSolve)
                .column("diverged_in_epoch", run -> run.divergence().map(Divergence::epoch))
                .column("bits", run -> number(run, end -> end.judgement().bits()))
                .column("steps_back", run -> judgement(run)
                        .filter(found -> found.forks().all() > 0)
                        .map(found -> found.stepsBack().median()))
                .column("forks", run -> judgement(run)
                        .map(found -> found.forks().all()))
                .column("forks_remembered", run -> judgement(run)
                        .map(found -> found.forks().remembered()))
                .column("best", run -> judgement(run)
                        .map(found -> found.outside().best()))
                .column("separation", run -> number(run, Evaluation::separation))
                .column("in_a_row", RunResult::inARow)
                .column("pairs", run -> pairs(run, JudgedPairs::fed))
                .column("pairs_right", run -> pairs(run, JudgedPairs::right))
                .column("pairs_passing", run -> pairs(run, JudgedPairs::passing))
                .distinct(AXIS)
                .csv();
    }

    private static Object number(RunResult run, ToDoubleFunction<Evaluation> value) {
        return run.end().map(end -> Table.known(value.applyAsDouble(end)));
    }

    private static Optional<Integer> pairs(RunResult run, Function<JudgedPairs, Integer> number) {
        return judgement(run)
                .map(Judgement::pairs)
                .filter(pairs -> pairs.all() > 0)
                .map(number);
    }

    private static Optional<Judgement> judgement(RunResult run) {
        return run.end().map(Evaluation::judgement);
    }

    /** A row for each cell: counts, shares with their 95 % Wilson intervals, and 10, 50 and 90 % quantiles. */
    public static String summary(Results results) {
        Table<CellSummary> table = Table.of(CellSummary.of(results));
        new VariedSettings(results.plan()).addTo(table, CellSummary::cell);
        table.column("runs", cell -> cell.runs().size())
                .column("floor", cell -> Table.known(cell.cell().floor()));
        addShare(table, "remembers", cell -> cell.ended(Verdict.REMEMBERS));
        addShare(table, "trace", cell -> cell.ended(Verdict.A_TRACE));
        addShare(table, "not_yet", cell -> cell.ended(Verdict.NOT_YET));
        addShare(table, "all_right", CellSummary::allRight);
        addShare(table, DIVERGED, CellSummary::diverged);
        addShare(table, "solved", CellSummary::solved);
        addQuantiles(table, "loss", cell -> cell.atEnd(Evaluation::loss));
        addQuantiles(table, "margin", cell -> cell.atEnd(Evaluation::margin));
        addQuantiles(table, "first_remembered", CellSummary::firstRemembered);
        addQuantiles(table, "sequences_to_solve", CellSummary::sequencesToSolve);
        table.column("epochs_until_95", cell -> cell.epochsUntil(NEARLY_ALL));
        addQuantiles(table, "bits", cell -> cell.atEnd(end -> end.judgement().bits()));
        table.column("needs_no_memory", cell -> cell.ended(Verdict.NEEDS_NO_MEMORY)
                        .count())
                .column("cannot_be_known", cell -> cell.ended(Verdict.CANNOT_BE_KNOWN)
                        .count());
        addQuantiles(table, "separation", cell -> cell.atEnd(Evaluation::separation));
        addQuantiles(table, "in_a_row", CellSummary::inARow);
        return table.distinct(AXIS).csv();
    }

    private static void addShare(Table<CellSummary> table, String name, Function<CellSummary, Share> share) {
        table.column(name, cell -> share.apply(cell).count())
                .column(name + "_share", cell -> Table.known(share.apply(cell).value()))
                .column(name + "_low", cell -> Table.known(share.apply(cell).low()))
                .column(name + "_high", cell -> Table.known(share.apply(cell).high()));
    }

    private static void addQuantiles(
            Table<CellSummary> table, String name, Function<CellSummary, Quantiles> quantiles) {
        table.column(name + "_10", cell -> Table.known(quantiles.apply(cell).low()))
                .column(
                        name + "_median",
                        cell -> Table.known(quantiles.apply(cell).median()))
                .column(name + "_90", cell -> Table.known(quantiles.apply(cell).high()));
    }

    /** Columns of a study's tables for the variation: the axes, and all settings that differ with them. */
    static final class VariedSettings {

        private final Plan plan;
        private final List<Setting<?>> settings;
        private final boolean tasksDiffer;

        VariedSettings(Plan plan) {
            this.plan = plan;
            List<Experiment> experiments =
                    plan.cells().stream().map(Variation::experiment).toList();
            this.settings = Settings.ALL.stream()
                    .filter(setting -> plan.study().axes().stream()
                            .noneMatch(axis -> axis.name().equals(setting.name())))
                    .filter(setting -> experiments.stream()
                                    .map(experiment -> setting.get(experiment.hyperparameters()))
                                    .distinct()
                                    .count()
                            > 1)
                    .toList();
            this.tasksDiffer =
                    experiments.stream().map(Experiment::task).distinct().count() > 1;
        }

        <R> void addTo(Table<R> table, Function<R, Variation> cellOf) {
            for (int place = 0; place < plan.study().axes().size(); place++) {
                int axis = place;
                table.column(
                        plan.study().axes().get(axis).name(),
                        row -> cellOf.apply(row).choices().get(axis).name());
            }
            table.columns(
                    settings,
                    Setting::name,
                    (row, setting) ->
                            setting.writtenText(cellOf.apply(row).experiment().hyperparameters()));
            if (tasksDiffer) {
                table.column(
                        "task",
                        row -> cellOf.apply(row).experiment().task().supply().line());
            }
        }
    }
}
