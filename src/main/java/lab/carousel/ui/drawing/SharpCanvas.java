package lab.carousel.ui.drawing;

import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/** A canvas that stays sharp where its parent is enlarged: it has as many pixels as are seen. */
public final class SharpCanvas extends Canvas {

    private final Scale shrink = new Scale(1, 1);
    private double points = 1;

    /** A canvas of no size. */
    public SharpCanvas() {
        getTransforms().add(shrink);
    }

    /**
     * Gives it a size, and clears it.
     *
     * @param width  in points of the parent
     * @param height in points of the parent
     */
    public void fit(double width, double height) {
        Parent parent = getParent();
        points = parent == null ? 1 : ScreenScale.enlargement(parent);
        setWidth(width * points);
        setHeight(height * points);
        shrink.setX(1 / points);
        shrink.setY(1 / points);
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.setTransform(points, 0, 0, points, 0, 0);
        clear();
    }

    /** Clears all of it. */
    public void clear() {
        getGraphicsContext2D().clearRect(0, 0, width(), height());
    }

    /** In points of the parent. */
    public double width() {
        return getWidth() / points;
    }

    /** In points of the parent. */
    public double height() {
        return getHeight() / points;
    }
}
