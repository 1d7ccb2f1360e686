package lab.carousel.ui.compare;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Objects;
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
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Curves;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.probe.ComparedStates;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.ContrastSubject;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.drawing.LineSample;
import lab.carousel.ui.hyperparameters.SettingRow;
import lab.carousel.ui.hyperparameters.SettingsTable;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContent;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Runs side by side: pinned by the user, as many as eight, they stay until they are taken away. */
public final class ComparePlace implements PlaceContent {

    private static final double CURVES_HEIGHT = 180;
    private static final double STEPS_HEIGHT = 400;
    /** More steps would be too narrow to be seen. */
    private static final int MOST_STEPS = 200;

    /**
     * What is drawn: the loss with the floors of the tasks, on a linear or a logarithmic axis, or the recall, of all runs; or two
     * of them step by step.
     */
    enum Chart {
        LOSS("loss"),
        LOGARITHM_OF_LOSS("logLoss"),
        RECALL("recall"),
        STEPS("steps");

        private final String key;

        Chart(String key) {
            this.key = key;
        }
    }

    private record Pair(ContrastSubject a, ContrastSubject b) {}

    /** What is drawn of a pair, and in words; nothing of two that have no steps in common. */
    private record Found(@Nullable Drawing drawing, String words) {}

    private final ScrollArea view = named(new ScrollArea(), "compare", "compare");
    private final Pins pins;
    private final ObservableValue<Optional<Snapshot>> current;
    private final ObservableValue<Boolean> stepByStep;
    private final ConflatingWorker<List<PinnedRun>, List<PinnedRun>> evaluating;
    private final Consumer<Experiment> onOpen;
    private final Button pin = Controls.button("pinRun", "compare.pin", this::pin);
    private final Label empty = wrapped(styled(new Label(Message.text("compare.empty")), "empty"));
    private final VBox list = styled(new VBox(), "compare-runs");
    private final Pills<Chart> chart = new Pills<>(
            List.of(Chart.values()),
            each -> named(new ToggleButton(Message.text("compare.curve." + each.key)), "compare-" + each.key));
    private final DropDown<String> first = box("compareFirst", "compare.first");
    private final DropDown<String> second = box("compareSecond", "compare.second");
    private final Label contrastWords = Controls.words("compareContrast");
    private final VBox pair =
            new VBox(8, Controls.row(8, new Label("A"), first, new Label("B"), second), contrastWords);
    private final ConflatingWorker<Pair, Found> contrasting;
    private final DrawingView curves;
    private final GridPane differences = named(new GridPane(), "compareDifferences", "compare-differences");
    private final VBox comparison = styled(new VBox(), "compare-comparison");

    private Palette palette = Palette.LIGHT;
    /** The pinned runs, each evaluated as it is looked at. */
    private List<PinnedRun> seen = List.of();
    /** All that two can be chosen of. */
    private List<ContrastSubject> subjects = List.of();

    private String words = "";

    public static Place of(
            PlaceContext in, Pins pins, ObservableValue<Optional<Snapshot>> current, Consumer<Experiment> onOpen) {
        return new Place(
                PlaceName.COMPARE, PlaceKind.SEE, () -> new ComparePlace(in, pins, current, onOpen), PlaceNeed.HEIGHT);
    }

    private ComparePlace(
            PlaceContext in, Pins pins, ObservableValue<Optional<Snapshot>> current, Consumer<Experiment> onOpen) {
        Background background = in.background();
        this.curves = new DrawingView(background, "compareCurves");
        this.pins = pins;
        this.current = current;
        this.stepByStep = in.traces().stepByStepProperty();
        this.evaluating = new ConflatingWorker<>(
                background,
                "compare",
                runs -> runs.stream().map(PinnedRun::stepByStep).toList(),
                runs -> {
                    seen = runs;
                    showRuns();
                });
        this.onOpen = onOpen;
        this.contrasting = new ConflatingWorker<>(
                background, "pair", ComparePlace::contrast, found -> show(found.drawing(), found.words()));
        chart.setAlignment(Pos.CENTER_LEFT);
        chart.valueProperty().addListener((observable, before, now) -> showChart());
        for (DropDown<String> box : List.of(first, second)) {
            box.valueProperty().addListener((observable, before, now) -> showChart());
        }
        comparison.getChildren().setAll(chart, pair, curves, title("compare.differences"), differences);
        view.setContent(styled(new VBox(new HBox(pin), empty, list, comparison), "place"));
        WindowListeners.of(view, pins.runsProperty(), (observable, before, now) -> evaluate());
        WindowListeners.of(view, stepByStep, (observable, before, now) -> evaluate());
        WindowListeners.of(view, current, (observable, before, now) -> updatePin());
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
        subjects = pins.runs().stream().flatMap(PinnedRun::subjects).toList();
        List<String> names = subjects.stream().map(ContrastSubject::name).toList();
        if (!names.equals(first.getItems())) {
            // Two that were chosen stay; one beside itself, as there is no other yet, does not
            boolean isPair = !Objects.equals(first.getValue(), second.getValue());
            offer(first, names, names.stream().findFirst(), true);
            offer(second, names, names.stream().reduce((before, last) -> last), isPair);
        }
        showChart();
    }

