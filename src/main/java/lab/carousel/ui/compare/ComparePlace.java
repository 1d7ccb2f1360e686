package lab.carousel.ui.compare;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Curves;
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
import lab.carousel.training.loss.LossHistory;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.drawing.LineSample;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.Place.PlaceKind;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Runs side by side: pinned by the user, as many as eight, they stay until they are taken away. */
public final class ComparePlace implements Place.Content {

    private static final double CURVES_HEIGHT = 220;
    private static final double HEATMAP_WIDTH = 288;
    private static final double HEATMAP_HEIGHT = 220;
    /** More steps would be too narrow to be seen. */
    private static final StepWindow HEATMAP_STEPS = new StepWindow(0, 200);

    /** The course that is drawn: the loss with the floors of the tasks, on a linear or a logarithmic axis, or the recall. */
    enum Course {
        LOSS("loss"),
        LOGARITHM_OF_LOSS("logLoss"),
        RECALL("recall");

        private final String key;

        Course(String key) {
            this.key = key;
        }
    }

    private final ScrollArea view = named(new ScrollArea(), "compare", "compare");
    private final Pins pins;
    private final Background background;
    private final ObservableValue<Optional<Snapshot>> current;
    private final ObservableValue<Boolean> stepByStep;
    private final Latest<List<PinnedRun>, List<PinnedRun>> evaluating;
    private final Consumer<Experiment> onOpen;
    private final Button pin = Controls.button("pinRun", "compare.pin", this::pin);
    private final Label empty = wrapped(styled(new Label(Message.text("compare.empty")), "empty"));
    private final VBox list = styled(new VBox(), "compare-runs");
    private final Pills<Course> course = new Pills<>(
            List.of(Course.values()),
            each -> named(new ToggleButton(Message.text("compare.curve." + each.key)), "compare-" + each.key));
    private final DrawingView curves;
    private final GridPane differences = named(new GridPane(), "compareDifferences", "compare-differences");
    private final FlowPane heatmaps = new FlowPane(8, 8);
    private final VBox comparison = styled(new VBox(), "compare-comparison");

    private Palette palette = Palette.LIGHT;
    /** The pinned runs, each evaluated as it is looked at. */
    private List<PinnedRun> seen = List.of();

    /**
     * The place.
     *
     * @param background draws the states
     * @param pins       the runs
     * @param current    the run that is looked at now
     * @param stepByStep whether networks are looked at step by step
     * @param onOpen     opens an experiment
     */
    public static Place of(
            Background background,
            Pins pins,
            ObservableValue<Optional<Snapshot>> current,
            ObservableValue<Boolean> stepByStep,
            Consumer<Experiment> onOpen) {
        return new Place(
                "compare", PlaceKind.SEE, () -> new ComparePlace(background, pins, current, stepByStep, onOpen));
    }

    private ComparePlace(
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
        course.setAlignment(Pos.CENTER_LEFT);
        course.valueProperty().addListener((observable, before, now) -> showCurves());
        curves.setMinHeight(CURVES_HEIGHT);
        curves.setPrefHeight(CURVES_HEIGHT);
        comparison
                .getChildren()
                .setAll(course, curves, title("compare.differences"), differences, title("compare.states"), heatmaps);
        view.setContent(styled(new VBox(new HBox(pin), empty, list, comparison), "place"));
        Hearing.of(view, pins.runsProperty(), (observable, before, now) -> evaluate());
        Hearing.of(view, stepByStep, (observable, before, now) -> evaluate());
        Hearing.of(view, current, (observable, before, now) -> updatePin());
        evaluate();
    }

    private void pin() {
        current.getValue().ifPresent(pins::pin);
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
        return styled(new Label(Message.text(key)), "compare-title");
    }

    private void updatePin() {
        pin.setDisable(current.getValue().isEmpty() || pins.isFull());
    }

    private void showRuns() {
        updatePin();
        list.getChildren().setAll(seen.stream().map(this::row).toList());
        Controls.show(empty, seen.isEmpty());
        Controls.show(comparison, !seen.isEmpty());
        showDifferences(pins.runs());
        showCurves();
        heatmaps.getChildren().setAll(seen.stream().map(this::heatmap).toList());
    }

