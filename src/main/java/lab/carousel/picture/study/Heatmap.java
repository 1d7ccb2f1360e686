package lab.carousel.picture.study;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Csv;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * A grid of coloured cells, with their numbers where there is room.
 *
 * @param title       what it is
 * @param subtitle    of what
 * @param acrossLabel what the columns are
 * @param upLabel     what the rows are
 * @param columns     the names of the columns
 * @param rows        the names of the rows, from above
 * @param percent     the values 0 to 100, {@code [row][column]}; NaN where there is none
 */
record Heatmap(
        String title,
        String subtitle,
        String acrossLabel,
        String upLabel,
        List<String> columns,
        List<String> rows,
        double[][] percent)
        implements ChartContent {

    private static final double GAP = 1;
    private static final int STEPS = 5;
    private static final double BRIGHT = 140;

    @Override
    public XYPlot plot(Palette palette) {
        ValueAxis up = ChartAxes.up(Scale.categories(upLabel, rows), palette);
        up.setInverted(true);
        XYPlot plot = StudyChart.plot(ChartAxes.across(Scale.categories(acrossLabel, columns), palette), up, palette);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.addAnnotation(new Cells(palette), false);
        return plot;
    }

    /** What the colours mean, for grids whose cells have no room for numbers. */
    @Override
    public LegendItemCollection legend(Palette palette) {
        LegendItemCollection items = new LegendItemCollection();
        for (int step = 0; step < STEPS; step++) {
            int value = 100 * step / (STEPS - 1);
            items.add(StudyChart.sign(value + " %", Signs.of(1, 11), colour(value, palette)));
        }
        return items;
    }

    private static Color colour(double value, Palette palette) {
        return new Color(palette.sequential().argb(value, 0, 100));
    }

    @Override
    public String csv() {
        Csv csv = new Csv(List.of("row", "column", "percent"));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                csv.add(rows.get(row))
                        .add(columns.get(column))
                        .addMostlyWhole(percent[row][column])
                        .end();
            }
        }
        return csv.toString();
    }

    private final class Cells extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1L;

        private final transient Palette palette;

        Cells(Palette palette) {
            this.palette = palette;
        }

        @Override
        public void draw(
                Graphics2D graphics,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis across,
                ValueAxis up,
                int rendererIndex,
                PlotRenderingInfo info) {
            Projection on = new Projection(across, up, area, plot);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    if (!Double.isNaN(percent[row][column])) {
                        drawCell(graphics, on, row, column);
                    }
                }
            }
        }

        private void drawCell(Graphics2D graphics, Projection on, int row, int column) {
            double left = on.x(column - 0.5);
            double top = on.y(row - 0.5);
            double width = on.x(column + 0.5) - left;
            double height = on.y(row + 0.5) - top;
            Color colour = colour(percent[row][column], palette);
            double gap = Math.min(width, height) > 8 ? GAP : 0;
            graphics.setPaint(colour);
            graphics.fill(new Rectangle2D.Double(left, top, width - gap, height - gap));
            graphics.setFont(PictureFont.regular(StudyChart.FONT_SIZE));
            FontMetrics metrics = graphics.getFontMetrics();
            String text = Long.toString(Math.round(percent[row][column]));
            if (metrics.stringWidth("100") + 4 < width && metrics.getHeight() < height) {
                double brightness = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
                graphics.setPaint(brightness > BRIGHT ? Color.BLACK : Color.WHITE);
                graphics.drawString(text, (float) (left + (width - metrics.stringWidth(text)) / 2), (float)
                        (top + (height + metrics.getAscent() - metrics.getDescent()) / 2));
            }
        }
    }
}
