package lab.carousel.picture.study;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Csv;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * A strip of dots for each cell, a dot for each run, with the median; perhaps with a mark to compare with.
 *
 * @param title      what it is
 * @param subtitle   of what
 * @param values     the axis at the bottom
 * @param strips     the strips, from above
 * @param medianName what the stroke at the median is called
 * @param markName   what the marks are called; empty if there are none
 */
record DotStrips(String title, String subtitle, Scale values, List<Strip> strips, String medianName, String markName)
        implements ChartContent {

    private static final double DOT = 6;
    private static final double MARK = 11;
    private static final int DOT_ALPHA = 110;
    /** How much of the height of a strip its dots are spread over. */
    private static final double SPREAD = 0.56;
    /** The golden ratio's fraction: successive multiples of it spread dots evenly, and always the same. */
    private static final double GOLDEN = 0.6180339887498949;

    /**
     * A strip.
     *
     * @param name   of its cell
     * @param runs   the number of each run, from 0
     * @param values its value
     * @param median of the values; NaN if there are none
     * @param mark   to compare with; NaN if there is none
     */
    record Strip(String name, int[] runs, double[] values, double median, double mark) {}

    /** How far a dot lies below the middle of its strip, in heights of a strip. */
    static double aside(int dot) {
        return SPREAD * ((dot * GOLDEN) % 1 - 0.5);
    }

    @Override
    public XYPlot plot(Palette palette) {
        List<String> names = strips.stream().map(Strip::name).toList();
        ValueAxis up = ChartAxes.up(Scale.categories("", names), palette);
        // the first at the top
        up.setInverted(true);
        XYPlot plot = StudyChart.plot(ChartAxes.across(values, palette), up, palette);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new Dots(palette), false);
        return plot;
    }

    @Override
    public LegendItemCollection legend(Palette palette) {
        LegendItemCollection items = new LegendItemCollection();
        items.add(StudyChart.line(medianName, new LineStyle(palette.text(), 2, null)));
        if (!markName.isEmpty()) {
            items.add(StudyChart.sign(markName, Signs.of(3, MARK), palette.wrong()));
        }
        return items;
    }

    @Override
    public String csv() {
        Csv csv = new Csv(List.of("cell", "run", "value"));
        for (Strip strip : strips) {
            for (int dot = 0; dot < strip.runs().length; dot++) {
                csv.add(strip.name())
                        .addMostlyWhole(strip.runs()[dot] + 1.0)
                        .addMostlyWhole(strip.values()[dot])
                        .end();
            }
        }
        return csv.toString();
    }

    private final class Dots extends AbstractXYAnnotation {

        private static final long serialVersionUID = 1L;

        private final transient Palette palette;

        Dots(Palette palette) {
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
            for (int place = 0; place < strips.size(); place++) {
                Strip strip = strips.get(place);
                Color colour = palette.series().get(place % palette.series().size());
                graphics.setPaint(StudyChart.veiled(colour, DOT_ALPHA));
                for (int dot = 0; dot < strip.values().length; dot++) {
                    sign(graphics, 0, DOT, on.x(strip.values()[dot]), on.y(place + aside(dot)));
                }
                drawMedian(graphics, on, place);
                if (!Double.isNaN(strip.mark())) {
                    graphics.setPaint(palette.wrong());
                    sign(graphics, 3, MARK, on.x(strip.mark()), on.y(place));
                }
            }
        }

        private void drawMedian(Graphics2D graphics, Projection on, int place) {
            double median = strips.get(place).median();
            if (!Double.isNaN(median)) {
                graphics.setPaint(palette.text());
                graphics.setStroke(new BasicStroke(2f));
                graphics.draw(new Line2D.Double(on.x(median), on.y(place - 0.4), on.x(median), on.y(place + 0.4)));
            }
        }

        private void sign(Graphics2D graphics, int kind, double size, double x, double y) {
            graphics.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(Signs.of(kind, size)));
        }
    }
}
