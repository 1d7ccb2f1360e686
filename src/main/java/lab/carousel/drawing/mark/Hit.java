package lab.carousel.drawing.mark;

import java.util.List;
import java.util.Optional;

/**
 * What stands at a place.
 *
 * @param row    counted from 0; -1 where rows have no meaning
 * @param column counted from 0; -1 where columns have no meaning
 */
public record Hit(int row, int column, String words) {

    /** What stands at a place among some marks: of several things that which was listed last; empty where nothing does. */
    public static Optional<Hit> at(List<Mark> marks, double x, double y) {
        for (int index = marks.size() - 1; index >= 0; index--) {
            Optional<Hit> found = Optional.empty();
            if (marks.get(index) instanceof Mark.Group group) {
                double inX = (x - group.moveX()) / group.scale();
                double inY = (y - group.moveY()) / group.scale();
                if (group.clip() == null || group.clip().contains(inX, inY)) {
                    found = at(group.marks(), inX, inY);
                }
            } else if (marks.get(index) instanceof Mark.Spots spots
                    && spots.area().contains(x, y)) {
                found = spots.at().apply(new Point(x, y));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
