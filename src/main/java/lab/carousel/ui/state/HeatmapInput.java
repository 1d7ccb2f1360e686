package lab.carousel.ui.state;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import lab.carousel.ui.controls.Tip;

/**
 * What mouse and keyboard do in the heatmap: point, select, scroll and zoom. Arrow keys move the selected cell, Home
 * and End go to the first and the last column, Page up and Page down to the first and the last row, Escape selects
 * nothing; Ctrl with plus, minus and 0 zooms; the letter of a layer shows it.
 */
final class HeatmapInput {

    private static final double ZOOM_STEP = 0.1;

    private final StateView view;
    private final HeatmapPane pane;
    private boolean explaining;

    HeatmapInput(StateView view, HeatmapPane pane) {
        this.view = view;
        this.pane = pane;
        pane.setOnMouseEntered(this::moved);
        pane.setOnMouseMoved(this::moved);
        pane.setOnMouseDragged(this::moved);
        pane.setOnMouseExited(event -> leave());
        pane.setOnMousePressed(this::pressed);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        pane.setOnKeyPressed(this::keyPressed);
        pane.setOnKeyTyped(this::keyTyped);
    }

    private void keyTyped(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && view.chooseLayer(event.getCharacter())) {
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        HeatmapGeometry geometry = pane.geometryProperty().get();
        if (geometry == null) {
            return;
        }
        int column = geometry.columnAt(event.getX());
        int row = geometry.rowAt(event.getY());
        view.point(column, row);
        explain(column >= 0 && row < 0 && geometry.traces().isDeciding(column));
    }

    private void leave() {
        view.point(-1, -1);
        explain(false);
    }

    /** Over and under a deciding step a tooltip says what that is. */
    private void explain(boolean wanted) {
        if (wanted != explaining) {
            Tip.put(pane, wanted ? StateHeader.decidingWords() : "");
        }
        explaining = wanted;
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        HeatmapGeometry geometry = pane.geometryProperty().get();
        if (geometry == null) {
            return;
        }
        int column = geometry.columnAt(event.getX());
        int row = geometry.rowAt(event.getY());
        if (column >= 0 && row >= 0) {
            view.select(column, row);
        }
    }

    private void scrolled(ScrollEvent event) {
        HeatmapGeometry geometry = pane.geometryProperty().get();
        if (geometry == null) {
            return;
        }
        if (event.isControlDown()) {
            zoom(event.getX(), Math.signum(event.getDeltaY()) * ZOOM_STEP);
            event.consume();
            return;
        }
        scrollColumns(event.getDeltaX());
        if (!pane.scrollRows(-event.getDeltaY())) {
            scrollColumns(event.getDeltaY());
        }
        event.consume();
    }

    private void scrollColumns(double pixels) {
        double most = pane.geometryProperty().get().maxScrollX();
        double wanted = pane.scrollXProperty().get() - pixels;
        pane.scrollXProperty().set(Math.max(0, Math.min(most, wanted)));
    }

    private void zoom(double x, double change) {
        if (pane.geometryProperty().get().canZoom()) {
            pane.zoomAbout(x, pane.zoomProperty().get() + change);
        }
    }

    private void keyPressed(KeyEvent event) {
        HeatmapGeometry geometry = pane.geometryProperty().get();
        if (geometry == null) {
            return;
        }
        boolean used = event.isShortcutDown()
                ? zoomKey(event.getCode(), geometry)
                : event.getCode() == KeyCode.ESCAPE ? clear() : move(event.getCode(), geometry);
        if (used) {
            event.consume();
        }
    }

    private boolean zoomKey(KeyCode key, HeatmapGeometry geometry) {
        double middle = HeatmapGeometry.LEFT + geometry.width() / 2.0;
        switch (key) {
            case PLUS, EQUALS, ADD -> zoom(middle, ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(middle, -ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> zoom(middle, -1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Selects nothing; Escape is left to others if nothing was selected. */
    private boolean clear() {
        boolean was = view.selectedStepProperty().get() != null;
        view.select(-1, -1);
        return was;
    }

    private boolean move(KeyCode key, HeatmapGeometry geometry) {
        int column = view.selectedColumn();
        int row = Math.max(0, view.selectedRow());
        boolean isFirst = column < 0;
        int lastColumn = geometry.traces().columns() - 1;
        int lastRow = geometry.rows() - 1;
        switch (key) {
            case LEFT -> column--;
            case RIGHT -> column++;
            case UP -> row--;
            case DOWN -> row++;
            case HOME -> column = 0;
            case END -> column = lastColumn;
            case PAGE_UP -> row = 0;
            case PAGE_DOWN -> row = lastRow;
            default -> {
                return false;
            }
        }
        if (isFirst && key != KeyCode.END) {
            column = geometry.firstVisible();
            row = key == KeyCode.PAGE_DOWN ? lastRow : geometry.rowAtLine(0);
        }
        column = Math.max(0, Math.min(lastColumn, column));
        row = Math.max(0, Math.min(lastRow, row));
        // what the keys select is of more interest now than where the mouse was left
        view.point(-1, -1);
        view.select(column, row);
        pane.reveal(column, row);
        return true;
    }
}
