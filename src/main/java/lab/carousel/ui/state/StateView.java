package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.picture.state.LayerScales;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.picture.state.StateRows;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The panel of the network's state: a heatmap with a row for each unit or output and a column for each step, live. What
 * it shows and in which order is chosen over it. A cell is pointed at with the mouse, or selected with a click or, when
 * the heatmap has the focus, with the arrow keys.
 */
public final class StateView extends Region implements AutoCloseable {

    private static final double BAR = 28;
    private static final double PADDING = 12;

    private final TraceService service;
    private final HoverReadout readout = new HoverReadout();
    private final HeatmapPane pane = new HeatmapPane(readout);
    private final WindowBar bar;
    private final Label empty = wrapped(named(new Label(Message.text("state.empty")), "stateEmpty", "state-empty"));
    private final UnitSorting sorting;
    private final LayerScales scales = new LayerScales();
    private final StateHeader header;
    private final Selection selection;
    private final IntegerProperty selectedUnit;
    private final ObjectProperty<Step> selectedStep;
    private final ObjectProperty<HeatmapLayer> layer;

    private Palette palette = Palette.LIGHT;
    private boolean isBrief;
    /** What is on the screen; null if there is nothing. */
    private @Nullable TracedSnapshot shown;
    /** What the rows show of it; null if there is nothing. */
    private @Nullable StateRows rows;

    private int pointedColumn = -1;
    private int pointedRow = -1;
    /** The row selected among the outputs, -1 if none is: only units can be looked at elsewhere. */
    private int selectedOutput = -1;

    /**
     * A view of what the service traces.
     *
     * @param background sorts the units
     * @param service   traces
     * @param selection the unit and the step that are selected, and what the heatmap shows, here and elsewhere
     */
    public StateView(Background background, TraceService service, Selection selection) {
        this.sorting = new UnitSorting(background);
        this.service = service;
        this.selection = selection;
        this.selectedUnit = selection.unitProperty();
        this.selectedStep = selection.stepProperty();
        this.layer = selection.layerProperty();
        this.bar = new WindowBar(service, pane);
        this.header = new StateHeader(layer, sorting);
        setId("state");
        setPrefSize(640, 364);
        getStyleClass().add("state");
        empty.setAlignment(Pos.CENTER);
        getChildren().addAll(header, pane, bar, empty);
        new HeatmapInput(this, pane);
        Hearing.of(this, service.tracedProperty(), (property, old, traced) -> background
                .curtain()
                .show(() -> show(traced)));
        Hearing.of(this, selectedUnit, (property, before, now) -> selectionChanged());
        Hearing.of(this, selectedStep, (property, before, now) -> selectionChanged());
        Hearing.of(this, selection.forkProperty(), (property, before, now) -> forkChanged());
        Hearing.of(this, layer, (property, before, now) -> rowsChanged());
        sorting.orderProperty().addListener(change -> rowsChanged());
        show(service.getTraced());
    }

    /** Chooses the colours; those of the controls come from the theme. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        pane.setPalette(newPalette);
    }

    /** Gives more room to the heatmap: without the choice of an order, the row that tells of one place, and the zoom. */
    public void setBrief(boolean brief) {
        isBrief = brief;
        header.setBrief(brief);
        requestLayout();
    }

    /** The heatmap as it is on the screen, as a picture to export; empty as long as there is nothing to show. */
    public Optional<Picture> picture() {
        return rows == null || shown == null
                ? Optional.empty()
                : Optional.of(new StatePicture(shown.snapshot(), rows, palette));
    }

    /** The selected step; null if none is. */
    public ObjectProperty<Step> selectedStepProperty() {
        return selectedStep;
    }

    private void show(TracedSnapshot traced) {
        shown = traced;
        pane.setVisible(traced != null);
        header.setVisible(traced != null);
        empty.setVisible(traced == null);
        if (traced != null) {
            bar.show(traced.traces());
            selection.keepWithin(traced.traces());
            if (selectedOutput >= traced.traces().layout().outputs()) {
                selectedOutput = -1;
            }
        }
        rowsChanged();
        requestLayout();
    }

    /** Shows the latest traces in the chosen layer and order. */
    private void rowsChanged() {
        TracedSnapshot traced = shown;
        if (traced == null) {
            rows = null;
            pane.show(null, null);
            return;
        }
        sorting.show(traced.traces(), layer.get());
        rows = new StateRows(
                traced.traces(),
                traced.snapshot().experiment().task().alphabet(),
                layer.get(),
                scales.scale(traced.snapshot().experiment(), traced.traces(), layer.get()),
                sorting.orderProperty().get());
        header.show(traced, layer.get());
        pane.show(traced, rows);
        selectionChanged();
        if (!selection.forkProperty().get().isEmpty()) {
            forkChanged();
        }
    }

    private StateRows rows() {
        return Objects.requireNonNull(rows);
    }

    /** The column of the selected step in the window, or -1. */
    int selectedColumn() {
        TracedSnapshot traced = shown;
        return traced == null || selectedStep.get() == null
                ? -1
                : traced.traces().columnOf(selectedStep.get()).orElse(-1);
    }

    /** The row of the selected unit, or of the selected output, or -1. */
    int selectedRow() {
        return rows == null ? -1 : rows.row(layer.get().isOfUnits() ? selectedUnit.get() : selectedOutput);
    }

    /**
     * Selects a cell of the window; -1 and -1 for none. A cell that is not there is left alone: who clicks sees the cells of
     * the last frame, and there may be fewer units or steps since.
     */
    void select(int column, int row) {
        TracedSnapshot traced = shown;
        if (traced == null
                ? row >= 0
                : row >= rows().count() || column >= traced.traces().columns()) {
            return;
        }
        if (row < 0) {
            selectedOutput = -1;
            selectedUnit.set(-1);
        } else if (layer.get().isOfUnits()) {
            selectedUnit.set(rows().index(row));
        } else {
            selectedOutput = row;
        }
        selectedStep.set(column < 0 || traced == null ? null : traced.traces().step(column));
        selectionChanged();
    }

