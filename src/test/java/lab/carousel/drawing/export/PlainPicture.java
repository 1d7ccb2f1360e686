package lab.carousel.drawing.export;

import java.util.function.Consumer;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Marks;

/** A picture of a size, for tests. */
public record PlainPicture(int width, int height, String csv, Consumer<Marks> drawing) implements Picture {

    @Override
    public void draw(Marks marks) {
        drawing.accept(marks);
    }

    @Override
    public Palette palette() {
        return Palette.LIGHT;
    }
}
