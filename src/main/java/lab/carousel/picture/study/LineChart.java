package lab.carousel.picture.study;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import lab.carousel.drawing.FloorAnnotation;
import lab.carousel.drawing.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Csv;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Lines with bands around them, or points with intervals.
 *
 * @param title    what it is
 * @param subtitle of what
 * @param across   the axis at the bottom
 * @param up       the axis at the left
 * @param lines    the lines; the first is drawn on top
 * @param faint    further lines without a name, behind all others
 * @param floors   levels across the chart
 * @param form     how lines and their uncertainty are drawn
 */
record LineChart(
        String title,
        String subtitle,
        Scale across,
        Scale up,
        List<Line> lines,
        List<Line> faint,
        List<FloorLine> floors,
        Form form)
        implements ChartContent {

    /** How lines and their uncertainty are drawn. */
    enum Form {
        /** A line in its band. */
        BAND,
        /** A line, with an interval at each of its points. */
        INTERVALS,
        /** Points with their intervals, not joined. */
        POINTS
    }

    private static final int BAND_ALPHA = 44;
    private static final int FAINT_ALPHA = 56;
    private static final float DOT = 7;
    private static final double ASIDE = 0.008;

    @Override
    public XYPlot plot(Palette palette) {
        XYPlot plot = StudyChart.plot(ChartAxes.across(across, palette), ChartAxes.up(up, palette), palette);
        DefaultXYDataset dataset = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(form != Form.POINTS, form != Form.BAND);
        renderer.setDrawSeriesLineAsPath(true);
        for (Line line : faint) {
            renderer.addAnnotation(PathAnnotation.line(line, faintColour(palette)), Layer.BACKGROUND);
        }
        for (int index = lines.size() - 1; index >= 0; index--) {
            add(form == Form.INTERVALS ? aside(index) : lines.get(index), palette, dataset, renderer);
        }
        for (FloorLine floor : floors) {
            renderer.addAnnotation(new FloorAnnotation(floor.value(), floor.label(), palette), Layer.BACKGROUND);
        }
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        return plot;
    }

    /** The line a little aside, so that intervals at the same place do not cover one another. */
    private Line aside(int index) {
        Line line = lines.get(index);
        double share = ASIDE * (index - (lines.size() - 1) / 2.0);
        double[] moved = Arrays.stream(line.x())
                .map(x -> across.kind() == Scale.Kind.LOGARITHMIC
                        ? x * Math.pow(across.to() / across.from(), share)
                        : x + share * (across.to() - across.from()))
                .toArray();
        return new Line(line.name(), line.colour(), moved, line.y(), line.low(), line.high());
    }

    private static Color faintColour(Palette palette) {
        return StudyChart.veiled(palette.muted(), FAINT_ALPHA);
    }

    private void add(Line line, Palette palette, DefaultXYDataset dataset, XYLineAndShapeRenderer renderer) {
        LineStyle style = line.style(palette);
        int series = dataset.getSeriesCount();
        dataset.addSeries(Integer.toString(series), new double[][] {line.x(), line.y()});
        renderer.setSeriesPaint(series, style.colour(), false);
        renderer.setSeriesStroke(series, style.stroke(), false);
        renderer.setSeriesShape(series, Signs.of(line.colour(), DOT), false);
        renderer.addAnnotation(
                form != Form.BAND
                        ? PathAnnotation.bars(line, style.colour())
                        : PathAnnotation.band(line, StudyChart.veiled(style.colour(), BAND_ALPHA)),
                Layer.BACKGROUND);
    }

    @Override
    public LegendItemCollection legend(Palette palette) {
        LegendItemCollection items = new LegendItemCollection();
        for (Line line : lines) {
            if (!line.name().isEmpty()) {
                items.add(StudyChart.line(line.name(), line.style(palette)));
            }
        }
        return items;
    }

    @Override
    public String csv() {
        Csv csv = new Csv(List.of("line", "x", "value", "low", "high"));
        for (Line line : lines) {
            for (int point = 0; point < line.x().length; point++) {
                csv.add(line.name())
                        .addMostlyWhole(line.x()[point])
                        .addMostlyWhole(line.y()[point])
                        .addMostlyWhole(line.low()[point])
                        .addMostlyWhole(line.high()[point])
                        .end();
            }
        }
        return csv.toString();
    }
}
