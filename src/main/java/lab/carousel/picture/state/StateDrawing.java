package lab.carousel.picture.state;

import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * The heatmap in the window: as much of it as there is room for, from where it is scrolled to. A spot without a row is
 * a step, over or under the cells.
 *
 * @param zoom    0 to 1: from columns that fill the width to columns that are wide enough for all labels
 * @param scrollX how far the columns are scrolled, in points
 * @param scrollY how far the rows are scrolled, in points
 */
public record StateDrawing(StateRows rows, double zoom, double scrollX, double scrollY) implements Drawing {

    public StateLayout layout(double width, double height) {
        return StateLayout.screen(rows.traces(), rows.count(), width, height, zoom, scrollX, scrollY);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        StateLayout layout = layout(width, height);
        StatePainter painter = new StatePainter(marks, rows, layout);
        painter.draw();
        painter.drawColourBar();
        addSpots(marks, rows, layout, new Box(0, 0, width, height));
    }

    static void addSpots(Marks marks, StateRows rows, StateLayout layout, Box area) {
        marks.spots(area, place -> {
            int column = layout.columnAt(place.x());
            int row = layout.rowAt(place.y());
            return column < 0
                    ? Optional.empty()
                    : Optional.of(new Hit(row, column, new StateWords(rows).at(column, row)));
        });
    }

    @Override
    public Table<?> table() {
        return rows.table();
    }
}
