package lab.carousel.ui.operation;

import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitName;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.SharpRegion;
import lab.carousel.ui.drawing.SpotKeys;

/**
 * All units as small squares, each layer on rows of its own. A click chooses a unit or leaves it out, dragging does the
 * same to all on the way, and so does the keyboard.
 */
final class UnitGrid extends SharpRegion implements SpotKeys {

    private static final int[] SIZES = {16, 12, 8, 5, 3};
    private static final double HIGHEST = 64;

    /** How large the squares are, in points, how many are in a row, and how many rows a layer has. */
    private record Squares(int size, int perRow, int rows) {}

    private final BiConsumer<Integer, Boolean> onChosen;
    private ParameterLayout layout = new ParameterLayout(2, 1);
    private Set<Integer> chosen = Set.of();
    private Palette palette = Palette.LIGHT;
    private int selected = -1;
    private int cursor;
    /** Whether dragging chooses, or leaves out. */
    private boolean choosing;

    /**
     * A grid.
     *
     * @param id       names it
     * @param onChosen is told of a unit and whether it is chosen now
     */
    UnitGrid(String id, BiConsumer<Integer, Boolean> onChosen) {
        this.onChosen = onChosen;
        setId(id);
        setPrefWidth(320);
        getStyleClass().add("unit-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleHelp(Message.text("operation.units.grid"));
        setOnMousePressed(this::press);
        setOnMouseDragged(event -> choose(unitAt(event.getX(), event.getY())));
        setOnMouseMoved(this::tell);
        listenTo(this);
        focusedProperty().addListener(change -> draw());
    }

    void show(ParameterLayout newLayout, Set<Integer> newChosen, int newSelected) {
        boolean other = !newLayout.equals(layout);
        if (other || !newChosen.equals(chosen) || newSelected != selected) {
            layout = newLayout;
            chosen = newChosen;
            selected = newSelected;
            cursor = Math.min(cursor, layout.allUnits() - 1);
            tellCursor();
            draw();
            if (other) {
                requestLayout();
            }
        }
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    private void press(MouseEvent event) {
        requestFocus();
        int unit = unitAt(event.getX(), event.getY());
        if (unit >= 0) {
            choosing = !chosen.contains(unit);
            cursor = unit;
            choose(unit);
        }
    }

    private void choose(int unit) {
        if (unit >= 0 && chosen.contains(unit) != choosing) {
            onChosen.accept(unit, choosing);
        }
    }

    private void tell(MouseEvent event) {
        int unit = unitAt(event.getX(), event.getY());
        if (unit >= 0) {
            Tip.put(this, words(unit));
        }
    }

    /** Where the arrow keys are, and how many units are chosen. */
    private void tellCursor() {
        setAccessibleText(Message.text(
                "ui.value", Message.text("operation.units.count", chosen.size(), layout.allUnits()), words(cursor)));
    }

    private String words(int unit) {
        return Message.text(
                chosen.contains(unit) ? "operation.unit.chosen" : "operation.unit.free", UnitName.of(layout, unit));
    }

    @Override
    public boolean go(int right, int down, boolean isShift) {
        if (Math.abs(down) == FAR) {
            return false;
        }
        int to = cursor + right + down * squares(getWidth()).perRow;
        cursor = Math.max(0, Math.min(layout.allUnits() - 1, to));
        tellCursor();
        draw();
        return true;
    }

    @Override
    public boolean open() {
        onChosen.accept(cursor, !chosen.contains(cursor));
        return true;
    }

    /** The largest squares with which a width has room for all units. */
    private Squares squares(double width) {
        Squares squares = new Squares(1, 1, 1);
        for (int size : SIZES) {
            int perRow = Math.max(1, (int) (width / size));
            squares = new Squares(size, perRow, (layout.units() + perRow - 1) / perRow);
            if (layout.layers() * squares.rows * size <= HIGHEST) {
                break;
            }
        }
        return squares;
    }

    /** The unit at a place, or -1. */
    int unitAt(double x, double y) {
        Squares squares = squares(getWidth());
        int column = (int) Math.floor(x / squares.size);
        int row = (int) Math.floor(y / squares.size);
        int layer = Math.floorDiv(row, squares.rows);
        int unit = Math.floorMod(row, squares.rows) * squares.perRow + column;
        boolean exists =
                column >= 0 && column < squares.perRow && row >= 0 && layer < layout.layers() && unit < layout.units();
        return exists ? layer * layout.units() + unit : -1;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Squares squares = squares(getWidth());
        int size = squares.size;
        double inside = size > 5 ? size - 2 : size - 1;
        for (int unit = 0; unit < layout.allUnits(); unit++) {
            int inLayer = unit % layout.units();
            double x = inLayer % squares.perRow * (double) size;
            int row = unit / layout.units() * squares.rows + inLayer / squares.perRow;
            double y = row * (double) size;
            boolean isChosen = chosen.contains(unit);
            graphics.setFill(colour(isChosen ? palette.accent() : palette.grid()));
            graphics.fillRect(x, y, inside, inside);
            if (isChosen && size > 8) {
                // Chosen and not differ in shape, too
                graphics.setFill(colour(palette.background()));
                graphics.fillRect(x + inside / 2 - 2, y + inside / 2 - 2, 4, 4);
            }
            if (unit == selected || (isFocused() && unit == cursor)) {
                graphics.setStroke(colour(palette.text()));
                graphics.strokeRect(x + 0.5, y + 0.5, inside - 1, inside - 1);
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Squares squares = squares(width > 0 ? width : Math.max(1, getWidth()));
        return layout.layers() * squares.rows * (double) squares.size;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
