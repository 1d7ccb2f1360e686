package lab.carousel.picture.loss;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import lab.carousel.drawing.FloorAnnotation;
import lab.carousel.drawing.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Message;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** Builds the JFreeChart that draws a loss picture. */
final class LossChart {

    /** The size of all text but the title, in points. */
    static final double FONT_SIZE = 12;

    private static final double DOT = 6;

    private static final double TITLE_SIZE = 16;
    private static final double LEGEND_LINE = 28;
    /** Below this height the loss axis has a short label, and the legend one row. */
    private static final int LOW = 400;
    /** How many heights of the chart a line may go up and down before it counts as rough. */
    private static final double ROUGH = 12;

    private static final double LETTER_WIDTH = 6.4;

    private final LossPicture picture;
    private final Palette palette;
    private final boolean slide;

    LossChart(LossPicture picture) {
        this.picture = picture;
        this.palette = picture.palette();
        this.slide = picture.frame() == LossPicture.Frame.SLIDE;
    }

    /** A new chart. */
    JFreeChart build() {
        JFreeChart chart = new JFreeChart(null, null, plot(), false);
        chart.setBackgroundPaint(palette.background());
        chart.setBorderVisible(false);
        chart.setPadding(slide ? new RectangleInsets(16, 16, 12, 24) : new RectangleInsets(0, 8, 4, 16));
        if (slide) {
            chart.addSubtitle(title());
            chart.addSubtitle(recipe());
        }
        chart.addSubtitle(legend());
        return chart;
    }

    private XYPlot plot() {
        ReducedLosses losses = new ReducedLosses(picture.history(), picture.range(), picture.width());
        LossLabels labels = picture.labels();
        boolean wordy = slide || picture.height() >= LOW;
        XYPlot plot = new XYPlot(
                losses,
                LossAxes.epochs(picture.range(), palette, Message.text("loss.axis.epoch")),
                LossAxes.losses(picture.range(), palette, wordy ? labels.lossAxis() : Message.text("loss.axis.short")),
                renderer(losses));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(slide ? 8 : 4, 0, 0, 0));
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setRangeZeroBaselineVisible(false);
        plot.getRenderer()
                .addAnnotation(new FloorAnnotation(labels.floor(), labels.floorText(), palette), Layer.BACKGROUND);
        return plot;
    }

    private XYLineAndShapeRenderer renderer(ReducedLosses losses) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        if (picture.history().size() == 1) {
            // A line needs two points; after the first epoch there is one.
            renderer.setDefaultShapesVisible(true);
            renderer.setAutoPopulateSeriesShape(false);
            renderer.setDefaultShape(new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        int lines = picture.history().lines();
        for (int line = 0; line < lines; line++) {
            LineStyle style = style(line);
            if (losses.rise(line, picture.range()) > ROUGH) {
                style = style.rough();
            }
            renderer.setSeriesPaint(line, style.colour(), false);
            renderer.setSeriesStroke(line, style.stroke(), false);
        }
        return renderer;
    }

    private TextTitle title() {
        TextTitle title = new TextTitle(Message.text("loss.picture.title"), PictureFont.bold(TITLE_SIZE));
        title.setPaint(palette.text());
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        return title;
    }

    private TextTitle recipe() {
        TextTitle recipe = new TextTitle(picture.labels().recipe(), PictureFont.regular(FONT_SIZE));
        recipe.setPaint(palette.muted());
        recipe.setHorizontalAlignment(HorizontalAlignment.LEFT);
        recipe.setPadding(2, 0, 6, 0);
        return recipe;
    }

    private LegendTitle legend() {
        LegendItemCollection items = legendItems();
        LegendTitle legend = new LegendTitle(
                () -> items,
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 12, 2),
                new BorderArrangement());
        legend.setItemFont(PictureFont.regular(FONT_SIZE));
        legend.setItemPaint(palette.text());
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setMargin(0, slide ? 0 : 8, 0, 0);
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
        return legend;
    }

    private LegendItemCollection legendItems() {
        LossLabels labels = picture.labels();
        LegendItemCollection items = new LegendItemCollection();
        double room = slide ? Double.POSITIVE_INFINITY : picture.width() * (picture.height() < LOW ? 0.9 : 1.8);
        int line = 0;
        for (; line < labels.namedLines() && room > 0; line++) {
            String name = labels.line(line);
            room -= LEGEND_LINE + 20 + LETTER_WIDTH * name.length();
            if (line < 2 || room > 0) {
                items.add(item(name, style(line).sample(), LEGEND_LINE));
            }
        }
        String more = labels.linesBeyond(items.getItemCount());
        if (!more.isEmpty()) {
            items.add(item(more, style(0), 0));
        }
        if (slide) {
            // In a window it is named at its line
            items.add(item(labels.floorText(), LineStyle.floor(palette), LEGEND_LINE));
        }
        return items;
    }

    private LineStyle style(int line) {
        return LineStyle.of(line, picture.history().lines(), palette);
    }

    private static LegendItem item(String label, LineStyle style, double length) {
        return new LegendItem(
                label,
                null,
                null,
                null,
                new Line2D.Double(-length / 2, 0, length / 2, 0),
                style.stroke(),
                style.colour());
    }
}
