package lab.carousel.picture.study;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.AxisLabel;
import lab.carousel.drawing.AxisTicks.Tick;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.picture.study.Scale.Kind;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The axes of the charts of studies. */
final class ChartAxes {

    private static final double POINTS_PER_TICK_ACROSS = 64;
    private static final double POINTS_PER_NAME_ACROSS = 40;
    private static final double POINTS_PER_TICK_UP = 28;
    private static final double POINTS_PER_NAME_UP = 14;
    private static final int MOST_TICKS = 12;
    private static final double SMALLEST = 1e-300;

    private ChartAxes() {}

    /** The axis at the bottom. */
    static ValueAxis across(Scale scale, Palette palette) {
        double room = scale.kind() == Kind.CATEGORIES ? POINTS_PER_NAME_ACROSS : POINTS_PER_TICK_ACROSS;
        return styled(axis(scale, room, TextAnchor.TOP_CENTER), scale, palette);
    }

    /** The axis at the left. */
    static ValueAxis up(Scale scale, Palette palette) {
        double room = scale.kind() == Kind.CATEGORIES ? POINTS_PER_NAME_UP : POINTS_PER_TICK_UP;
        return styled(axis(scale, room, TextAnchor.CENTER_RIGHT), scale, palette);
    }

    private static ValueAxis axis(Scale scale, double room, TextAnchor anchor) {
        if (scale.kind() == Kind.LOGARITHMIC) {
            LogAxis axis = new Logarithmic(scale, room, anchor);
            axis.setSmallestValue(SMALLEST);
            return axis;
        }
        return new Linear(scale, room, anchor);
    }

    private static List<NumberTick> ticks(
            Scale scale, double room, TextAnchor anchor, Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        int fitting = (int) (length / room);
        int most = scale.kind() == Kind.CATEGORIES ? fitting : Math.min(MOST_TICKS, fitting);
        return scale.ticks(most).stream().map(tick -> tick(tick, scale, anchor)).toList();
    }

    private static NumberTick tick(Tick tick, Scale scale, TextAnchor anchor) {
        // A centred label at the right end would run out of the picture
        boolean cutOff = anchor == TextAnchor.TOP_CENTER
                && tick.value() >= scale.to()
                && tick.label().length() > 4;
        return new NumberTick(tick.value(), tick.label(), cutOff ? TextAnchor.TOP_RIGHT : anchor, TextAnchor.CENTER, 0);
    }

    private static ValueAxis styled(ValueAxis axis, Scale scale, Palette palette) {
        axis.setRange(scale.from(), scale.to());
        axis.setInverted(false);
        axis.setLabelFont(PictureFont.regular(StudyChart.FONT_SIZE));
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelFont(PictureFont.regular(StudyChart.FONT_SIZE));
        axis.setTickLabelPaint(palette.muted());
        axis.setTickLabelInsets(new RectangleInsets(4, 6, 2, 6));
        axis.setTickMarksVisible(false);
        axis.setAxisLinePaint(palette.muted());
        axis.setAxisLineStroke(new BasicStroke(1f));
        return axis;
    }

    private static final class Linear extends NumberAxis {

        private static final long serialVersionUID = 1L;

        private final transient Scale scale;
        private final double room;
        private final transient TextAnchor anchor;

        Linear(Scale scale, double room, TextAnchor anchor) {
            super(scale.label());
            this.scale = scale;
            this.room = room;
            this.anchor = anchor;
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks(scale, room, anchor, area, edge);
        }

        @Override
        protected AxisState drawLabel(
                String text,
                Graphics2D graphics,
                Rectangle2D all,
                Rectangle2D area,
                RectangleEdge edge,
                AxisState state) {
            if (edge != RectangleEdge.LEFT) {
                return super.drawLabel(text, graphics, all, area, edge, state);
            }
            return text.isEmpty() ? state : AxisLabel.drawUpwards(this, graphics, area, state);
        }
    }

    private static final class Logarithmic extends LogAxis {

        private static final long serialVersionUID = 1L;

        private final transient Scale scale;
        private final double room;
        private final transient TextAnchor anchor;

        Logarithmic(Scale scale, double room, TextAnchor anchor) {
            super(scale.label());
            this.scale = scale;
            this.room = room;
            this.anchor = anchor;
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks(scale, room, anchor, area, edge);
        }

        @Override
        protected AxisState drawLabel(
                String text,
                Graphics2D graphics,
                Rectangle2D all,
                Rectangle2D area,
                RectangleEdge edge,
                AxisState state) {
            if (edge != RectangleEdge.LEFT) {
                return super.drawLabel(text, graphics, all, area, edge, state);
            }
            return text.isEmpty() ? state : AxisLabel.drawUpwards(this, graphics, area, state);
        }
    }
}
