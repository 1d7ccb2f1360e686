package lab.carousel.drawing.chart;

import lab.carousel.drawing.chart.Legend.Sample;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Shape;

/** A sample with its name; the width is that of the sample, in points. */
public record LegendEntry(String name, double width, Sample sample) {

    private static final double LINE = 24;

    private static final double BESIDE = 4;

    public static LegendEntry line(String name, LineStyle style) {
        return new LegendEntry(name, LINE, (marks, x, middle) -> {
            style.apply(marks);
            marks.line(x, middle, x + LINE, middle);
        });
    }

    /** A filled shape around the origin. */
    public static LegendEntry sign(String name, Shape sign, Ink ink) {
        double half = sign.bounds().width() / 2;
        return new LegendEntry(name, 2 * half, (marks, x, middle) -> {
            marks.ink(ink);
            marks.fill(sign.moved(x + half, middle));
        });
    }

    double beforeName() {
        return width + BESIDE;
    }

    double needed(PictureFont font) {
        return beforeName() + font.width(name) + Legend.BETWEEN;
    }
}