    /** A run in the list: the look of its line, its name, how well it did, and what can be done with it. */
    private Node row(PinnedRun run) {
        Optional<PinnedRun> pinned = pins.numbered(run.number());
        Label name = styled(new Label(run.name()), "compare-name");
        Label summary = named(new Label(run.summary()), "pinnedSummary" + run.number(), "muted");
        VBox words = grow(new VBox(name, wrapped(summary)));
        words.setMinWidth(0);
        HBox row = Controls.row(
                0,
                new LineSample(LineStyle.series(run.style(), palette)),
                words,
                button(
                        "openPinned" + run.number(),
                        Feather.EXTERNAL_LINK,
                        "compare.open",
                        () -> pinned.ifPresent(
                                each -> onOpen.accept(each.snapshot().experiment()))),
                button(
                        "removePinned" + run.number(),
                        Feather.X,
                        "compare.remove",
                        () -> pinned.ifPresent(pins::remove)));
        return named(row, "pinned" + run.number(), "compare-run");
    }

    private static Button button(String id, Feather icon, String key, Runnable action) {
        Button button = named(new Button(null, new FontIcon(icon)), id, "flat", "button-icon");
        return acting(explained(button, key), action);
    }

    private void showCurves() {
        curves.setAccessibleText(Message.text("ui.value", Message.text("compare.picture"), summaries()));
        curves.show(seen.isEmpty() ? null : curves(seen, course.getValue()));
    }

    private String summaries() {
        return seen.stream().map(run -> run.name() + ": " + run.summary()).collect(Collectors.joining("   "));
    }

    /** A table of what differs between the experiments: a column for each run. */
    private void showDifferences(List<PinnedRun> runs) {
        differences.getChildren().clear();
        List<SettingsTable.Row> rows = SettingsTable.differences(
                runs.stream().map(run -> run.snapshot().experiment()).toList());
        if (rows.isEmpty()) {
            String key = runs.size() < 2 ? "compare.differences.one" : "compare.differences.none";
            differences.add(styled(new Label(Message.text(key)), "muted"), 0, 0);
            return;
        }
        for (int column = 0; column < runs.size(); column++) {
            differences.add(styled(new Label(runs.get(column).name()), "muted"), column + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            differences.add(styled(new Label(rows.get(row).name()), "muted"), 0, row + 1);
            for (int column = 0; column < runs.size(); column++) {
                String value = rows.get(row).values().get(column);
                Label cell = new Label(value);
                Tip.put(cell, value);
                differences.add(cell, column + 1, row + 1);
            }
        }
    }

    private Node heatmap(PinnedRun run) {
        DrawingView states = new DrawingView(background, "compareHeatmap" + run.number());
        states.setPalette(palette);
        states.setAccessibleText(Message.text("compare.states.accessible", run.name(), run.summary()));
        states.setPrefSize(HEATMAP_WIDTH, HEATMAP_HEIGHT);
        new Latest<PinnedRun, MatrixDrawing>(background, "heatmap", ComparePlace::states, states::show).ask(run);
        return new VBox(styled(new Label(run.name()), "compare-name"), states);
    }

    /** The hidden state of a run, small, to be put beside another. */
    private static MatrixDrawing states(PinnedRun run) {
        Traces traces = Traces.of(run.snapshot().experiment(), run.snapshot().parameters(), HEATMAP_STEPS);
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
                        new MatrixDrawing.Side(Message.text("state.axis.unit"), UnitName.all(traces.layout())),
                        new MatrixDrawing.Side("", columns),
                        ColourScale.SIGNED,
                        NumberText::share)
                .withGaps(gaps);
    }

    /** The courses of runs on common axes. */
    static Curves curves(List<PinnedRun> runs, Course course) {
        boolean isRecall = course == Course.RECALL;
        List<Curves.Level> floors = runs.stream()
                .map(run -> run.snapshot().floor().mean())
                .distinct()
                .map(floor -> new Curves.Level(Message.text("loss.floor", NumberText.loss(floor)), floor))
                .toList();
        return new Curves(
                runs.stream().map(run -> curve(run, isRecall)).toList(),
                isRecall ? List.of() : floors,
                Message.text(isRecall ? "compare.RECALL" : "compare.LOSS"),
                course == Course.LOGARITHM_OF_LOSS,
                isRecall ? value -> NumberText.decimals(value, 3) : NumberText::loss);
    }

    private static Curves.Curve curve(PinnedRun run, boolean isRecall) {
        LossHistory.View history = run.snapshot().history();
        return new Curves.Curve(
                run.name(),
                IntStream.range(0, history.size()).mapToDouble(history::epoch).toArray(),
                IntStream.range(0, history.size())
                        .mapToDouble(point -> isRecall ? history.recall(point) : history.loss(0, point))
                        .toArray(),
                run.style());
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
}
