package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;
import lab.carousel.text.Csv;
import lab.carousel.text.Message;

/**
 * Curves over epochs on common axes, and levels across them.
 *
 * @param curves      what is drawn
 * @param levels      values that are drawn as dashed lines across, such as a floor
 * @param axis        what the values are
 * @param logarithmic whether the axis of values is; values that are not positive are left out then
 * @param number      writes a value
 */
public record Curves(
        List<Curve> curves, List<Level> levels, String axis, boolean logarithmic, DoubleFunction<String> number)
        implements Drawing {

    private static final double FONT = 12;
    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 36;
    private static final double LABEL = 16;

    /**
     * A curve.
     *
     * @param name   what it is
     * @param x      epochs, rising
     * @param y      the value at each; NaN where there is none
     * @param style  its colour and dashes, see {@link SeriesStyle}
     */
    public record Curve(String name, double[] x, double[] y, int style) {

        /** The index of the point nearest to an epoch; -1 if there is none. */
        int nearest(double epoch) {
            int place = Arrays.binarySearch(x, epoch);
            if (place >= 0 || x.length == 0) {
                return x.length == 0 ? -1 : place;
            }
            int after = -place - 1;
            if (after == 0 || after == x.length) {
                return Math.min(after, x.length - 1);
            }
            return epoch - x[after - 1] <= x[after] - epoch ? after - 1 : after;
        }
    }

    /**
     * A value drawn across.
     *
     * @param name  what it is
     * @param value the value
     */
    public record Level(String name, double value) {}

    /** Copies the lists. */
    public Curves {
        curves = List.copyOf(curves);
        levels = List.copyOf(levels);
    }

    /** The axes and where they are. */
    private final class Axes {
        final Rectangle2D area;
        final double last;
        final double low;
        final double high;

        Axes(double width, double height) {
            area = new Rectangle2D.Double(
                    LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM));
            last = curves.stream()
                    .mapToDouble(curve -> curve.x().length == 0 ? 0 : curve.x()[curve.x().length - 1])
                    .max()
                    .orElse(1);
            double[] shown = curves.stream()
                    .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                    .filter(this::isShown)
                    .toArray();
            double least = Arrays.stream(shown).min().orElse(0.1);
            double most = Arrays.stream(shown).max().orElse(1);
            for (Level level : levels) {
                least = isShown(level.value()) ? Math.min(least, level.value()) : least;
                most = isShown(level.value()) ? Math.max(most, level.value()) : most;
            }
            high = logarithmic ? most * 1.2 : most <= 0 ? 1 : ColourScale.round(most);
            low = logarithmic ? Math.min(least / 1.2, high / 2) : Math.min(0, least * 1.05);
        }

        private boolean isShown(double value) {
            return Double.isFinite(value) && (!logarithmic || value > 0);
        }

        double x(double epoch) {
            return area.getMinX() + epoch / Math.max(1, last) * area.getWidth();
        }

        double y(double value) {
            double share = logarithmic
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value - low) / (high - low);
            return area.getMaxY() - share * area.getHeight();
        }

        double epochAt(double x) {
            return (x - area.getMinX()) / area.getWidth() * Math.max(1, last);
        }
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Axes axes = new Axes(width, height);
        graphics.setFont(PictureFont.regular(FONT));
        drawAxes(graphics, axes, palette);
        Shape before = graphics.getClip();
        graphics.clip(axes.area);
        curves.forEach(curve -> draw(graphics, curve, axes, palette));
        graphics.setClip(before);
        levels.forEach(level -> draw(graphics, level, axes, palette));
    }

    private void drawAxes(Graphics2D graphics, Axes axes, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        Rectangle2D area = axes.area;
        graphics.setStroke(new BasicStroke(1));
        int room = Math.max(2, (int) (area.getHeight() / 32));
        for (AxisTicks.Tick tick : logarithmic
                ? AxisTicks.logarithmic(axes.low, axes.high, room)
                : AxisTicks.linear(axes.low, axes.high, room, false)) {
            double y = axes.y(tick.value());
            graphics.setColor(palette.grid());
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            graphics.setColor(palette.muted());
            graphics.drawString(tick.label(), (float) (LEFT - 6 - metrics.stringWidth(tick.label())), (float) y + 4);
        }
        for (AxisTicks.Tick tick : AxisTicks.linear(0, Math.max(1, axes.last), (int) (area.getWidth() / 64), true)) {
            double x = axes.x(tick.value());
            graphics.setColor(palette.grid());
            graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            graphics.setColor(palette.muted());
            double start = Math.min(
                    x - metrics.stringWidth(tick.label()) / 2.0,
                    area.getMaxX() + RIGHT - metrics.stringWidth(tick.label()));
            graphics.drawString(tick.label(), (float) start, (float) area.getMaxY() + 15);
        }
        String epoch = Message.text("picture.epoch");
        graphics.drawString(
                epoch, (float) (area.getCenterX() - metrics.stringWidth(epoch) / 2.0), (float) area.getMaxY() + 30);
        TextMeasure.drawUpwards(graphics, axis, FONT, area.getCenterY());
    }

    private void draw(Graphics2D graphics, Curve curve, Axes axes, Palette palette) {
        SeriesStyle.apply(graphics, curve.style(), palette);
        Path2D path = new Path2D.Double();
        boolean open = false;
        for (int point = 0; point < curve.x().length; point++) {
            if (!axes.isShown(curve.y()[point])) {
                open = false;
            } else if (open) {
                path.lineTo(axes.x(curve.x()[point]), axes.y(curve.y()[point]));
            } else {
                path.moveTo(axes.x(curve.x()[point]), axes.y(curve.y()[point]));
                open = true;
            }
        }
        graphics.draw(path);
    }

    private void draw(Graphics2D graphics, Level level, Axes axes, Palette palette) {
        if (!axes.isShown(level.value())) {
            return;
        }
        double y = axes.y(level.value());
        graphics.setColor(palette.text());
        graphics.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 4}, 0));
        graphics.draw(new Line2D.Double(axes.area.getMinX(), y, axes.area.getMaxX(), y));
        Rectangle2D place = labelPlace(level, axes, graphics.getFontMetrics());
        graphics.drawString(level.name(), (float) place.getMinX(), (float) place.getMaxY() - 4);
    }

    /** Above or below the level, at the right, in the middle or at the left: where it hides least of the curves. */
    private Rectangle2D labelPlace(Level level, Axes axes, FontMetrics metrics) {
        double width = metrics.stringWidth(level.name());
        double free = axes.area.getWidth() - width - 12;
        Rectangle2D best = null;
        long hidden = Long.MAX_VALUE;
        for (double share : new double[] {1, 0.5, 0}) {
            for (double top : new double[] {axes.y(level.value()) - LABEL, axes.y(level.value()) + 1}) {
                Rectangle2D place = new Rectangle2D.Double(axes.area.getMinX() + 6 + share * free, top, width, LABEL);
                long covered = top + LABEL > axes.area.getMaxY() ? Long.MAX_VALUE - 1 : covered(place, axes);
                if (covered < hidden) {
                    hidden = covered;
                    best = place;
                }
            }
        }
        return best;
    }

    private long covered(Rectangle2D place, Axes axes) {
        return curves.stream()
                .mapToLong(curve -> IntStream.range(0, curve.x().length)
                        .filter(point -> place.contains(axes.x(curve.x()[point]), axes.y(curve.y()[point])))
                        .count())
                .sum();
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        Axes axes = new Axes(width, height);
        if (!axes.area.contains(x, y) || curves.isEmpty()) {
            return Optional.empty();
        }
        long epoch = Math.round(axes.epochAt(x));
        String values = curves.stream()
                .filter(curve -> curve.nearest(epoch) >= 0 && epoch <= curve.x()[curve.x().length - 1])
                .map(curve ->
                        Message.text("picture.value", curve.name(), number.apply(curve.y()[curve.nearest(epoch)])))
                .collect(Collectors.joining("\n"));
        return Optional.of(new Spot(-1, -1, Message.text("picture.spot.epoch", epoch, values)));
    }

    @Override
    public String csv() {
        Csv csv = new Csv(List.of("curve", "epoch", axis));
        for (Curve curve : curves) {
            for (int point = 0; point < curve.x().length; point++) {
                csv.add(new ArrayList<>(List.of(curve.name(), (long) curve.x()[point], curve.y()[point])));
            }
        }
        return csv.toString();
    }
}
