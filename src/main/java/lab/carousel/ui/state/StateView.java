package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.LayerScales;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.picture.state.StateRows;
import lab.carousel.picture.state.StateWords;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.selection.Selection;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The panel of the network's state: a heatmap with a row for each unit or output and a column for each step, live. What
 * it shows and in which order is chosen over it. A cell is pointed at with the mouse, or selected with a click or, when
 * the heatmap has the focus, with the arrow keys.
 */
public final class StateView extends Region {

    private static final double BAR = 28;
    private static final double PADDING = 12;

    private final Background background;
    private final HeatmapPane pane;
    private final WindowBar bar;
    private final Label empty = wrapped(named(new Label(Message.text("state.empty")), "stateEmpty", "state-empty"));
    private final UnitSorting sorting;
    private final LayerScales scales = new LayerScales();
    private final StateHeader header;
    private final Selection selection;
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
     * @param background draws
     * @param service   traces
     * @param selection the unit and the step that are selected, and what the heatmap shows, here and elsewhere
     * @param explained whether the line that says what it shows was dismissed
     */
    public StateView(Background background, TraceService service, Selection selection, BooleanProperty explained) {
        this.background = background;
        this.pane = new HeatmapPane(background, this);
        this.sorting = new UnitSorting(this::rowsChanged);
        this.selection = selection;
        this.selectedStep = selection.stepProperty();
        this.layer = selection.layerProperty();
        this.bar = new WindowBar(service, pane);
        this.header = new StateHeader(layer, sorting, selection.memoryOnlyProperty(), explained);
        setId("state");
        setPrefSize(640, 364);
        getStyleClass().add("state");
        empty.setAlignment(Pos.CENTER);
        getChildren().addAll(header, pane, bar, empty);
        WindowListeners.of(this, service.tracedProperty(), (property, old, traced) -> show(traced));
        WindowListeners.of(this, selection.unitProperty(), (property, before, now) -> selectionChanged());
        WindowListeners.of(this, selectedStep, (property, before, now) -> selectionChanged());
        WindowListeners.of(this, selection.forkProperty(), (property, before, now) -> forkChanged());
        WindowListeners.of(this, explained, (property, before, now) -> requestLayout());
        WindowListeners.of(this, layer, (property, before, now) -> rowsChanged());
        show(service.getTraced());
    }

    /** Chooses the colours; those of the controls come from the theme. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        pane.setPalette(newPalette);
    }

    public void show(ViewScope scope) {
        header.show(scope);
        requestLayout();
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
        if (traced != null) {
            selection.keepWithin(traced.traces());
            if (selectedOutput >= traced.traces().layout().outputs()) {
                selectedOutput = -1;
            }
        }
        rowsChanged();
    }

    /** Draws the latest traces in the chosen layer and order. What is said of them changes with the drawing. */
    private void rowsChanged() {
        TracedSnapshot traced = shown;
        if (traced == null) {
            rows = null;
        } else {
            rows = new StateRows(
                    traced.traces(),
                    traced.snapshot().experiment().task(),
                    layer.get(),
                    scales.scale(traced.snapshot().experiment(), traced.traces(), layer.get()),
                    sorting.show(traced.traces(), layer.get()),
                    traced.memory());
        }
        pane.show(rows);
        background.barrier().show(this::tell);
    }

    /** Says around the heatmap what it shows. */
    private void tell() {
        TracedSnapshot traced = shown;
        StateRows now = rows;
        pane.setVisible(now != null);
        header.setVisible(now != null);
        empty.setVisible(now == null);
        requestLayout();
        if (traced != null && now != null) {
            bar.show(now);
            header.show(traced, layer.get());
            selectionChanged();
            if (!selection.forkProperty().get().isEmpty()) {
                forkChanged();
            }
        }
    }

    /** The column of the selected step in the window, or -1. */
    int selectedColumn() {
        return rows == null || selectedStep.get() == null
                ? -1
                : rows.traces().columnOf(selectedStep.get()).orElse(-1);
    }

    /** The row of the selected unit, or of the selected output, or -1. */
    int selectedRow() {
        return rows == null
                ? -1
                : rows.row(layer.get().isOfUnits() ? selection.unitProperty().get() : selectedOutput);
    }

    /**
     * Selects a cell of the window; -1 and -1 for none. A cell that is not there is left alone: who clicks sees the cells of
     * the last frame, and there may be fewer units or steps since.
     */
    void select(int column, int row) {
        StateRows now = rows;
        boolean isNone = column < 0 && row < 0;
        if (!isNone
                && (now == null || row >= now.count() || column >= now.traces().columns())) {
            return;
        }
        if (row < 0) {
            selectedOutput = -1;
            selection.unitProperty().set(-1);
        } else if (now != null && layer.get().isOfUnits()) {
            selection.unitProperty().set(now.index(row));
        } else {
            selectedOutput = row;
        }
        selectedStep.set(column < 0 || now == null ? null : now.traces().step(column));
        selectionChanged();
    }

    /** Shows what is at a cell, or at a step if the row is -1, or the selected cell if the column is -1. */
    void point(int column, int row) {
        pointedColumn = column;
        pointedRow = row;
        pane.point(column, row);
        updateReadout();
    }

