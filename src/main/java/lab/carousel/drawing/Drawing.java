package lab.carousel.drawing;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * Something that is drawn into whatever room there is: on the screen, or inside a picture that is exported. Immutable,
 * so that it can be drawn on any thread.
 */
public interface Drawing {

    /** Lists its marks in the area from (0, 0) to (width, height), in points. The background is left as it is. */
    void draw(Marks marks, double width, double height);

    /** Its marks in an area of that size. */
    default List<Mark> marks(double width, double height) {
        return Marks.of(marks -> draw(marks, width, height));
    }

    /** What stands at a place of the drawing in an area of that size; empty where nothing does. */
    default Optional<Hit> at(double x, double y, double width, double height) {
        return Hit.at(marks(width, height), x, y);
    }

    /** Draws it into a room of something larger. */
    default void draw(Marks marks, Box room) {
        marks.begin(room.x(), room.y(), 1);
        draw(marks, room.width(), room.height());
        marks.end();
    }

    /** The numbers it shows, at full precision. */
    Table<?> table();

    default String csv() {
        return table().csv();
    }
}
