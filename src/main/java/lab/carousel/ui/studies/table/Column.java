package lab.carousel.ui.studies.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.ready.PaperFigures;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Message;

/**
 * A column of a table of results.
 *
 * @param key   names it
 * @param title above it
 * @param width in pixels
 * @param value what stands in it
 */
public record Column<R>(String key, String title, double width, Function<R, TableValue> value) {

    private static final double ONLY_AXIS = 128;
    private static final double AXIS = 106;
    private static final double RUNS = 52;
    private static final double LOSS = 84;
    private static final double SHARE = 118;
    private static final double NUMBER = 72;
    private static final double SEQUENCES = 96;
    private static final double END = 152;
    private static final double SEED = 152;

    /** The columns that tell of the variations of a study. */
    public static List<Column<CellSummary>> ofCells(Study study) {
        List<Column<CellSummary>> columns = new ArrayList<>();
        columns.addAll(ofAxes(study, CellSummary::cell));
        columns.add(column("runs", RUNS, cell -> TableValue.whole(cell.runs().size())));
        if (study.question() == Question.SUCCESS) {
            columns.add(column("solved", SHARE, cell -> TableValue.share(cell.solved())));
            columns.add(column(
                    "sequences",
                    SEQUENCES,
                    cell -> TableValue.whole(cell.sequencesToSolve().median())));
            columns.add(column(
                    "paper",
                    SEQUENCES,
                    cell -> TableValue.whole(
                            PaperFigures.sequences(cell.cell().experiment().task())
                                    .orElse(Double.NaN))));
        }
        columns.add(column("remembers", SHARE, cell -> TableValue.share(cell.ended(Verdict.REMEMBERS))));
        columns.add(column("luck", SHARE, cell -> TableValue.share(cell.ended(Verdict.RIGHT_BY_LUCK))));
        columns.add(column("notYet", SHARE, cell -> TableValue.share(cell.ended(Verdict.NOT_YET))));
        columns.add(column("diverged", SHARE, cell -> TableValue.share(cell.diverged())));
        columns.add(column(
                "loss",
                LOSS,
                cell -> TableValue.loss(cell.atEnd(Evaluation::loss).median())));
        columns.add(column(
                "margin",
                NUMBER,
                cell -> TableValue.margin(cell.atEnd(Evaluation::margin).median())));
        columns.add(column(
                "first", NUMBER, cell -> TableValue.whole(cell.firstRemembered().median())));
        return columns;
    }

    private static <R> List<Column<R>> ofAxes(Study study, Function<R, Variation> cellOf) {
        List<Column<R>> columns = new ArrayList<>();
        for (int place = 0; place < study.axes().size(); place++) {
            Axis axis = study.axes().get(place);
            int index = place;
            columns.add(new Column<>(
                    "axis" + place,
                    axis.title(),
                    axisWidth(study),
                    row -> TableValue.choice(axis, cellOf.apply(row).choices().get(index))));
        }
        return columns;
    }

    /** The columns that tell of the single runs of a study. */
    public static List<Column<RunResult>> ofRuns(Results results) {
        Study study = results.plan().study();
        List<Column<RunResult>> columns = new ArrayList<>();
        columns.add(column("run", NUMBER, run -> TableValue.whole(run.run() + 1.0)));
        columns.addAll(ofAxes(study, run -> results.plan().cells().get(run.cell())));
        columns.add(column("seed", SEED, run -> new TableValue(run.seed(), Long.toString(run.seed()))));
        columns.add(column("end", END, Column::end));
        columns.add(column("right", NUMBER, Column::right));
        columns.add(column("oneLoss", LOSS, run -> TableValue.loss(number(run, Evaluation::loss))));
        columns.add(column("oneMargin", NUMBER, run -> TableValue.margin(number(run, Evaluation::margin))));
        columns.add(column(
                "oneFirst",
                NUMBER,
                run -> run.firstRemembered().isPresent()
                        ? TableValue.whole(run.firstRemembered().getAsInt())
                        : TableValue.NONE));
        if (study.question() == Question.SUCCESS) {
            columns.add(column(
                    "oneSequences",
                    SEQUENCES,
                    run -> run.isSolved()
                            ? TableValue.whole((double) run.sequencesToSolve().getAsLong())
                            : TableValue.NONE));
        }
        return columns;
    }

    /** With two axes the table still fits into a window of 1280 pixels. */
    private static double axisWidth(Study study) {
        return study.axes().size() == 1 ? ONLY_AXIS : AXIS;
    }

    private static <R> Column<R> column(String key, double width, Function<R, TableValue> value) {
        return new Column<>(key, Message.text("studyWindow.column." + key), width, value);
    }

    /** How a run ended, in a word or two. */
    @SuppressWarnings("EnumOrdinal") // sorted from the worst verdict to the best
    public static TableValue end(RunResult run) {
        if (run.isDiverged()) {
            int epoch = run.divergence().orElseThrow().epoch();
            return new TableValue(Verdict.values().length, Message.text("studyWindow.divergedIn", epoch));
        }
        return run.verdict()
                .map(verdict -> new TableValue(verdict.ordinal(), Message.text("verdict." + verdict.name() + ".name")))
                .orElse(TableValue.NONE);
    }

    private static TableValue right(RunResult run) {
        return run.end()
                .map(end -> new TableValue(end.recall(), Message.text("studyWindow.right", end.right(), end.steps())))
                .orElse(TableValue.NONE);
    }

    private static double number(RunResult run, Function<Evaluation, Double> value) {
        return run.end().map(value).orElse(Double.NaN);
    }
}
