package lab.carousel.drawing.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.Function;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;

/** What the lines and signs of a chart mean: samples with their names, in as many rows as they need. */
public record Legend(List<Entry> entries) {

    /** The height of a row, in points. */
    public static final double ROW = 20;

    private static final double LINE = 24;
    private static final double BESIDE = 4;
    private static final double BETWEEN = 12;

    @FunctionalInterface
    public interface Sample {
        /** Draws it from a place to the right, around a height. */
        void draw(Graphics2D graphics, double x, double middle, Palette palette);
    }

    /** A sample with its name; the width is that of the sample, in points. */
    public record Entry(String name, double width, Sample sample) {

        public static Entry line(String name, Function<Palette, LineStyle> style) {
            return new Entry(name, LINE, (graphics, x, middle, palette) -> {
                style.apply(palette).apply(graphics);
                graphics.draw(new Line2D.Double(x, middle, x + LINE, middle));
            });
        }

        /** A filled shape around the origin. */
        public static Entry sign(String name, Shape sign, Function<Palette, java.awt.Color> colour) {
            double half = sign.getBounds2D().getWidth() / 2;
            return new Entry(name, 2 * half, (graphics, x, middle, palette) -> {
                graphics.setColor(colour.apply(palette));
                graphics.fill(
                        AffineTransform.getTranslateInstance(x + half, middle).createTransformedShape(sign));
            });
        }

        private double beforeName() {
            return width + BESIDE;
        }

        private double needed(FontMetrics metrics) {
            return beforeName() + metrics.stringWidth(name) + BETWEEN;
        }
    }

    public Legend {
        entries = List.copyOf(entries);
    }

    /** How many entries, from the first on, have room in some rows where the rest is told in words. */
    public int fitting(double width, int rows) {
        FontMetrics metrics = PictureFont.metrics(PictureFont.regular(Plot.FONT));
        int row = 1;
        double x = 0;
        for (int entry = 0; entry < entries.size(); entry++) {
            double needed = entries.get(entry).needed(metrics);
            if (x > 0 && x + needed > width + BETWEEN) {
                row++;
                x = 0;
            }
            if (row > rows) {
                return entry;
            }
            x += needed;
        }
        return entries.size();
    }

    public double height(double width) {
        int rows = entries.isEmpty() ? 0 : 1;
        while (fitting(width, rows) < entries.size()) {
            rows++;
        }
        return rows * ROW;
    }

    public void draw(Graphics2D graphics, double left, double top, double width, Palette palette) {
        graphics.setFont(PictureFont.regular(Plot.FONT));
        FontMetrics metrics = graphics.getFontMetrics();
        double x = 0;
        double y = top + ROW / 2;
        for (Entry entry : entries) {
            double needed = entry.needed(metrics);
            if (x > 0 && x + needed > width + BETWEEN) {
                x = 0;
                y += ROW;
            }
            entry.sample().draw(graphics, left + x, y, palette);
            graphics.setColor(palette.text());
            String name = Lettering.fitted(entry.name(), width - x - entry.beforeName(), metrics::stringWidth);
            graphics.drawString(name, (float) (left + x + entry.beforeName()), (float) y + 4);
            x += needed;
        }
    }
}
