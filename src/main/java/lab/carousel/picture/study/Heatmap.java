package lab.carousel.picture.study;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.chart.Signs;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Contrast;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Csv;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

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
        implements StudyChart {

    private static final double GAP = 1;
    private static final int STEPS = 5;
    private static final ColourScale SCALE = ColourScale.upTo(100);

    @Override
    public ChartAxis across() {
        return ChartAxis.categories(acrossLabel, columns);
    }

    @Override
    public ChartAxis up(double height) {
        return ChartAxis.categories(upLabel, rows);
    }

    /** What the colours mean, for grids whose cells have no room for numbers. */
    @Override
    public Legend legend(double width, double height) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int value = 100 * step / (STEPS - 1);
            entries.add(Legend.Entry.sign(value + " %", Signs.of(1, 11), palette -> SCALE.colour(value, palette)));
        }
        return new Legend(entries);
    }

    @Override
    public void draw(PlotPen pen, Palette palette) {
        Graphics2D graphics = pen.graphics();
        Plot plot = pen.plot();
        graphics.setFont(PictureFont.regular(Plot.FONT));
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (!Double.isNaN(percent[row][column])) {
                    drawCell(graphics, plot, row, column, palette);
                }
            }
        }
    }

    private void drawCell(Graphics2D graphics, Plot plot, int row, int column, Palette palette) {
        double left = plot.x(column - 0.5);
        double top = plot.y(row - 0.5);
        double width = plot.x(column + 0.5) - left;
        double height = plot.y(row + 0.5) - top;
        Color colour = SCALE.colour(percent[row][column], palette);
        double gap = Math.min(width, height) > 8 ? GAP : 0;
        graphics.setPaint(colour);
        graphics.fill(new Rectangle2D.Double(left, top, width - gap, height - gap));
        FontMetrics metrics = graphics.getFontMetrics();
        String text = Long.toString(Math.round(percent[row][column]));
        if (metrics.stringWidth("100") + 4 < width && metrics.getHeight() < height) {
            graphics.setPaint(Contrast.ink(colour));
            graphics.drawString(text, (float) (left + (width - metrics.stringWidth(text)) / 2), (float)
                    (top + (height + metrics.getAscent() - metrics.getDescent()) / 2));
        }
    }

    @Override
    public Optional<Spot> at(Plot plot, double x, double y) {
        int row = (int) Math.max(0, Math.min(rows.size() - 1, Math.round(plot.upAt(y))));
        int column = (int) Math.max(0, Math.min(columns.size() - 1, Math.round(plot.acrossAt(x))));
        return Double.isNaN(percent[row][column])
                ? Optional.empty()
                : Optional.of(new Spot(-1, -1, words(row, column, StudyWords.number(percent[row][column]))));
    }

    private String words(int row, int column, String value) {
        return Message.text("studies.spot.cell", upLabel, rows.get(row), acrossLabel, columns.get(column), value);
    }

    @Override
    public String values() {
        int[] best = null;
        int[] worst = null;
        for (int row = 0; row < percent.length; row++) {
            for (int column = 0; column < percent[row].length; column++) {
                if (Double.isNaN(percent[row][column])) {
                    continue;
                }
                int[] here = {row, column};
                best = best == null || percent[row][column] > percent[best[0]][best[1]] ? here : best;
                worst = worst == null || percent[row][column] < percent[worst[0]][worst[1]] ? here : worst;
            }
        }
        return best == null ? "" : Message.text("studies.summary.cells", told(best), told(worst));
    }

    private String told(int[] place) {
        return words(place[0], place[1], NumberText.upToFourDecimals(percent[place[0]][place[1]]));
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
}
