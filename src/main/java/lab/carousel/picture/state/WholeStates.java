package lab.carousel.picture.state;

import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;

/**
 * All of a heatmap, however wide that is: for a page, which scrolls. Spots are as in {@link StateDrawing}.
 *
 * @param room  that its columns fill where they are few
 * @param cells the height that its rows share
 */
public record WholeStates(StateRows rows, double room, double cells) implements Drawing {

    private StateLayout layout() {
        return StateLayout.whole(rows, room, cells);
    }

    public double width() {
        return layout().width();
    }

    public double height() {
        return layout().height();
    }

    /** Where a cell stands. */
    public Box outline(int column, int row) {
        return layout().outline(column, row);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        StateLayout layout = layout();
        new StatePainter(marks, rows, layout).draw();
        StateDrawing.addSpots(marks, rows, layout, new Box(0, 0, width, height));
    }

    @Override
    public String csv() {
        return rows.csv();
    }
}
