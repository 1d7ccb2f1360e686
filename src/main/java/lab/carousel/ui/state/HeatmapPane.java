package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.picture.state.StateDrawing;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.picture.state.StateRows;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingScreen;
import lab.carousel.ui.drawing.ReadyDrawing;
import lab.carousel.ui.drawing.SpotKeys;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of the heatmap, and over it outlines of the cell that is pointed at, of the selected one and of the steps that
 * belong together. Mouse and keyboard point, select, scroll and zoom: arrow keys move the selected cell, Home and End go to
 * the first and the last column, Page up and Page down to the first and the last row, Escape selects nothing; Ctrl with plus,
 * minus and 0 zooms; the letter of a layer shows it.
 */
final class HeatmapPane extends Region implements SpotKeys {

    /** More would be an area, and cost time. */
    private static final int MOST_OUTLINES = 200;

    private static final double ZOOM_STEP = 0.1;
    private static final double SCROLL_BAR = 12;

    /** Of an outline: -1 for none; without a row it is around the whole column. */
    private record Cell(int column, int row) {
        static final Cell NONE = new Cell(-1, -1);
    }

    private final StateView view;
    private final DrawingScreen screen;
    private final Rectangle pointedOutline = outline("state-pointed");
    private final Rectangle selectedOutline = outline("state-selected");
    /** As many as were ever needed; the others are not seen. */
    private final List<Rectangle> forkOutlines = new ArrayList<>();

    private final ScrollBar rowScroll = named(new ScrollBar(), "stateRows");
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom");
    private final DoubleProperty scrollX = new SimpleDoubleProperty(this, "scrollX");
    private final ReadOnlyObjectWrapper<StateLayout> layout = new ReadOnlyObjectWrapper<>(this, "layout");

    private Supplier<String> details = () -> "";
    private @Nullable StateRows rows;
    private Cell pointed = Cell.NONE;
    private Cell selected = Cell.NONE;
    private List<Integer> forkColumns = List.of();
    private boolean explaining;

