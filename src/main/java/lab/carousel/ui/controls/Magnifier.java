package lab.carousel.ui.controls;

import java.util.function.DoubleBinaryOperator;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows something by a factor larger, all of it alike: words, icons, lines and drawings. */
public final class Magnifier extends Region {

    private final Region content;
    private final DoubleBinaryOperator factor;
    private final Scale scale = new Scale(1, 1);

    /** @param factor from the width and height that there is room for */
    public Magnifier(Region content, DoubleBinaryOperator factor) {
        this.content = content;
        this.factor = factor;
        setMinSize(0, 0);
        // What is around its content, if that does not fill it, lets the mouse through
        setPickOnBounds(false);
        content.setManaged(false);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        double now = factor.applyAsDouble(getWidth(), getHeight());
        scale.setX(now);
        scale.setY(now);
        // In whole points, as what is in it is rounded up to them
        content.resizeRelocate(0, 0, Math.floor(getWidth() / now), Math.floor(getHeight() / now));
    }
}
