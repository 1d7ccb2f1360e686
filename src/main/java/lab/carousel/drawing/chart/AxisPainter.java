package lab.carousel.drawing.chart;

import java.util.List;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;

public final class AxisPainter {

    private final Marks marks;
    private final Plot plot;
    private final Box area;
    private final Lettering lettering;

    public AxisPainter(Marks marks, Plot plot) {
        this.marks = marks;
        this.plot = plot;
        this.area = plot.area();
        marks.font(PictureFont.regular(Plot.FONT));
        marks.stroke(1);
        this.lettering = new Lettering(marks);
    }

    /** Draws both axes. */
    public void draw() {
        up();
        across();
        marks.ink(Ink.MUTED);
        marks.line(area.x(), area.y(), area.x(), area.bottom());
        marks.line(area.x(), area.bottom(), area.right(), area.bottom());
    }

    /** Draws the numbers or names at the left, lines of the grid for numbers, and the name of the axis. */
    public void up() {
        ChartAxis axis = plot.up();
        double room = area.x() - Plot.BESIDE - (axis.label().isEmpty() ? 0 : Plot.ROW);
        for (Tick tick : axis.ticksUp(area.height())) {
            double y = plot.y(tick.value());
            if (axis.kind() != AxisKind.CATEGORIES) {
                marks.ink(Ink.GRID);
                marks.line(area.x(), y, area.right(), y);
            }
            marks.ink(Ink.MUTED);
            lettering.upTo(tick.label(), area.x() - Plot.BESIDE, y + 4, room);
        }
        marks.ink(Ink.MUTED);
        if (!axis.label().isEmpty()) {
            lettering.upwards(axis.label(), Plot.FONT, area.middleY());
        }
    }

    /** Draws the numbers or names at the bottom, lines of the grid for numbers, and the name of the axis. */
    public void across() {
        ChartAxis axis = plot.across();
        List<Tick> ticks = axis.ticksAcross(area.width());
        boolean named = axis.kind() == AxisKind.CATEGORIES;
        double room = named ? area.width() / Math.max(1, ticks.size()) - 4 : area.width();
        double free = 0;
        for (Tick tick : ticks) {
            double x = plot.x(tick.value());
            if (!named) {
                marks.ink(Ink.GRID);
                marks.line(x, area.y(), x, area.bottom());
            }
            free = centred(lettering.fitted(tick.label(), room), x, area.bottom() + Plot.ROW - 3, free);
        }
        centred(lettering.fitted(axis.label(), area.right()), area.middleX(), area.bottom() + 2 * Plot.ROW - 4, 0);
    }

    /** Writes words around a place, but not out of the picture, nor on others that end before; tells where the next may begin. */
    private double centred(String words, double middle, double baseline, double free) {
        double width = lettering.width(words);
        double start = Math.max(0, Math.min(middle - width / 2, area.right() + Plot.RIGHT - width));
        marks.ink(Ink.MUTED);
        marks.words(start < free ? "" : words, start, baseline);
        return start < free ? free : start + width + Plot.BESIDE;
    }
}
