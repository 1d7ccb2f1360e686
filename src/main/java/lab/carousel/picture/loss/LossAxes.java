package lab.carousel.picture.loss;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.AxisLabel;
import lab.carousel.drawing.AxisTicks;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The axes of a loss chart, with ticks of our own: JFreeChart's logarithmic axis labels few places or none. */
final class LossAxes {

    private static final double POINTS_PER_EPOCH_TICK = 88;
    private static final double POINTS_PER_LOSS_TICK = 30;
    private static final double POINTS_PER_LOGARITHMIC_TICK = 24;

    private static final int SHORT_LABEL = 4;
    /** More would make a large chart restless. */
    private static final int MOST_TICKS = 12;

    private LossAxes() {}

    static ValueAxis epochs(LossRange range, Palette palette, String label) {
        NumberAxis axis = new NumberAxis(label) {
            private static final long serialVersionUID = 1L;

            @Override
            public List<NumberTick> refreshTicks(
                    Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
                int most = (int) Math.min(MOST_TICKS, area.getWidth() / POINTS_PER_EPOCH_TICK);
                return AxisTicks.linear(range.firstEpoch(), range.lastEpoch(), most, true).stream()
                        .map(tick -> tick(tick, isCutOff(tick, range) ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER))
                        .toList();
            }
        };
        axis.setRange(range.firstEpoch(), range.lastEpoch());
        return styled(axis, palette);
    }

    static ValueAxis losses(LossRange range, Palette palette, String label) {
        ValueAxis axis = range.logarithmic() ? logarithmic(range, label) : linear(range, label);
        axis.setRange(range.leastLoss(), range.largestLoss());
        return styled(axis, palette);
    }

    private static ValueAxis linear(LossRange range, String label) {
        return new NumberAxis(label) {
            private static final long serialVersionUID = 1L;

            @Override
            public List<NumberTick> refreshTicks(
                    Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
                int most = (int) Math.min(MOST_TICKS, area.getHeight() / POINTS_PER_LOSS_TICK);
                return ticks(
                        AxisTicks.linear(range.leastLoss(), range.largestLoss(), most, false), TextAnchor.CENTER_RIGHT);
            }

            @Override
            protected AxisState drawLabel(
                    String text,
                    Graphics2D graphics,
                    Rectangle2D all,
                    Rectangle2D area,
                    RectangleEdge edge,
                    AxisState state) {
                return AxisLabel.drawUpwards(this, graphics, area, state);
            }
        };
    }

    private static ValueAxis logarithmic(LossRange range, String label) {
        LogAxis axis = new LogAxis(label) {
            private static final long serialVersionUID = 1L;

            @Override
            public List<NumberTick> refreshTicks(
                    Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
                int most = (int) (area.getHeight() / POINTS_PER_LOGARITHMIC_TICK);
                return ticks(
                        AxisTicks.logarithmic(range.leastLoss(), range.largestLoss(), most), TextAnchor.CENTER_RIGHT);
            }

            @Override
            protected AxisState drawLabel(
                    String text,
                    Graphics2D graphics,
                    Rectangle2D all,
                    Rectangle2D area,
                    RectangleEdge edge,
                    AxisState state) {
                return AxisLabel.drawUpwards(this, graphics, area, state);
            }
        };
        axis.setSmallestValue(LossRange.TINIEST_LOSS / 2);
        return axis;
    }

    /** Whether a centred label would run out of the picture at the right. */
    private static boolean isCutOff(AxisTicks.Tick tick, LossRange range) {
        return tick.label().length() > SHORT_LABEL && range.epochShare(tick.value()) > 0.98;
    }

    private static List<NumberTick> ticks(List<AxisTicks.Tick> ticks, TextAnchor anchor) {
        return ticks.stream().map(tick -> tick(tick, anchor)).toList();
    }

    private static NumberTick tick(AxisTicks.Tick tick, TextAnchor anchor) {
        return new NumberTick(tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0);
    }

    private static ValueAxis styled(ValueAxis axis, Palette palette) {
        axis.setLabelFont(PictureFont.regular(LossChart.FONT_SIZE));
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelFont(PictureFont.regular(LossChart.FONT_SIZE));
        axis.setTickLabelPaint(palette.muted());
        axis.setTickLabelInsets(new RectangleInsets(4, 6, 2, 6));
        axis.setTickMarksVisible(false);
        axis.setAxisLinePaint(palette.muted());
        axis.setAxisLineStroke(new BasicStroke(1f));
        return axis;
    }
}
