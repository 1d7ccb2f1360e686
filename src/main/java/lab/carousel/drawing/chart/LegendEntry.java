package lab.carousel.drawing.chart;

import java.awt.FontMetrics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.function.Function;
import lab.carousel.drawing.chart.Legend.Sample;
import lab.carousel.drawing.colour.Palette;

/** A sample with its name; the width is that of the sample, in points. */
public record LegendEntry(String name, double width, Sample sample) {

    private static final double LINE = 24;

    private static final double BESIDE = 4;

    public static LegendEntry line(String name, Function<Palette, LineStyle> style) {
        return new LegendEntry(name, LINE, (graphics, x, middle, palette) -> {
            style.apply(palette).apply(graphics);
            graphics.draw(new Line2D.Double(x, middle, x + LINE, middle));
        });
    }

    /** A filled shape around the origin. */
    public static LegendEntry sign(String name, Shape sign, Function<Palette, java.awt.Color> colour) {
        double half = sign.getBounds2D().getWidth() / 2;
        return new LegendEntry(name, 2 * half, (graphics, x, middle, palette) -> {
            graphics.setColor(colour.apply(palette));
            graphics.fill(AffineTransform.getTranslateInstance(x + half, middle).createTransformedShape(sign));
        });
    }

    double beforeName() {
        return width + BESIDE;
    }

    double needed(FontMetrics metrics) {
        return beforeName() + metrics.stringWidth(name) + Legend.BETWEEN;
    }
}
