package lab.carousel.ui.presenter;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows something enlarged, so that all of it, words, icons, lines and drawings, grows by one factor: twice as
 * large on 1280 by 720, and on another screen so much that letters keep their share of the picture that a projector throws. What
 * is in it has about {@value #WIDTH} by {@value #HEIGHT} points, whatever the screen.
 */
public final class Magnifier extends Region {

    /** How much larger everything is at least. */
    private static final double LEAST = 1.5;

    private static final double WIDTH = 640;
    private static final double HEIGHT = 360;

    private final Region content;
    private final Scale scale = new Scale(LEAST, LEAST);

    /** A magnifier over something. */
    public Magnifier(Region content) {
        this.content = content;
        setId("magnifier");
        setMinSize(0, 0);
        content.setManaged(false);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /** How much larger everything is in some room. */
    static double factor(double width, double height) {
        return Math.max(LEAST, Math.min(width / WIDTH, height / HEIGHT));
    }

    @Override
    protected void layoutChildren() {
        double factor = factor(getWidth(), getHeight());
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
