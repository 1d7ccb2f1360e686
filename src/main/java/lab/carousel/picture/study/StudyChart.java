package lab.carousel.picture.study;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import lab.carousel.drawing.LineStyle;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.BorderArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/** What all charts of studies have in common: title, legend, frame and grid. */
final class StudyChart {

    static final double FONT_SIZE = 12;

    private static final double TITLE_SIZE = 16;
    private static final double LEGEND_LINE = 28;

    private StudyChart() {}

    /** A new chart of a content. */
    static JFreeChart of(ChartContent content, Palette palette, boolean slide) {
        XYPlot plot = content.plot(palette);
        plot.setInsets(new RectangleInsets(slide ? 8 : 4, 0, 0, 0));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(palette.background());
        chart.setBorderVisible(false);
        chart.setPadding(slide ? new RectangleInsets(16, 16, 12, 24) : new RectangleInsets(0, 8, 4, 16));
        if (slide) {
            chart.addSubtitle(title(content.title(), TITLE_SIZE, palette.text()));
            TextTitle subtitle = title(content.subtitle(), FONT_SIZE, palette.muted());
            subtitle.setPadding(2, 0, 6, 0);
            chart.addSubtitle(subtitle);
        }
        LegendItemCollection items = content.legend(palette);
        if (items.getItemCount() > 0) {
            chart.addSubtitle(legend(items, palette));
        }
        return chart;
    }

    private static TextTitle title(String text, double size, Color colour) {
        TextTitle title = new TextTitle(text, size == TITLE_SIZE ? PictureFont.bold(size) : PictureFont.regular(size));
        title.setPaint(colour);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        return title;
    }

    private static LegendTitle legend(LegendItemCollection items, Palette palette) {
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
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
        return legend;
    }

    /** A plot with nothing in it yet. */
    static XYPlot plot(ValueAxis across, ValueAxis up, Palette palette) {
        XYPlot plot = new XYPlot(null, across, up, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    /** A line with its name. */
    static LegendItem line(String name, LineStyle style) {
        return new LegendItem(
                name,
                null,
                null,
                null,
                new Line2D.Double(-LEGEND_LINE / 2, 0, LEGEND_LINE / 2, 0),
                style.stroke(),
                style.colour());
    }

    /** A sign with its name. */
    static LegendItem sign(String name, Shape shape, Color colour) {
        return new LegendItem(name, null, null, null, shape, colour);
    }

    /** A colour that lets what is behind it shine through. */
    static Color veiled(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
