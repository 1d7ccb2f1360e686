package lab.carousel.ui.drawing;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/**
 * A control that is drawn in one piece: all of it anew whenever it is as large as another, or shows something else. It stays
 * sharp where it is enlarged: it has as many pixels as are seen.
 */
public abstract class SharpRegion extends Region {

    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale(1, 1);

    /** A region in which nothing is drawn yet. */
    protected SharpRegion() {
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        canvas.getTransforms().add(shrink);
    }

    /**
     * Draws all of it.
     *
     * @param width  in points
     * @param height in points
     */
    protected abstract void paint(GraphicsContext graphics, double width, double height);

    protected final void draw() {
        double width = canvas.getWidth() * shrink.getX();
        double height = canvas.getHeight() * shrink.getY();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        paint(canvas.getGraphicsContext2D(), width, height);
    }

    @Override
    protected final void layoutChildren() {
        double pixels = getLocalToSceneTransform().getMxx();
        canvas.setWidth(Math.floor(getWidth()) * pixels);
        canvas.setHeight(Math.floor(getHeight()) * pixels);
        shrink.setX(1 / pixels);
        shrink.setY(1 / pixels);
        canvas.getGraphicsContext2D().setTransform(pixels, 0, 0, pixels, 0, 0);
        draw();
    }

    protected static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
