package lab.carousel.drawing.chart;

import java.util.List;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Marks;

/** What the lines and signs of a chart mean: samples with their names, in as many rows as they need. */
public record Legend(List<LegendEntry> entries) {

    /** The height of a row, in points. */
    public static final double ROW = 20;

    static final double BETWEEN = 12;

    @FunctionalInterface
    public interface Sample {
        /** Draws it from a place to the right, around a height. */
        void draw(Marks marks, double x, double middle);
    }

    public Legend {
        entries = List.copyOf(entries);
    }

    /** How many entries, from the first on, have room in some rows where the rest is told in words. */
    public int fitting(double width, int rows) {
        PictureFont font = PictureFont.regular(Plot.FONT);
        int row = 1;
        double x = 0;
        for (int entry = 0; entry < entries.size(); entry++) {
            double needed = entries.get(entry).needed(font);
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

    public void draw(Marks marks, double left, double width) {
        marks.font(PictureFont.regular(Plot.FONT));
        PictureFont font = marks.font();
        double x = 0;
        double y = ROW / 2;
        for (LegendEntry entry : entries) {
            double needed = entry.needed(font);
            if (x > 0 && x + needed > width + BETWEEN) {
                x = 0;
                y += ROW;
            }
            entry.sample().draw(marks, left + x, y);
            marks.ink(Ink.TEXT);
            String name = Lettering.fitted(entry.name(), width - x - entry.beforeName(), font::width);
            marks.words(name, left + x + entry.beforeName(), y + 4);
            x += needed;
        }
    }
}
