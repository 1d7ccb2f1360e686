package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Study;
import lab.carousel.study.many.Variation;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Column;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;
import lab.carousel.text.TableCell;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.RequiredToggleGroup;
import lab.carousel.ui.controls.TableGrid;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/** The tables of a study: its variations, and its single runs. Each can be opened. */
final class StudyTablesPane extends VBox {

    /** More rows take too long to be sorted at every update; results.csv has them all. */
    private static final int MOST_RUNS = 10_000;

    private static final double PERCENT = 100;
    private static final double ONLY_AXIS = 128;
    private static final double AXIS = 106;
    private static final double RUNS = 52;
    private static final double LOSS = 84;
    private static final double SHARE = 118;
    private static final double NUMBER = 72;
    private static final double SEQUENCES = 96;
    private static final double END = 152;
    private static final double SEED = 152;

    private final Consumer<Experiment> onOpen;
    private final TableGrid<CellSummary> cells;
    private final TableGrid<RunResult> runs;
    private final ToggleButton showCells = toggle("cells");
    private final ToggleButton showRuns = toggle("runs");
    private final Label tooMany = styled(new Label(), "muted");
    private final Button open = whole(named(new Button(Message.text("studyWindow.open")), "openThisOne"));

    private @Nullable Plan plan;
    private List<RunResult> finished = List.of();

    /**
     * Tables without rows.
     *
     * @param onOpen opens an experiment
     */
    StudyTablesPane(Consumer<Experiment> onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("studies-tables");
        cells = grid("cells", cell -> cell.cell().number(), this::open);
        runs = grid("runs", RunResult::run, this::open);
        RequiredToggleGroup group = new RequiredToggleGroup();
        group.getToggles().addAll(showCells, showRuns);
        showCells.setSelected(true);
        group.hold(chosen -> fillRuns());
        cells.visibleProperty().bind(showCells.selectedProperty());
        runs.visibleProperty().bind(showRuns.selectedProperty());
        Tip.put(open, Message.text("studyWindow.open.tip"));
        open.setOnAction(event -> openSelected());
        open.disableProperty()
                .bind(Bindings.when(showCells.selectedProperty())
                        .then(cells.getSelectionModel().selectedItemProperty().isNull())
                        .otherwise(
                                runs.getSelectionModel().selectedItemProperty().isNull()));
        HBox bar = Controls.row(4, showCells, showRuns, tooMany, Controls.spring(), open);
        StackPane tables = grow(new StackPane(cells, runs));
        tables.setMinHeight(0);
        getChildren().addAll(bar, tables);
    }

    private static <R> TableGrid<R> grid(String id, ToIntFunction<R> number, Consumer<R> onOpen) {
        TableGrid<R> grid = new TableGrid<>(id, Message.text("studyWindow.table.empty"), number, onOpen);
        grid.setAccessibleText(Message.text("studyWindow.table." + id));
        return styled(grid, "studies-table", "dense");
    }

    private static ToggleButton toggle(String key) {
        return whole(named(new ToggleButton(Message.text("studyWindow.table." + key)), "show-" + key));
    }

    /** Shows what a study has come to. */
    void show(Findings findings) {
        if (plan != findings.results().plan()) {
            plan = findings.results().plan();
            cells.setColumns(cells(plan.study()));
            runs.setColumns(runs(findings.results()));
        }
        finished = findings.results().finished();
        cells.setRows(findings.summaries());
        fillRuns();
    }

    private void fillRuns() {
        // A table that is not seen costs nothing
        if (showRuns.isSelected()) {
            runs.setRows(finished.subList(0, Math.min(MOST_RUNS, finished.size())));
        }
        boolean isCut = showRuns.isSelected() && finished.size() > MOST_RUNS;
        tooMany.setText(isCut ? Message.text("studyWindow.table.tooMany", NumberText.whole(MOST_RUNS)) : "");
    }

    private void openSelected() {
        if (showCells.isSelected()) {
            cells.selected().ifPresent(this::open);
        } else {
            runs.selected().ifPresent(this::open);
        }
    }

    private void open(CellSummary cell) {
        onOpen.accept(cell.cell().experiment());
    }

    private void open(RunResult run) {
        open(run.run());
    }

    void open(int run) {
        Optional.ofNullable(plan)
                .ifPresent(known -> onOpen.accept(known.run(run).experiment()));
    }

