package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
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
import lab.carousel.study.ready.PaperFigures;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.RequiredToggleGroup;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;

/** The tables of a study: its variations, and its single runs. Each can be opened. */
final class StudyTablesPane extends VBox {

    /** More rows take too long to be sorted at every update; results.csv has them all. */
    private static final int MOST_RUNS = 10_000;

    private final Consumer<Experiment> onOpen;
    private final ResultTable<CellSummary> cells;
    private final ResultTable<RunResult> runs;
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
        cells = new ResultTable<>("cells", cell -> cell.cell().number(), this::open);
        runs = new ResultTable<>("runs", RunResult::run, this::open);
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

    private static ToggleButton toggle(String key) {
        return whole(named(new ToggleButton(Message.text("studyWindow.table." + key)), "show-" + key));
    }

    /** Shows what a study has come to. */
    void show(Findings findings) {
        if (plan != findings.results().plan()) {
            plan = findings.results().plan();
            cells.setColumns(ResultColumn.ofCells(plan.study()));
            runs.setColumns(ResultColumn.ofRuns(findings.results()));
        }
        finished = findings.results().finished();
        cells.show(findings.summaries());
        fillRuns();
    }

    private void fillRuns() {
        // A table that is not seen costs nothing
        if (showRuns.isSelected()) {
            runs.show(finished.subList(0, Math.min(MOST_RUNS, finished.size())));
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

    /** Opens a single run. */
    void open(int run) {
        Optional.ofNullable(plan)
                .ifPresent(known -> onOpen.accept(known.run(run).experiment()));
    }

    /**
     * A table of results that can be sorted by each of its columns. Order and selection stay when it is filled anew.
     *
     * @param <R> a result
     */
    public static final class ResultTable<R> extends TableView<R> {

        private final ToIntFunction<R> number;
        private final Consumer<R> onOpen;
        private final ObservableList<R> rows = FXCollections.observableArrayList();

        /**
         * An empty table.
         *
         * @param id     names it
         * @param number tells results apart
         * @param onOpen is given a result that is clicked twice, or on which Enter is pressed
         */
        public ResultTable(String id, ToIntFunction<R> number, Consumer<R> onOpen) {
            this.number = number;
            this.onOpen = onOpen;
            setId(id);
            getStyleClass().addAll("studies-table", "dense");
            setAccessibleText(Message.text("studyWindow.table." + id));
            setPlaceholder(new Label(Message.text("studyWindow.table.empty")));
            SortedList<R> sorted = new SortedList<>(rows);
            sorted.comparatorProperty().bind(comparatorProperty());
            setItems(sorted);
            setRowFactory(table -> row());
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    selected().ifPresent(onOpen);
                    event.consume();
                } else if (event.getCode().isDigitKey() && !event.getText().isEmpty() && !event.isShortcutDown()) {
                    sortBy(event.getText().charAt(0) - '1');
                    event.consume();
                }
            });
            setAccessibleHelp(Message.text("studyWindow.table.keys"));
        }

        private TableRow<R> row() {
            TableRow<R> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    onOpen.accept(row.getItem());
                }
            });
            return row;
        }

        /** What a click on the header of a column does: upwards, then downwards, then as it was. */
        private void sortBy(int place) {
            if (place < 0 || place >= getColumns().size()) {
                return;
            }
            TableColumn<R, ?> column = getColumns().get(place);
            boolean isSorted = getSortOrder().equals(List.of(column));
            if (isSorted && column.getSortType() == SortType.DESCENDING) {
                getSortOrder().clear();
            } else {
                column.setSortType(isSorted ? SortType.DESCENDING : SortType.ASCENDING);
                getSortOrder().setAll(List.of(column));
            }
        }

        /** Takes other columns; the order and the selection are given up. */
        public void setColumns(List<ResultColumn<R>> columns) {
            rows.clear();
            getSortOrder().clear();
            getColumns().setAll(columns.stream().map(this::column).toList());
        }

        private TableColumn<R, ResultColumn.Value> column(ResultColumn<R> described) {
            TableColumn<R, ResultColumn.Value> column = new TableColumn<>();
            Label title = new Label(described.title());
            Tip.put(
                    title,
                    described.key().startsWith("axis")
                            ? Message.text("studyWindow.column.axis.tip", described.title())
                            : Message.text("studyWindow.column." + described.key() + ".tip"));
            column.setId(getId() + "-" + described.key());
            column.setGraphic(title);
            column.setPrefWidth(described.width());
            column.setCellValueFactory(row -> value(described, row.getValue()));
            column.setCellFactory(any -> cell());
            return column;
        }

        private static <R> ObservableValue<ResultColumn.Value> value(ResultColumn<R> column, R row) {
            return new ReadOnlyObjectWrapper<>(column.value().apply(row));
        }

        private TableCell<R, ResultColumn.Value> cell() {
            return new TableCell<>() {
                @Override
                protected void updateItem(ResultColumn.Value value, boolean empty) {
                    super.updateItem(value, empty);
                    setText(empty || value == null ? "" : value.words());
                }
            };
        }

        /** Shows results. */
        public void show(List<R> results) {
            Optional<Integer> before = selected().map(number::applyAsInt);
            rows.setAll(results);
            before.ifPresent(this::selectNumber);
        }

        private void selectNumber(int wanted) {
            for (R row : getItems()) {
                if (number.applyAsInt(row) == wanted) {
                    getSelectionModel().select(row);
                    return;
                }
            }
        }

        /** The result that is selected. */
        public Optional<R> selected() {
            return Optional.ofNullable(getSelectionModel().getSelectedItem());
        }
    }

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
                    "loss",
                    LOSS,
                    cell -> Value.loss(cell.atEnd(Evaluation::loss).median())));
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
                                margin,
                                Message.text("studyWindow.margin", margin).replace('-', '−'));
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
                return new Value(
                        axis.isScale() ? choice.number().orElse(Double.NaN) : all.indexOf(choice), choice.label());
            }

            @Override
            public int compareTo(Value other) {
                int byNumber = Double.compare(number, other.number);
                return byNumber != 0 ? byNumber : words.compareTo(other.words);
            }
        }
    }
}
