package lab.carousel.drawing.export;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/** A picture of a size, for tests. */
public record PlainPicture(int width, int height, String csv, Consumer<Graphics2D> drawing) implements Picture {

    @Override
    public void draw(Graphics2D graphics) {
        drawing.accept(graphics);
    }
}
