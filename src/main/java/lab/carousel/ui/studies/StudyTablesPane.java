package lab.carousel.ui.studies;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.controls.OneOf;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.studies.table.Column;
import lab.carousel.ui.studies.table.ResultTable;
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
    private final Label tooMany = new Label();
    private final Button open = new Button(Message.text("studyWindow.open"));

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
        OneOf group = new OneOf();
        group.getToggles().addAll(showCells, showRuns);
        showCells.setSelected(true);
        group.hold(chosen -> fillRuns());
        cells.visibleProperty().bind(showCells.selectedProperty());
        runs.visibleProperty().bind(showRuns.selectedProperty());
        tooMany.getStyleClass().add("muted");
        open.setId("openThisOne");
        Tip.put(open, Message.text("studyWindow.open.tip"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> openSelected());
        open.disableProperty()
                .bind(Bindings.when(showCells.selectedProperty())
                        .then(cells.getSelectionModel().selectedItemProperty().isNull())
                        .otherwise(
                                runs.getSelectionModel().selectedItemProperty().isNull()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(4, showCells, showRuns, tooMany, gap, open);
        bar.setAlignment(Pos.CENTER_LEFT);
        StackPane tables = new StackPane(cells, runs);
        tables.setMinHeight(0);
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(bar, tables);
    }

    private static ToggleButton toggle(String key) {
        ToggleButton button = new ToggleButton(Message.text("studyWindow.table." + key));
        button.setId("show-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** Shows what a study has come to. */
    void show(Findings findings) {
        if (plan != findings.results().plan()) {
            plan = findings.results().plan();
            cells.setColumns(Column.ofCells(plan.study()));
            runs.setColumns(Column.ofRuns(findings.results()));
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
}