    private static void offer(DropDown<String> box, List<String> names, Optional<String> usual, boolean stays) {
        String chosen = box.getValue();
        box.getItems().setAll(names);
        box.setValue(stays && names.contains(chosen) ? chosen : usual.orElse(null));
    }

    private static DropDown<String> box(String id, String key) {
        DropDown<String> box = grow(named(new DropDown<>(), id));
        box.setAccessibleText(Message.text(key));
        box.setMinWidth(72);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
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
                new LineSample(LineStyle.series(run.style()), palette),
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

    private void showChart() {
        boolean isOfSteps = chart.getValue() == Chart.STEPS;
        Controls.show(pair, isOfSteps);
        curves.setMinHeight(isOfSteps ? STEPS_HEIGHT : CURVES_HEIGHT);
        curves.setPrefHeight(isOfSteps ? STEPS_HEIGHT : CURVES_HEIGHT);
        contrasting.forget();
        if (!isOfSteps) {
            show(seen.isEmpty() ? null : curves(seen, chart.getValue()), summaries());
        } else if (subjects.size() < 2) {
            show(null, Message.text("compare.steps.one"));
        } else if (first.getValue() != null && second.getValue() != null) {
            contrasting.ask(new Pair(
                    subjects.get(first.getSelectionModel().getSelectedIndex()),
                    subjects.get(second.getSelectionModel().getSelectedIndex())));
        }
    }

    private void show(@Nullable Drawing drawing, String newWords) {
        words = newWords;
        contrastWords.setText(newWords);
        curves.setAccessibleText(Message.text("ui.value", Message.text("compare.picture"), newWords));
        curves.show(drawing);
    }

    private static Found contrast(Pair pair) {
        if (!pair.a().hasTheTaskOf(pair.b())) {
            return new Found(null, Message.text("compare.steps.otherTask"));
        }
        Contrast both = Contrast.ofNetworks(pair.a(), pair.b(), MOST_STEPS);
        String words = Message.text(
                "compare.steps",
                both.a(),
                both.right(ContrastStep::a),
                both.scored(ContrastStep::a),
                both.b(),
                both.right(ContrastStep::b),
                both.scored(ContrastStep::b),
                both.steps().stream().filter(ContrastStep::isChanged).count());
        Alphabet alphabet = pair.a().experiment().task().alphabet();
        if (!both.hasStates()) {
            return new Found(
                    ContrastDrawing.ofAnswers(both, alphabet, List.of(), -1, -1),
                    words + " " + Message.text("compare.steps.otherUnits"));
        }
        ComparedStates compared = new ComparedStates(
                Quantity.HIDDEN_STATE,
                false,
                Message.text("compare.steps.distance"),
                Message.text("compare.steps.units"),
                UnitName.all(pair.a().parameters().layout()),
                -1);
        return new Found(ContrastDrawing.ofStates(both, alphabet, compared, -1), words);
    }

    private String summaries() {
        return seen.stream().map(run -> run.name() + ": " + run.summary()).collect(Collectors.joining("   "));
    }

    /** A table of what differs between the experiments: a column for each run. */
    private void showDifferences(List<PinnedRun> runs) {
        differences.getChildren().clear();
        List<SettingRow> rows = SettingsTable.differences(
                runs.stream().map(run -> run.snapshot().experiment()).toList());
        if (rows.isEmpty()) {
            String key = runs.size() < 2 ? "compare.differences.one" : "compare.differences.none";
            differences.add(wrapped(styled(new Label(Message.text(key)), "muted")), 0, 0);
            return;
        }
        for (int column = 0; column < runs.size(); column++) {
            differences.add(styled(new Label(runs.get(column).name()), "muted"), column + 1, 0);
        }
        for (int row = 0; row < rows.size(); row++) {
            Label name = styled(new Label(rows.get(row).name()), "muted");
            // Values have tips, and are cut off first
            name.setMinWidth(Region.USE_PREF_SIZE);
            differences.add(name, 0, row + 1);
            for (int column = 0; column < runs.size(); column++) {
                String value = rows.get(row).values().get(column);
                Label cell = new Label(value);
                Tip.put(cell, value);
                differences.add(cell, column + 1, row + 1);
            }
        }
    }

    /** The courses of runs on common axes. */
    static Curves curves(List<PinnedRun> runs, Chart chart) {
        boolean isRecall = chart == Chart.RECALL;
        List<Curves.Level> floors = runs.stream()
                .map(run -> run.snapshot().floor())
                .distinct()
                .map(floor -> new Curves.Level(Message.text("loss.floor", NumberText.loss(floor)), floor))
                .toList();
        return new Curves(
                runs.stream().map(run -> curve(run, isRecall)).toList(),
                isRecall ? List.of() : floors,
                Message.text(isRecall ? "compare.RECALL" : "compare.LOSS"),
                chart == Chart.LOGARITHM_OF_LOSS,
                isRecall ? value -> NumberText.decimals(value, 3) : NumberText::loss);
    }

    private static Curves.Curve curve(PinnedRun run, boolean isRecall) {
        LossCourse history = run.snapshot().history();
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
                .map(drawing -> new DrawnPicture(Message.text("compare.picture"), words, drawing, palette, 960, 540));
    }
}
