package lab.carousel.ui.drawing;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A control that is drawn in one piece: all of it anew whenever it is as large as another, or shows something else. */
public abstract class SharpRegion extends Region {

    private final SharpCanvas canvas = new SharpCanvas();

    /** A region in which nothing is drawn yet. */
    protected SharpRegion() {
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
    }

    /**
     * Draws all of it.
     *
     * @param width  in points
     * @param height in points
     */
    protected abstract void paint(GraphicsContext graphics, double width, double height);

    /** Draws all of it anew. */
    protected final void draw() {
        canvas.clear();
        paint(canvas.getGraphicsContext2D(), canvas.width(), canvas.height());
    }

    @Override
    protected final void layoutChildren() {
        canvas.fit(Math.floor(getWidth()), Math.floor(getHeight()));
        draw();
    }

    /** A colour of a palette. */
    protected static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