    /** The columns that tell of the variations of a study. */
    static Table<CellSummary> cells(Study study) {
        Table<CellSummary> table = Table.of(List.of());
        addAxes(table, study, CellSummary::cell);
        add(table, "runs", RUNS, cell -> count(cell.runs().size()));
        if (study.question() == Question.SUCCESS) {
            add(table, "solved", SHARE, cell -> share(cell.solved()));
            add(
                    table,
                    "sequences",
                    SEQUENCES,
                    cell -> count(cell.sequencesToSolve().median()));
            add(table, "paper", SEQUENCES, StudyTablesPane::ofPaper);
        }
        add(table, "remembers", SHARE, cell -> share(cell.ended(Verdict.REMEMBERS)));
        add(table, "trace", SHARE, cell -> share(cell.ended(Verdict.A_TRACE)));
        add(table, "notYet", SHARE, cell -> share(cell.ended(Verdict.NOT_YET)));
        add(table, "diverged", SHARE, cell -> share(cell.diverged()));
        add(table, "loss", LOSS, cell -> loss(cell.atEnd(Evaluation::loss).median()));
        add(
                table,
                "margin",
                NUMBER,
                cell -> margin(cell.atEnd(Evaluation::margin).median()));
        add(table, "first", NUMBER, cell -> count(cell.firstRemembered().median()));
        return table;
    }

    private static TableCell ofPaper(CellSummary cell) {
        return count(
                cell.cell().experiment().task().judge().publishedSequences().orElse(Double.NaN));
    }

    /** The columns that tell of the single runs of a study. */
    static Table<RunResult> runs(Results results) {
        Study study = results.plan().study();
        Table<RunResult> table = Table.of(List.of());
        add(table, "run", NUMBER, run -> count(run.run() + 1.0));
        addAxes(table, study, run -> results.plan().cells().get(run.cell()));
        add(table, "seed", SEED, run -> new TableCell(run.seed(), Long.toString(run.seed())));
        add(table, "end", END, StudyTablesPane::end);
        add(table, "right", NUMBER, StudyTablesPane::right);
        add(table, "oneLoss", LOSS, run -> loss(number(run, Evaluation::loss)));
        add(table, "oneMargin", NUMBER, run -> margin(number(run, Evaluation::margin)));
        add(
                table,
                "oneFirst",
                NUMBER,
                run -> first(run.firstRemembered().stream().asDoubleStream()));
        if (study.question() == Question.SUCCESS) {
            add(
                    table,
                    "oneSequences",
                    SEQUENCES,
                    run -> first(run.sequencesToSolve().stream().asDoubleStream()));
        }
        return table;
    }

    private static <R> void addAxes(Table<R> table, Study study, Function<R, Variation> cellOf) {
        // With two axes the table still fits into a window of 1280 pixels
        double width = study.axes().size() == 1 ? ONLY_AXIS : AXIS;
        for (int place = 0; place < study.axes().size(); place++) {
            Axis axis = study.axes().get(place);
            int index = place;
            table.column(new Column<>(
                    "axis" + place,
                    List.of(axis.title()),
                    Message.text("studyWindow.column.axis.tip", axis.title()),
                    width,
                    row -> choice(axis, cellOf.apply(row).choices().get(index))));
        }
    }

    private static <R> void add(Table<R> table, String key, double width, Function<R, TableCell> value) {
        String word = "studyWindow.column." + key;
        table.column(new Column<>(key, List.of(Message.text(word)), Message.text(word + ".tip"), width, value));
    }

    /** How a run ended, in a word or two. */
    @SuppressWarnings("EnumOrdinal") // sorted from the worst verdict to the best
    private static TableCell end(RunResult run) {
        if (run.isDiverged()) {
            int epoch = run.divergence().orElseThrow().epoch();
            return new TableCell(Verdict.values().length, Message.text("studyWindow.divergedIn", epoch));
        }
        return run.verdict()
                .map(verdict -> new TableCell(verdict.ordinal(), Message.text("verdict." + verdict.name() + ".name")))
                .orElse(TableCell.NONE);
    }

    private static TableCell right(RunResult run) {
        return run.end()
                .map(end -> new TableCell(end.recall(), Message.text("studyWindow.right", end.right(), end.steps())))
                .orElse(TableCell.NONE);
    }

    private static double number(RunResult run, Function<Evaluation, Double> value) {
        return run.end().map(value).orElse(Double.NaN);
    }

    private static TableCell known(double number, DoubleFunction<String> words) {
        return Double.isNaN(number) ? TableCell.NONE : new TableCell(number, words.apply(number));
    }

    private static TableCell count(double number) {
        return known(number, known -> NumberText.whole(Math.round(known)));
    }

    private static TableCell first(DoubleStream numbers) {
        return count(numbers.findFirst().orElse(Double.NaN));
    }

    private static TableCell loss(double loss) {
        return known(loss, NumberText::loss);
    }

    private static TableCell margin(double margin) {
        return known(margin, known -> Message.text("studyWindow.margin", known).replace('-', '−'));
    }

    /** A share in percent with its 95 % interval. */
    private static TableCell share(Share share) {
        return known(
                share.value(),
                value -> Message.text(
                        "studyWindow.share", NumberText.percent(value), PERCENT * share.low(), PERCENT * share.high()));
    }

    /** A value of an axis: by its number if it is one, else by its place in the list. */
    private static TableCell choice(Axis axis, AxisValue choice) {
        List<AxisValue> all = axis.choices();
        return new TableCell(axis.isScale() ? choice.number().orElse(Double.NaN) : all.indexOf(choice), choice.label());
    }
}
