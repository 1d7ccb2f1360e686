package lab.carousel.ui.state;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lab.carousel.message.Message;
import lab.carousel.model.Traces;
import lab.carousel.picture.Palette;
import lab.carousel.picture.Picture;
import lab.carousel.picture.StatePicture;
import lab.carousel.task.Step;
import lab.carousel.ui.selection.Selection;

/**
 * The panel of the hidden state: a heatmap with a row for each unit and a column for each step, live. A cell is pointed
 * at with the mouse, or selected with a click or, when the heatmap has the focus, with the arrow keys.
 */
public final class StateView extends Region {

    private static final double HEADER = 32;
    private static final double BAR = 28;
    private static final double PADDING = 12;

    private final TraceService service;
    private final Readout readout = new Readout();
    private final HeatmapPane pane = new HeatmapPane(readout);
    private final WindowBar bar;
    private final Label text = new Label();
    private final Label deciding = new Label();
    private final Label empty = new Label(Message.text("state.empty"));
    private final HBox header;
    private final IntegerProperty selectedUnit;
    private final ObjectProperty<Step> selectedStep;

    private Palette palette = Palette.LIGHT;
    private int pointedColumn = -1;
    private int pointedUnit = -1;

    /**
     * A view of what the service traces.
     *
     * @param selection the unit and the step that are selected, here and elsewhere
     */
    public StateView(TraceService service, Selection selection) {
        this.service = service;
        this.selectedUnit = selection.unitProperty();
        this.selectedStep = selection.stepProperty();
        this.bar = new WindowBar(service, pane);
        this.header = header();
        setId("state");
        getStyleClass().add("state");
        getStylesheets()
                .add(StateView.class
                        .getResource("/lab/carousel/ui/state.css")
                        .toExternalForm());
        empty.setId("stateEmpty");
        empty.getStyleClass().add("state-empty");
        empty.setWrapText(true);
        empty.setAlignment(Pos.CENTER);
        getChildren().addAll(header, pane, bar, empty);
        new HeatmapInput(this, pane);
        service.tracedProperty().addListener((property, old, traced) -> show(traced));
        selectedUnit.addListener(change -> selectionChanged());
        selectedStep.addListener(change -> selectionChanged());
        show(service.getTraced());
    }

    private HBox header() {
        Label title = new Label(Message.text("state.title"));
        title.getStyleClass().add("state-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label subtitle = new Label(Message.text("state.subtitle"));
        subtitle.getStyleClass().add("state-subtitle");
        subtitle.setMinWidth(USE_PREF_SIZE);
        Rectangle mark = new Rectangle(16, 3);
        mark.getStyleClass().add("state-deciding");
        deciding.setText(Message.text("state.deciding"));
        deciding.setGraphic(mark);
        deciding.setId("stateDeciding");
        deciding.getStyleClass().add("state-subtitle");
        deciding.setMinWidth(USE_PREF_SIZE);
        deciding.setTooltip(decidingTooltip());
        text.setId("stateReadout");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMaxHeight(HEADER);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(title, subtitle, text, deciding);
        box.getStyleClass().add("state-header");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** A new tooltip that explains deciding steps. */
    static Tooltip decidingTooltip() {
        Tooltip tooltip = new Tooltip(Message.text("state.deciding.tip"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }

    /** Chooses the colours; those of the controls come from the theme. */
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        pane.setPalette(newPalette);
    }

    /** The heatmap as a picture to export; empty as long as there is nothing to show. */
    public Optional<Picture> picture() {
        return Optional.ofNullable(service.getTraced())
                .map(traced -> new StatePicture(traced.snapshot(), traced.traces(), palette));
    }

    /** The selected unit, counted from 0; -1 if none is. */
    public IntegerProperty selectedUnitProperty() {
        return selectedUnit;
    }

    /** The selected step; null if none is. */
    public ObjectProperty<Step> selectedStepProperty() {
        return selectedStep;
    }

    private void show(TracedSnapshot traced) {
        pane.show(traced);
        pane.setVisible(traced != null);
        header.setVisible(traced != null);
        empty.setVisible(traced == null);
        if (traced != null) {
            bar.show(traced.traces());
            deciding.setVisible(traced.snapshot().evaluation().decidingSteps() > 0);
            dropStaleSelection(traced);
            selectionChanged();
            pane.setAccessibleText(accessibleText(traced));
        }
        requestLayout();
    }

    /** A selection is kept from snapshot to snapshot, unless the task or the network has become another one. */
    private void dropStaleSelection(TracedSnapshot traced) {
        Step step = selectedStep.get();
        boolean exists = step != null
                && step.sequence() < traced.traces().all().sequences()
                && step.number() >= traced.traces().all().firstStep()
                && step.number() <= traced.traces().all().lastStepOf(step.sequence());
        int column = exists ? traced.traces().columnOf(step).orElse(-1) : -1;
        boolean sameStep = column < 0 || traced.traces().step(column).equals(step);
        if (step != null && (!exists || !sameStep) || selectedUnit.get() >= traced.traces().units()) {
            selectedStep.set(null);
            selectedUnit.set(-1);
        }
    }

    /** The column of the selected step in the window, or -1. */
    int selectedColumn() {
        TracedSnapshot traced = service.getTraced();
        return traced == null || selectedStep.get() == null
                ? -1
                : traced.traces().columnOf(selectedStep.get()).orElse(-1);
    }

    /** Selects a cell of the window; -1 and -1 for none. */
    void select(int column, int unit) {
        selectedUnit.set(unit);
        selectedStep.set(column < 0 ? null : service.getTraced().traces().step(column));
    }

    /** Shows what is at a cell, or at a step if the unit is -1, or the selected cell if the column is -1. */
    void point(int column, int unit) {
        pointedColumn = column;
        pointedUnit = unit;
        pane.point(column, unit);
        updateReadout();
    }

    private void selectionChanged() {
        pane.select(selectedColumn(), selectedUnit.get());
        updateReadout();
    }

    private void updateReadout() {
        TracedSnapshot traced = service.getTraced();
        boolean isPointed = traced != null && pointedColumn >= 0 && pointedColumn < traced.traces().columns();
        String words = isPointed ? words(traced, pointedColumn, pointedUnit) : selectedWords(traced);
        text.setText(words);
        if (traced != null) {
            pane.setAccessibleText(accessibleText(traced));
        }
    }

    private String selectedWords(TracedSnapshot traced) {
        int column = selectedColumn();
        return column < 0 ? "" : words(traced, column, selectedUnit.get());
    }

    private String words(TracedSnapshot traced, int column, int unit) {
        boolean isCell = unit >= 0 && unit < traced.traces().units();
        return isCell ? readout.cell(traced, column, unit) : readout.step(traced, column);
    }

    private String accessibleText(TracedSnapshot traced) {
        String summary = readout.summary(traced);
        String selection = selectedWords(traced);
        return selection.isEmpty() ? summary : Message.text("state.accessible.cell", summary, selection);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * PADDING);
        double height = Math.max(0, getHeight());
        TracedSnapshot traced = service.getTraced();
        boolean barNeeded = traced != null && WindowBar.isNeeded(traced.traces(), width);
        bar.setVisible(barNeeded);
        header.resizeRelocate(PADDING, 0, width, HEADER);
        double barTop = barNeeded ? height - BAR : height - 4;
        pane.resizeRelocate(PADDING, HEADER, width, Math.max(0, barTop - HEADER));
        bar.resizeRelocate(PADDING, barTop, width, BAR);
        double most = Math.min(width, 480);
        empty.resizeRelocate(PADDING + (width - most) / 2, 0, most, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 330;
    }
}