    /** Shows what is at a cell, or at a step if the row is -1, or the selected cell if the column is -1. */
    void point(int column, int row) {
        pointedColumn = column;
        pointedRow = row;
        pane.point(column, row);
        updateReadout();
    }

    /** Shows the layer of a letter; says whether there is one. */
    boolean chooseLayer(String letter) {
        return header.chooseLayer(letter);
    }

    private void selectionChanged() {
        pane.select(selectedColumn(), selectedRow());
        updateReadout();
    }

    private void forkChanged() {
        TracedSnapshot traced = service.getTraced();
        pane.selectFork(
                traced == null
                        ? List.of()
                        : selection.forkProperty().get().stream()
                                .flatMapToInt(step -> traced.traces().columnOf(step).stream())
                                .boxed()
                                .toList());
    }

    private void updateReadout() {
        TracedSnapshot traced = shown;
        if (traced == null || rows == null) {
            header.read("");
            return;
        }
        boolean isPointed =
                pointedColumn >= 0 && pointedColumn < traced.traces().columns();
        header.read(isPointed ? words(traced, pointedColumn, pointedRow) : selectedWords(traced));
        pane.setAccessibleText(accessibleText(traced));
        StateRows shown = rows;
        pane.setDetails(() -> LargestDifferences.of(shown).words(shown));
    }

    private String selectedWords(TracedSnapshot traced) {
        int column = selectedColumn();
        return column < 0 ? "" : words(traced, column, selectedRow());
    }

    private String words(TracedSnapshot traced, int column, int row) {
        boolean isCell = row >= 0 && row < rows().count();
        return isCell ? readout.cell(traced, rows(), column, row) : readout.step(traced, column);
    }

    private String accessibleText(TracedSnapshot traced) {
        String summary = readout.summary(traced, rows());
        String selection = selectedWords(traced);
        return selection.isEmpty() ? summary : Message.text("state.accessible.cell", summary, selection);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * PADDING);
        double height = Math.max(0, getHeight());
        TracedSnapshot traced = shown;
        double headerHeight = header.height();
        boolean barNeeded = traced != null && !isBrief && WindowBar.isNeeded(traced.traces(), width);
        bar.setVisible(barNeeded);
        header.resizeRelocate(PADDING, 0, width, headerHeight);
        double barTop = barNeeded ? height - BAR : height - 4;
        pane.resizeRelocate(PADDING, headerHeight, width, Math.max(0, barTop - headerHeight));
        bar.resizeRelocate(PADDING, barTop, width, BAR);
        double most = Math.min(width, 480);
        empty.resizeRelocate(PADDING + (width - most) / 2, 0, most, height);
    }

    /** Stops what runs in the background. */
    @Override
    public void close() {
        sorting.close();
    }

    /**
     * Where the sequences of a heatmap differ most at the same step, which is what one sees in it at a glance. Each row is
     * named once, with the step at which it differs most.
     *
     * @param places the most different first
     */
    record LargestDifferences(List<UnitDifference> places) {

        private static final int MOST = 3;
        /** Two decimals are told, so that less is no difference. */
        private static final double LEAST = 0.01;

        /**
         * A row at a step.
         *
         * @param row  of the heatmap
         * @param high the column with the largest value at that step
         * @param low  the column with the smallest one
         */
        record UnitDifference(int row, int high, int low) {

            double difference(StateRows rows) {
                return rows.value(high, row) - rows.value(low, row);
            }
        }

        static LargestDifferences of(StateRows rows) {
            Map<Integer, int[]> steps =
                    new TreeMap<>(IntStream.range(0, rows.traces().columns())
                            .boxed()
                            .collect(Collectors.groupingBy(
                                    column -> rows.traces().step(column).number(),
                                    Collectors.collectingAndThen(Collectors.toList(), columns -> columns.stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray()))));
            Comparator<UnitDifference> byDifference = Comparator.comparingDouble(place -> place.difference(rows));
            return new LargestDifferences(IntStream.range(0, rows.count())
                    .mapToObj(row -> steps.values().stream()
                            .map(columns -> place(rows, row, columns))
                            .max(byDifference)
                            .orElseThrow())
                    .filter(place -> place.difference(rows) >= LEAST)
                    .sorted(byDifference.reversed())
                    .limit(MOST)
                    .toList());
        }

        private static UnitDifference place(StateRows rows, int row, int[] columns) {
            Comparator<Integer> byValue = Comparator.comparingDouble(column -> rows.value(column, row));
            return new UnitDifference(
                    row,
                    Arrays.stream(columns).boxed().max(byValue).orElseThrow(),
                    Arrays.stream(columns).boxed().min(byValue).orElseThrow());
        }

        /** In a sentence; says so if there are none. */
        String words(StateRows rows) {
            if (places.isEmpty()) {
                return Message.text("state.accessible.same");
            }
            return Message.text(
                    "state.accessible.differences",
                    places.stream().map(place -> words(rows, place)).collect(Collectors.joining("; ")));
        }

        private static String words(StateRows rows, UnitDifference place) {
            Step high = rows.traces().step(place.high());
            return Message.text(
                    "state.accessible.difference",
                    rows.axis(),
                    rows.name(place.row()),
                    high.number(),
                    NumberText.share(rows.value(place.high(), place.row())),
                    high.sequence() + 1,
                    NumberText.share(rows.value(place.low(), place.row())),
                    rows.traces().step(place.low()).sequence() + 1);
        }
    }
}
