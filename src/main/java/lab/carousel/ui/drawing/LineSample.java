package lab.carousel.ui.drawing;

import java.awt.Color;
import javafx.scene.shape.Line;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Palette;

/** The look of a line of a chart, beside its name in a list. */
public final class LineSample extends Line {

    private static final double LENGTH = 24;

    /** A sample without a look yet. */
    public LineSample() {
        super(0, 0, LENGTH, 0);
    }

    public LineSample(LineStyle style, Palette palette) {
        this();
        show(style, palette);
    }

    /** Looks like a line of a style from now on. */
    public void show(LineStyle style, Palette palette) {
        Color colour = palette.colour(style.ink());
        setStroke(javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue()));
        setStrokeWidth(style.width());
        getStrokeDashArray().clear();
        if (style.dashes() != null) {
            for (float dash : style.dashes()) {
                getStrokeDashArray().add((double) dash);
            }
        }
    }
}
