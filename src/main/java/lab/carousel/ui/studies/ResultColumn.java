package lab.carousel.ui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.ready.PaperFigures;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * A column of a table of results.
 *
 * @param key   names it
 * @param title above it
 * @param width in pixels
 * @param value what stands in it
 */
record ResultColumn<R>(String key, String title, double width, Function<R, Value> value) {

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
    static List<ResultColumn<CellSummary>> ofCells(Study study) {
        List<ResultColumn<CellSummary>> columns = new ArrayList<>();
        columns.addAll(ofAxes(study, CellSummary::cell));
        columns.add(column("runs", RUNS, cell -> Value.whole(cell.runs().size())));
        if (study.question() == Question.SUCCESS) {
            columns.add(column("solved", SHARE, cell -> Value.share(cell.solved())));
            columns.add(column(
                    "sequences",
                    SEQUENCES,
                    cell -> Value.whole(cell.sequencesToSolve().median())));
            columns.add(column(
                    "paper",
                    SEQUENCES,
                    cell -> Value.whole(
                            PaperFigures.sequences(cell.cell().experiment().task())
                                    .orElse(Double.NaN))));
        }
        columns.add(column("remembers", SHARE, cell -> Value.share(cell.ended(Verdict.REMEMBERS))));
        columns.add(column("luck", SHARE, cell -> Value.share(cell.ended(Verdict.RIGHT_BY_LUCK))));
        columns.add(column("notYet", SHARE, cell -> Value.share(cell.ended(Verdict.NOT_YET))));
        columns.add(column("diverged", SHARE, cell -> Value.share(cell.diverged())));
        columns.add(column(
                "loss", LOSS, cell -> Value.loss(cell.atEnd(Evaluation::loss).median())));
        columns.add(column(
                "margin",
                NUMBER,
                cell -> Value.margin(cell.atEnd(Evaluation::margin).median())));
        columns.add(column(
                "first", NUMBER, cell -> Value.whole(cell.firstRemembered().median())));
        return columns;
    }

    private static <R> List<ResultColumn<R>> ofAxes(Study study, Function<R, Variation> cellOf) {
        List<ResultColumn<R>> columns = new ArrayList<>();
        for (int place = 0; place < study.axes().size(); place++) {
            Axis axis = study.axes().get(place);
            int index = place;
            columns.add(new ResultColumn<>(
                    "axis" + place,
                    axis.title(),
                    axisWidth(study),
                    row -> Value.choice(axis, cellOf.apply(row).choices().get(index))));
        }
        return columns;
    }

    /** The columns that tell of the single runs of a study. */
    static List<ResultColumn<RunResult>> ofRuns(Results results) {
        Study study = results.plan().study();
        List<ResultColumn<RunResult>> columns = new ArrayList<>();
        columns.add(column("run", NUMBER, run -> Value.whole(run.run() + 1.0)));
        columns.addAll(ofAxes(study, run -> results.plan().cells().get(run.cell())));
        columns.add(column("seed", SEED, run -> new Value(run.seed(), Long.toString(run.seed()))));
        columns.add(column("end", END, ResultColumn::end));
        columns.add(column("right", NUMBER, ResultColumn::right));
        columns.add(column("oneLoss", LOSS, run -> Value.loss(number(run, Evaluation::loss))));
        columns.add(column("oneMargin", NUMBER, run -> Value.margin(number(run, Evaluation::margin))));
        columns.add(column(
                "oneFirst",
                NUMBER,
                run -> run.firstRemembered().isPresent()
                        ? Value.whole(run.firstRemembered().getAsInt())
                        : Value.NONE));
        if (study.question() == Question.SUCCESS) {
            columns.add(column(
                    "oneSequences",
                    SEQUENCES,
                    run -> run.isSolved()
                            ? Value.whole((double) run.sequencesToSolve().getAsLong())
                            : Value.NONE));
        }
        return columns;
    }

    /** With two axes the table still fits into a window of 1280 pixels. */
    private static double axisWidth(Study study) {
        return study.axes().size() == 1 ? ONLY_AXIS : AXIS;
    }

    private static <R> ResultColumn<R> column(String key, double width, Function<R, Value> value) {
        return new ResultColumn<>(key, Message.text("studyWindow.column." + key), width, value);
    }

    /** How a run ended, in a word or two. */
    @SuppressWarnings("EnumOrdinal") // sorted from the worst verdict to the best
    static Value end(RunResult run) {
        if (run.isDiverged()) {
            int epoch = run.divergence().orElseThrow().epoch();
            return new Value(Verdict.values().length, Message.text("studyWindow.divergedIn", epoch));
        }
        return run.verdict()
                .map(verdict -> new Value(verdict.ordinal(), Message.text("verdict." + verdict.name() + ".name")))
                .orElse(Value.NONE);
    }

    private static Value right(RunResult run) {
        return run.end()
                .map(end -> new Value(end.recall(), Message.text("studyWindow.right", end.right(), end.steps())))
                .orElse(Value.NONE);
    }

    private static double number(RunResult run, Function<Evaluation, Double> value) {
        return run.end().map(value).orElse(Double.NaN);
    }

    /**
     * What stands in a field of a table, and the number it is sorted by.
     *
     * @param number NaN where there is none; then it comes last
     * @param words  as it is shown
     */
    record Value(double number, String words) implements Comparable<Value> {

        /** Where there is nothing to say. */
        static final Value NONE = new Value(Double.NaN, "–");

        private static final double PERCENT = 100;

        /** A whole number. */
        static Value whole(double number) {
            return Double.isNaN(number) ? NONE : new Value(number, NumberText.whole(Math.round(number)));
        }

        /** A loss. */
        static Value loss(double loss) {
            return Double.isNaN(loss) ? NONE : new Value(loss, NumberText.loss(loss));
        }

        /** A margin. */
        static Value margin(double margin) {
            return Double.isNaN(margin)
                    ? NONE
                    : new Value(
                            margin, Message.text("studyWindow.margin", margin).replace('-', '−'));
        }

        /** A share in percent with its 95 % interval. */
        static Value share(Share share) {
            return share.of() == 0
                    ? NONE
                    : new Value(
                            share.value(),
                            Message.text(
                                    "studyWindow.share",
                                    NumberText.percent(share.value()),
                                    PERCENT * share.low(),
                                    PERCENT * share.high()));
        }

        /** A value of an axis: by its number if it is one, else by its place in the list. */
        static Value choice(Axis axis, AxisValue choice) {
            List<AxisValue> all = axis.choices();
            return new Value(axis.isScale() ? choice.number().orElse(Double.NaN) : all.indexOf(choice), choice.label());
        }

        @Override
        public int compareTo(Value other) {
            int byNumber = Double.compare(number, other.number);
            return byNumber != 0 ? byNumber : words.compareTo(other.words);
        }
    }
}
