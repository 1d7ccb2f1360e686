package lab.carousel.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.UnitName;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.compare.RunCurves.CurveKind;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.OneOf;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.drawing.LineSample;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.place.Place;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Runs side by side: pinned by the user, as many as eight, they stay until they are taken away. */
public final class ComparePlace implements Place.Content {

    private static final double CURVES_HEIGHT = 220;
    private static final double HEATMAP_WIDTH = 288;
    private static final double HEATMAP_HEIGHT = 220;

    /** A heatmap worked out for a run. */
    private record Drawn(PinnedRun run, MatrixDrawing drawing) {}

    private final ScrollArea view = new ScrollArea();
    private final Pins pins;
    private final Background background;
    private final ObservableValue<Optional<Snapshot>> current;
    private final ObservableValue<Boolean> stepByStep;
    private final Latest<List<PinnedRun>, List<PinnedRun>> evaluating;
    private final Consumer<Experiment> onOpen;
    private final Button pin = new Button(Message.text("compare.pin"));
    private final Label empty = new Label(Message.text("compare.empty"));
    private final VBox list = new VBox();
    private final CurveChoice choice = new CurveChoice(this::showCurves);
    private final DrawingView curves;
    private final DifferencesGrid differences = new DifferencesGrid();
    private final FlowPane heatmaps = new FlowPane(8, 8);
    private final VBox comparison = new VBox();

    private Palette palette = Palette.LIGHT;
    /** The pinned runs, each evaluated as it is looked at. */
    private List<PinnedRun> seen = List.of();

    /**
     * A place without runs.
     *
     * @param background draws the states
     * @param pins       the runs
     * @param current    the run that is looked at now
     * @param stepByStep whether networks are looked at step by step
     * @param onOpen     opens an experiment
     */
    public ComparePlace(
            Background background,
            Pins pins,
            ObservableValue<Optional<Snapshot>> current,
            ObservableValue<Boolean> stepByStep,
            Consumer<Experiment> onOpen) {
        this.curves = new DrawingView(background, "compareCurves");
        this.background = background;
        this.pins = pins;
        this.current = current;
        this.stepByStep = stepByStep;
        this.evaluating = new Latest<>(
                background,
                "compare",
                runs -> runs.stream().map(PinnedRun::stepByStep).toList(),
                runs -> {
                    seen = runs;
                    showRuns();
                });
        this.onOpen = onOpen;
        build();
        Hearing.of(view, pins.runsProperty(), (observable, before, now) -> evaluate());
        Hearing.of(view, stepByStep, (observable, before, now) -> evaluate());
        Hearing.of(view, current, (observable, before, now) -> updatePin());
        evaluate();
    }

    private void build() {
        view.setId("compare");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().add("compare");
        pin.setId("pinRun");
        Tip.put(pin, Message.text("compare.pin.tip"));
        pin.setOnAction(event -> current.getValue().ifPresent(pins::pin));
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        list.getStyleClass().add("compare-runs");
        curves.setMinHeight(CURVES_HEIGHT);
        curves.setPrefHeight(CURVES_HEIGHT);
        comparison.getStyleClass().add("compare-comparison");
        comparison
                .getChildren()
                .setAll(choice, curves, title("compare.differences"), differences, title("compare.states"), heatmaps);
        VBox all = new VBox(new HBox(pin), empty, list, comparison);
        all.getStyleClass().add("place");
        view.setContent(all);
    }

    private void evaluate() {
        if (stepByStep.getValue()) {
            evaluating.ask(pins.runs());
        } else {
            evaluating.forget();
            seen = pins.runs();
            showRuns();
        }
    }

    private static Label title(String key) {
        Label title = new Label(Message.text(key));
        title.getStyleClass().add("compare-title");
        return title;
    }

    private void updatePin() {
        pin.setDisable(current.getValue().isEmpty() || pins.isFull());
    }

    private void showRuns() {
        updatePin();
        list.getChildren().setAll(seen.stream().map(this::row).toList());
        empty.setVisible(seen.isEmpty());
        empty.setManaged(seen.isEmpty());
        comparison.setVisible(!seen.isEmpty());
        comparison.setManaged(!seen.isEmpty());
        differences.show(pins.runs());
        showCurves();
        showHeatmaps();
    }

    private Node row(PinnedRun run) {
        RunRow row = new RunRow(run, palette);
        Optional<PinnedRun> pinned = pins.numbered(run.number());
        row.onOpen(() -> pinned.ifPresent(each -> onOpen.accept(each.snapshot().experiment())));
        row.onRemove(() -> pinned.ifPresent(pins::remove));
        return row;
    }

    private void showCurves() {
        curves.setAccessibleText(Message.text("ui.value", Message.text("compare.picture"), summaries()));
        curves.show(seen.isEmpty() ? null : RunCurves.of(seen, choice.kind(), choice.isLogarithmic()));
    }

    private void showHeatmaps() {
        heatmaps.getChildren().setAll(seen.stream().map(this::heatmap).toList());
    }

    private String summaries() {
        return String.join(
                "   ",
                seen.stream().map(run -> run.name() + ": " + run.summary()).toList());
    }

    private Node heatmap(PinnedRun run) {
        DrawingView view = new DrawingView(background, "compareHeatmap" + run.number());
        view.setPalette(palette);
        view.setAccessibleText(Message.text("compare.states.accessible", run.name(), run.summary()));
        view.setPrefSize(HEATMAP_WIDTH, HEATMAP_HEIGHT);
        new Latest<PinnedRun, Drawn>(
                        background,
                        "heatmap",
                        asked -> new Drawn(asked, RunHeatmap.of(asked)),
                        drawn -> view.show(drawn.drawing()))
                .ask(run);
        Label name = new Label(run.name());
        name.getStyleClass().add("compare-name");
        return new VBox(name, view);
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        curves.setPalette(newPalette);
        showRuns();
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.ofNullable(curves.drawing())
                .map(drawing ->
                        new DrawnPicture(Message.text("compare.picture"), summaries(), drawing, palette, 960, 540));
    }

