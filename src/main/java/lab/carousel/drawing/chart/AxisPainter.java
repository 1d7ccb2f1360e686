package lab.carousel.drawing.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;

public final class AxisPainter {

    private final Graphics2D graphics;
    private final Plot plot;
    private final Palette palette;
    private final Rectangle2D area;
    private final Lettering lettering;

    public AxisPainter(Graphics2D graphics, Plot plot, Palette palette) {
        this.graphics = graphics;
        this.plot = plot;
        this.palette = palette;
        this.area = plot.area();
        graphics.setFont(PictureFont.regular(Plot.FONT));
        graphics.setStroke(new BasicStroke(1));
        this.lettering = new Lettering(graphics);
    }

    /** Draws both axes. */
    public void draw() {
        up();
        across();
        graphics.setColor(palette.muted());
        graphics.draw(new Line2D.Double(area.getMinX(), area.getMinY(), area.getMinX(), area.getMaxY()));
        graphics.draw(new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
    }

    /** Draws the numbers or names at the left, lines of the grid for numbers, and the name of the axis. */
    public void up() {
        ChartAxis axis = plot.up();
        double room = area.getMinX() - Plot.BESIDE - (axis.label().isEmpty() ? 0 : Plot.ROW);
        for (Tick tick : axis.ticksUp(area.getHeight())) {
            double y = plot.y(tick.value());
            if (axis.kind() != AxisKind.CATEGORIES) {
                graphics.setColor(palette.grid());
                graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            }
            graphics.setColor(palette.muted());
            lettering.upTo(tick.label(), area.getMinX() - Plot.BESIDE, y + 4, room);
        }
        graphics.setColor(palette.muted());
        if (!axis.label().isEmpty()) {
            lettering.upwards(axis.label(), Plot.FONT, area.getCenterY());
        }
    }

    /** Draws the numbers or names at the bottom, lines of the grid for numbers, and the name of the axis. */
    public void across() {
        ChartAxis axis = plot.across();
        List<Tick> ticks = axis.ticksAcross(area.getWidth());
        boolean named = axis.kind() == AxisKind.CATEGORIES;
        double room = named ? area.getWidth() / Math.max(1, ticks.size()) - 4 : area.getWidth();
        for (Tick tick : ticks) {
            double x = plot.x(tick.value());
            if (!named) {
                graphics.setColor(palette.grid());
                graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
            centred(lettering.fitted(tick.label(), room), x, area.getMaxY() + Plot.ROW - 3);
        }
        centred(lettering.fitted(axis.label(), area.getMaxX()), area.getCenterX(), area.getMaxY() + 2 * Plot.ROW - 4);
    }

    /** Writes words around a place, but not out of the picture at the right. */
    private void centred(String words, double middle, double baseline) {
        double width = lettering.width(words);
        double start = Math.max(0, Math.min(middle - width / 2, area.getMaxX() + Plot.RIGHT - width));
        graphics.setColor(palette.muted());
        graphics.drawString(words, (float) start, (float) baseline);
    }
}
