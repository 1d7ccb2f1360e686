package lab.carousel.drawing.export;

import java.awt.Graphics2D;

/** A picture of a size, with nothing on it, for tests to draw on. */
public class PlainPicture implements Picture {

    private final int width;
    private final int height;
    private final String csv;

    /** A picture. */
    public PlainPicture(int width, int height, String csv) {
        this.width = width;
        this.height = height;
        this.csv = csv;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void draw(Graphics2D graphics) {
        // Nothing is on it
    }

    @Override
    public String csv() {
        return csv;
    }
}
