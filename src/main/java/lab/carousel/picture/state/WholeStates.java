package lab.carousel.picture.state;

import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * All of a heatmap, however wide that is: for a page, which scrolls. Spots are as in {@link StateDrawing}.
 */
public record WholeStates(StateRows rows, StateLayout layout) implements Drawing {

    /**
     * All of some rows.
     *
     * @param room  that their columns fill where they are few
     * @param cells the height that the rows share
     */
    public static WholeStates of(StateRows rows, double room, double cells) {
        return new WholeStates(rows, StateLayout.whole(rows, room, cells));
    }

    public double width() {
        return layout.width();
    }

    public double height() {
        return layout.height();
    }

    /** Where a cell stands. */
    public Box outline(int column, int row) {
        return layout.outline(column, row);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        new StatePainter(marks, rows, layout).draw();
        StateDrawing.addSpots(marks, rows, layout, new Box(0, 0, width, height));
    }

    @Override
    public Table<?> table() {
        return rows.table();
    }
}