    /** Does what a letter stands for: shows a layer, or dims what carries no memory; says whether it stands for anything. */
    boolean typed(String letter) {
        return header.typed(letter);
    }

    private void selectionChanged() {
        pane.select(selectedColumn(), selectedRow());
        updateReadout();
    }

    private void forkChanged() {
        pane.selectFork(selection.forkProperty().get().stream()
                .flatMapToInt(step -> rows == null ? IntStream.empty() : rows.traces().columnOf(step).stream())
                .boxed()
                .toList());
    }

    private void updateReadout() {
        if (shown == null || rows == null) {
            header.read("");
            return;
        }
        StateWords words = new StateWords(rows);
        int column = selectedColumn();
        String bright = words.memory();
        String selected = column < 0 ? "" : words.at(column, selectedRow());
        boolean isPointed = pointedColumn >= 0 && pointedColumn < rows.traces().columns();
        header.read(isPointed ? words.at(pointedColumn, pointedRow) : selected.isEmpty() ? bright : selected);
        String summary = words.summary(shown.snapshot().position().epoch());
        pane.setAccessibleText(selected.isEmpty() ? summary : Message.text("state.accessible.cell", summary, selected));
        pane.setDetails(words::differences);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * PADDING);
        double height = Math.max(0, getHeight());
        double headerHeight = header.height();
        boolean barNeeded = rows != null && !isBrief && WindowBar.isNeeded(rows, width);
        bar.setVisible(barNeeded);
        header.resizeRelocate(PADDING, 0, width, headerHeight);
        double barTop = barNeeded ? height - BAR : height - 4;
        pane.resizeRelocate(PADDING, headerHeight, width, Math.max(0, barTop - headerHeight));
        bar.resizeRelocate(PADDING, barTop, width, BAR);
        double most = Math.min(width, 480);
        empty.resizeRelocate(PADDING + (width - most) / 2, 0, most, height);
    }

    /** Under the heatmap: pages through the windows of a large task, scrolls through the columns of a window, zooms. */
    private static final class WindowBar extends HBox {

        private final TraceService service;
        private Optional<ColumnWindow> before = Optional.empty();
        private Optional<ColumnWindow> after = Optional.empty();
        private final Button previous =
                button("statePrevious", Feather.CHEVRON_LEFT, "state.window.previous", () -> before);
        private final Button next = button("stateNext", Feather.CHEVRON_RIGHT, "state.window.next", () -> after);
        private final Label title = whole(named(new Label(), "stateWindow"));
        private final ScrollBar scroll = grow(named(new ScrollBar(), "stateScroll"));
        private final FontIcon zoomIcon = new FontIcon(Feather.ZOOM_IN);
        private final Slider zoom = named(new Slider(0, 1, 0), "stateZoom", "small");

        WindowBar(TraceService service, HeatmapPane pane) {
            this.service = service;
            getStyleClass().add("state-window");
            setAlignment(Pos.CENTER_LEFT);
            zoom.accessibleTextProperty()
                    .bind(Bindings.createStringBinding(
                            () -> Message.text("state.zoom.value", zoom.getValue()), zoom.valueProperty()));
            Tip.put(zoom, Message.text("state.zoom"));
            zoom.setPrefWidth(96);
            zoom.setMinWidth(96);
            zoomIcon.visibleProperty().bind(zoom.visibleProperty());
            scroll.valueProperty().bindBidirectional(pane.scrollXProperty());
            zoom.valueProperty().bindBidirectional(pane.zoomProperty());
            getChildren().addAll(previous, title, next, scroll, zoomIcon, zoom);
            pane.layoutProperty().addListener((property, old, now) -> adapt(now));
        }

        private Button button(String id, Feather icon, String key, Supplier<Optional<ColumnWindow>> window) {
            Runnable turn = () -> window.get().ifPresent(there -> {
                scroll.setValue(0);
                service.setWindow(there);
            });
            return Controls.iconButton(id, icon, key, turn, "button-icon", "flat", "small");
        }

        /** Whether there is anything to page through, or columns are too narrow for their labels. */
        static boolean isNeeded(StateRows rows, double width) {
            return rows.isPart()
                    || StateLayout.screen(rows.traces(), 1, width, 1, 0, 0, 0).canZoom();
        }

        /** Shows the window of the columns and its neighbours. */
        void show(StateRows rows) {
            Traces traces = rows.traces();
            before = traces.all().previous(traces.window());
            after = traces.all().next(traces.window());
            previous.setDisable(before.isEmpty());
            next.setDisable(after.isEmpty());
            title.setText(rows.part());
            for (Node node : new Node[] {previous, title, next}) {
                Controls.show(node, rows.isPart());
            }
        }

        private void adapt(StateLayout layout) {
            if (layout == null) {
                return;
            }
            double most = layout.maxScrollX();
            zoom.setVisible(layout.canZoom());
            scroll.setVisible(most > 0);
            scroll.setMax(most);
            scroll.setValue(layout.scrollX());
            scroll.setVisibleAmount(
                    most * layout.seen().width() / (most + layout.seen().width()));
            scroll.setBlockIncrement(layout.seen().width());
            scroll.setUnitIncrement(Math.max(8, layout.columnWidth()));
        }
    }
}