    /** Chooses which curves are drawn: the loss, on a linear or a logarithmic axis, or the recall. */
    static final class CurveChoice extends HBox {

        private final OneOf group = new OneOf();

        CurveChoice(Runnable onChange) {
            setAlignment(Pos.CENTER_LEFT);
            add("loss", "left-pill");
            add("logLoss", "center-pill");
            add("recall", "right-pill");
            group.selectToggle(group.getToggles().get(0));
            group.hold(chosen -> onChange.run());
        }

        private void add(String key, String style) {
            ToggleButton button = new ToggleButton(Message.text("compare.curve." + key));
            button.setId("compare-" + key);
            button.getStyleClass().add(style);
            button.setToggleGroup(group);
            getChildren().add(button);
        }

        private boolean isChosen(String key) {
            return group.getSelectedToggle() instanceof Node chosen
                    && chosen.getId().equals("compare-" + key);
        }

        CurveKind kind() {
            return isChosen("recall") ? CurveKind.RECALL : CurveKind.LOSS;
        }

        boolean isLogarithmic() {
            return isChosen("logLoss");
        }
    }

    /** The hidden state of a pinned run, small, to be put beside another. */
    static final class RunHeatmap {

        /** More steps would be too narrow to be seen. */
        private static final StepWindow WINDOW = new StepWindow(0, 200);

        private RunHeatmap() {}

        static MatrixDrawing of(PinnedRun run) {
            Traces traces =
                    Traces.of(run.snapshot().experiment(), run.snapshot().parameters(), WINDOW);
            List<String> symbols = run.snapshot().experiment().task().alphabet().symbols();
            double[][] values = new double[traces.units()][traces.columns()];
            List<String> columns = new ArrayList<>();
            List<Integer> gaps = new ArrayList<>();
            for (int column = 0; column < traces.columns(); column++) {
                columns.add(symbols.get(traces.step(column).input()));
                if (column > 0 && traces.stretchAt(column) != traces.stretchAt(column - 1)) {
                    gaps.add(column);
                }
                for (int unit = 0; unit < traces.units(); unit++) {
                    values[unit][column] = traces.value(Quantity.HIDDEN_STATE, column, unit);
                }
            }
            return MatrixDrawing.of(
                            values,
                            new MatrixDrawing.Side(
                                    Message.text("state.axis.unit"),
                                    IntStream.range(0, traces.units())
                                            .mapToObj(unit -> UnitName.of(traces, unit))
                                            .toList()),
                            new MatrixDrawing.Side("", columns),
                            ColourScale.SIGNED,
                            NumberText::share)
                    .withGaps(gaps);
        }
    }

    /** A pinned run in the list: the look of its line, its name, how well it did, and what can be done with it. */
    static final class RunRow extends HBox {

        private final Button open = button("open", Feather.EXTERNAL_LINK);
        private final Button remove = button("remove", Feather.X);

        RunRow(PinnedRun run, Palette palette) {
            setId("pinned" + run.number());
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("compare-run");
            Label name = new Label(run.name());
            name.getStyleClass().add("compare-name");
            Label summary = new Label(run.summary());
            summary.setId("pinnedSummary" + run.number());
            summary.getStyleClass().add("muted");
            summary.setWrapText(true);
            VBox words = new VBox(name, summary);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            open.setId("openPinned" + run.number());
            remove.setId("removePinned" + run.number());
            getChildren().setAll(new LineSample(LineStyle.series(run.style(), palette)), words, open, remove);
        }

        private static Button button(String key, Feather icon) {
            Button button = new Button(null, new FontIcon(icon));
            button.getStyleClass().addAll("flat", "button-icon");
            Tip.put(button, Message.text("compare." + key + ".tip"));
            button.setAccessibleText(Message.text("compare." + key));
            return button;
        }

        void onOpen(Runnable action) {
            open.setOnAction(event -> action.run());
        }

        void onRemove(Runnable action) {
            remove.setOnAction(event -> action.run());
        }
    }

    /** A table of what differs between the experiments of pinned runs: a column for each run. */
    static final class DifferencesGrid extends GridPane {

        DifferencesGrid() {
            setId("compareDifferences");
            getStyleClass().add("compare-differences");
        }

        void show(List<PinnedRun> runs) {
            getChildren().clear();
            List<SettingsTable.Row> rows = SettingsTable.differences(
                    runs.stream().map(run -> run.snapshot().experiment()).toList());
            if (rows.isEmpty()) {
                add(
                        label(
                                Message.text(runs.size() < 2 ? "compare.differences.one" : "compare.differences.none"),
                                true),
                        0,
                        0);
                return;
            }
            for (int column = 0; column < runs.size(); column++) {
                add(label(runs.get(column).name(), true), column + 1, 0);
            }
            for (int row = 0; row < rows.size(); row++) {
                add(label(rows.get(row).name(), true), 0, row + 1);
                for (int column = 0; column < runs.size(); column++) {
                    String value = rows.get(row).values().get(column);
                    Label cell = label(value, false);
                    Tip.put(cell, value);
                    add(cell, column + 1, row + 1);
                }
            }
        }

        private static Label label(String text, boolean muted) {
            Label label = new Label(text);
            if (muted) {
                label.getStyleClass().add("muted");
            }
            return label;
        }
    }
}