    HeatmapPane(Background background, StateView view) {
        this.view = view;
        this.screen = new DrawingScreen(background);
        setId("stateHeatmap");
        getStyleClass().add("state-heatmap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(Message.text("state.keys"));
        screen.setMouseTransparent(true);
        rowScroll.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(screen, pointedOutline, selectedOutline, rowScroll);
        screen.frameProperty().addListener((property, before, now) -> placeOutlines());
        zoom.addListener(change -> requestLayout());
        scrollX.addListener(change -> requestLayout());
        rowScroll.valueProperty().addListener(change -> requestLayout());
        setOnMouseEntered(this::moved);
        setOnMouseMoved(this::moved);
        setOnMouseDragged(this::moved);
        setOnMouseExited(event -> {
            view.point(-1, -1);
            explain(false);
        });
        setOnMousePressed(this::pressed);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        listenTo(this);
        setOnKeyTyped(this::keyTyped);
    }

    /** More words about it, which are worked out when somebody asks for them: never for each frame of a training. */
    void setDetails(Supplier<String> newDetails) {
        details = newDetails;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getAccessibleText() != null) {
            return getAccessibleText() + " " + details.get();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private static Rectangle outline(String styleClass) {
        Rectangle rectangle = styled(new Rectangle(), styleClass);
        rectangle.setMouseTransparent(true);
        rectangle.setManaged(false);
        rectangle.setVisible(false);
        return rectangle;
    }

    /** From 0, columns that fill the width, to 1, columns wide enough for all labels. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /** How far the columns are scrolled, in pixels. */
    DoubleProperty scrollXProperty() {
        return scrollX;
    }

    /** Where everything stands in the drawing that was asked for last; null if there is none. */
    ReadOnlyObjectProperty<StateLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** Shows other rows, or nothing if they are null. */
    void show(@Nullable StateRows newRows) {
        rows = newRows;
        ask();
    }

    void setPalette(Palette palette) {
        screen.setPalette(palette);
    }

    /** Outlines the cell that is pointed at; -1 for none. */
    void point(int column, int row) {
        pointed = new Cell(column, row);
        placeOutlines();
    }

    /** Outlines the selected cell; -1 for none. */
    void select(int column, int row) {
        selected = new Cell(column, row);
        placeOutlines();
    }

    /** Outlines the columns of steps that belong together. */
    void selectFork(List<Integer> columns) {
        forkColumns = List.copyOf(columns);
        while (forkOutlines.size() < Math.min(MOST_OUTLINES, columns.size())) {
            Rectangle outline = outline("state-fork");
            forkOutlines.add(outline);
            getChildren().add(getChildren().indexOf(pointedOutline), outline);
        }
        placeOutlines();
    }

    /** Zooms so that what is at a place of the pane stays there. */
    void zoomAbout(double x, double newZoom) {
        StateLayout before = layout.get();
        double place =
                Math.max(0, Math.min(before.seen().width(), x - before.seen().x()));
        double share = (place + before.scrollX()) / before.grid().columns().width();
        zoom.set(Math.max(0, Math.min(1, newZoom)));
        ask();
        scrollX.set(Math.max(0, share * layout.get().grid().columns().width() - place));
    }

    @Override
    protected void layoutChildren() {
        screen.resize(Math.floor(getWidth()), Math.floor(getHeight()));
        ask();
    }

    /** At once, not with the next layout: what belongs to a moment of the run waits until this is drawn too. */
    private void ask() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (rows == null || width < 1 || height < 1) {
            layout.set(null);
            screen.show(null);
            return;
        }
        StateDrawing wanted = new StateDrawing(rows, zoom.get(), scrollX.get(), rowScroll.getValue());
        StateLayout now = wanted.layout(width, height);
        layout.set(now);
        double most = now.maxScrollY();
        rowScroll.setVisible(most > 0);
        rowScroll.setMax(most);
        rowScroll.setVisibleAmount(
                most * now.seen().height() / (most + now.seen().height()));
        rowScroll.setBlockIncrement(now.seen().height());
        rowScroll.setUnitIncrement(4 * now.grid().rowHeight());
        rowScroll.resizeRelocate(
                now.seen().right() + 6, now.seen().y(), SCROLL_BAR, now.seen().height());
        screen.show(new ReadyDrawing(wanted));
    }

    private Optional<StateLayout> drawn() {
        return Optional.ofNullable(screen.frameProperty().get())
                .map(frame -> ((StateDrawing) frame.drawing()).layout(frame.width(), frame.height()));
    }

    private Optional<Hit> spotAt(MouseEvent event) {
        return Optional.ofNullable(screen.frameProperty().get())
                .flatMap(frame -> Hit.at(frame.marks(), event.getX(), event.getY()));
    }

    private void placeOutlines() {
        Optional<StateLayout> drawn = drawn();
        place(pointedOutline, pointed, drawn);
        place(selectedOutline, selected, drawn);
        for (int index = 0; index < forkOutlines.size(); index++) {
            Cell column = index < forkColumns.size() ? new Cell(forkColumns.get(index), -1) : Cell.NONE;
            place(forkOutlines.get(index), column, drawn);
        }
    }

    private static void place(Rectangle outline, Cell cell, Optional<StateLayout> drawn) {
        Optional<Box> seen = drawn.map(StateLayout::grid)
                .filter(grid -> cell.column >= 0 && cell.column < grid.columns().count() && cell.row < grid.rows())
                .map(grid -> drawn.get().outline(cell.column, cell.row))
                .filter(area -> area.width() > 0 && area.height() > 0);
        outline.setVisible(seen.isPresent());
        seen.ifPresent(area -> {
            outline.setX(area.x());
            outline.setY(area.y());
            outline.setWidth(area.width());
            outline.setHeight(area.height());
        });
    }

    private void moved(MouseEvent event) {
        Optional<Hit> spot = spotAt(event);
        view.point(spot.map(Hit::column).orElse(-1), spot.map(Hit::row).orElse(-1));
        StateRows now = rows;
        explain(now != null
                && spot.filter(at -> at.row() < 0
                                && at.column() < now.traces().columns()
                                && now.traces().isDeciding(at.column()))
                        .isPresent());
    }

    /** Over and under a deciding step a tooltip says what that is. */
    private void explain(boolean wanted) {
        if (wanted != explaining) {
            Tip.put(this, wanted ? StateHeader.decidingWords() : "");
        }
        explaining = wanted;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        spotAt(event).filter(spot -> spot.row() >= 0).ifPresent(spot -> view.select(spot.column(), spot.row()));
    }

    private void scrolled(ScrollEvent event) {
        StateLayout now = layout.get();
        if (now == null) {
            return;
        }
        if (event.isControlDown()) {
            zoom(event.getX(), Math.signum(event.getDeltaY()) * ZOOM_STEP);
        } else {
            double rowsDown = Math.min(rowScroll.getMax(), rowScroll.getValue() - event.getDeltaY());
            rowScroll.setValue(Math.max(0, rowsDown));
            double right = -event.getDeltaX() - (rowScroll.isVisible() ? 0 : event.getDeltaY());
            scrollX.set(Math.max(0, Math.min(now.maxScrollX(), scrollX.get() + right)));
        }
        event.consume();
    }

    private void zoom(double x, double change) {
        if (layout.get().canZoom()) {
            zoomAbout(x, zoom.get() + change);
        }
    }

    private void keyTyped(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && view.typed(event.getCharacter())) {
            event.consume();
        }
    }

    @Override
    public boolean go(int right, int down, boolean isShift) {
        StateLayout now = layout.get();
        if (now == null) {
            return false;
        }
        boolean isFirst = view.selectedColumn() < 0;
        int column = isFirst && right < FAR ? now.firstColumn() : view.selectedColumn() + right;
        int row = isFirst ? now.rowAt(now.seen().y()) : Math.max(0, view.selectedRow());
        boolean isRowKept = isFirst && Math.abs(down) < FAR;
        column = Math.max(0, Math.min(now.grid().columns().count() - 1, column));
        row = Math.max(0, Math.min(now.grid().rows() - 1, isRowKept ? row : row + down));
        // what the keys select is of more interest now than where the mouse was left
        view.point(-1, -1);
        view.select(column, row);
        scrollX.set(now.scrollXToShow(column));
        rowScroll.setValue(now.scrollYToShow(row));
        return true;
    }

    /** Selects nothing; Escape is left to others if nothing was selected. */
    @Override
    public boolean leave() {
        boolean was = view.selectedStepProperty().get() != null;
        view.select(-1, -1);
        return was;
    }

    @Override
    public boolean zoom(int by) {
        StateLayout now = layout.get();
        if (now != null) {
            zoom(now.seen().middleX(), by == 0 ? -1 : by * ZOOM_STEP);
        }
        return now != null;
    }
}
