package lab.carousel.picture.update;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.chart.AxisTicks;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.text.Csv;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * How large the gradient is that arrives at each step, as bars on a logarithmic axis. What belongs to the update is
 * filled; what would have flowed further back is faint, behind the line where the update cuts it.
 *
 * @param symbols  the symbol fed at each time step
 * @param steps    the number of its step, counted from 1
 * @param cut      the first time step of the update
 * @param hidden   the norm of dLoss/dh at each time step
 * @param cell     the norm of dLoss/dc at each time step; empty if there is no c
 * @param selected the time step that is pointed out; -1 for none
 */
public record ReachDrawing(List<String> symbols, int[] steps, int cut, double[] hidden, double[] cell, int selected)
        implements Drawing {

    private static final double FONT = 12;
    private static final double LABEL = 18;
    private static final double LEFT = 52;
    private static final double RIGHT = 8;
    private static final double STRIPE = 2.5;
    private static final double SAMPLE = 12;
    /** Below this share of the largest bar nothing is told apart. */
    private static final double LEAST_SHARE = 1e-9;

    private static final double MOST_PITCH = 160;

    /** Where everything stands. */
    private final class Place {
        final double top = 2 * LABEL + 4;
        final double bottom;
        final double right;
        final double pitch;
        final double low;
        final double high;

        Place(double width, double height) {
            bottom = Math.max(top + 1, height - 2 * LABEL - 6);
            pitch = Math.min(MOST_PITCH, Math.max(1, width - LEFT - RIGHT) / Math.max(1, steps.length));
            right = Math.max(LEFT + pitch * steps.length, LEFT + 1);
            double largest = Math.max(max(hidden), max(cell));
            double least = largest * LEAST_SHARE;
            double smallest = Math.max(least, Math.min(min(hidden, least), min(cell, least)));
            high = largest > 0 ? Math.pow(10, Math.ceil(Math.log10(largest) - 1e-9)) : 1;
            low = largest > 0 ? Math.min(high / 100, Math.pow(10, Math.floor(Math.log10(smallest)) - 1)) : 0.01;
        }

        double x(double time) {
            return LEFT + time * pitch;
        }

        double y(double value) {
            double share = value <= low ? 0 : Math.log10(value / low) / Math.log10(high / low);
            return bottom - share * (bottom - top);
        }
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static double min(double[] values, double above) {
        return Arrays.stream(values).filter(value -> value > above).min().orElse(Double.POSITIVE_INFINITY);
    }

    private boolean isSilent() {
        return max(hidden) == 0 && max(cell) == 0;
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Place place = new Place(width, height);
        graphics.setFont(PictureFont.regular(FONT));
        drawLegend(graphics, width, palette);
        drawValueAxis(graphics, place, palette);
        drawStepAxis(graphics, place, palette);
        for (int time = 0; time < steps.length; time++) {
            drawBars(graphics, place, time, palette);
        }
        drawCut(graphics, place, width, palette);
        if (isSilent()) {
            graphics.setColor(palette.muted());
            String words = FittedText.of(text("silent"), width - LEFT, graphics.getFontMetrics()::stringWidth);
            graphics.drawString(words, (float) LEFT + 8, (float) (place.top + place.bottom) / 2);
        }
    }

    private static String text(String key, Object... arguments) {
        return Message.text("update.reach." + key, arguments);
    }

    private void drawLegend(Graphics2D graphics, double width, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double x = sample(graphics, 0, palette.series().get(0), text("hidden"), palette);
        if (cell.length > 0) {
            Rectangle2D sample = new Rectangle2D.Double(x, 4, SAMPLE, SAMPLE);
            x = sample(graphics, x, palette.series().get(1), text("cell"), palette);
            stripe(graphics, sample, palette);
        }
        if (cut > 0) {
            double room = width - x - SAMPLE - 8;
            graphics.setColor(faint(palette.muted()));
            graphics.fill(new Rectangle2D.Double(x, 4, SAMPLE, SAMPLE));
            graphics.setColor(palette.muted());
            graphics.draw(new Rectangle2D.Double(x + 0.5, 4.5, SAMPLE - 1, SAMPLE - 1));
            graphics.drawString(FittedText.of(text("uncut"), room, metrics::stringWidth), (float) (x + SAMPLE + 4), 14);
        }
    }

    private static double sample(Graphics2D graphics, double x, Color colour, String words, Palette palette) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, 4, SAMPLE, SAMPLE));
        graphics.setColor(palette.text());
        graphics.drawString(words, (float) (x + SAMPLE + 4), 14);
        return x + SAMPLE + 4 + graphics.getFontMetrics().stringWidth(words) + 12;
    }

    private static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 56);
    }

    private void drawValueAxis(Graphics2D graphics, Place place, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setStroke(new BasicStroke(1));
        int most = Math.max(2, (int) ((place.bottom - place.top) / 24));
        for (AxisTicks.Tick tick : AxisTicks.logarithmic(place.low, place.high, most)) {
            double y = place.y(tick.value());
            graphics.setColor(palette.grid());
            graphics.draw(new Line2D.Double(LEFT, y, place.right, y));
            graphics.setColor(palette.muted());
            graphics.drawString(tick.label(), (float) (LEFT - 6 - metrics.stringWidth(tick.label())), (float) y + 4);
        }
        graphics.setColor(palette.muted());
        graphics.draw(new Line2D.Double(LEFT, place.bottom, place.right, place.bottom));
    }

    private void drawStepAxis(Graphics2D graphics, Place place, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double widest = symbols.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
        boolean named = place.pitch >= Math.min(widest, 48) + 2;
        String last = steps.length == 0 ? "" : Integer.toString(steps[steps.length - 1]);
        Thinning numbers = Thinning.of(place.pitch, metrics.stringWidth(last) + 6.0);
        for (int time = 0; time < steps.length; time++) {
            graphics.setColor(time == selected ? palette.accent() : palette.muted());
            if (named) {
                String symbol = FittedText.of(symbols.get(time), place.pitch, metrics::stringWidth);
                centred(graphics, symbol, place.x(time + 0.5), place.bottom + 18);
            }
            if (numbers.shows(time + 1) || time == selected) {
                centred(graphics, Integer.toString(steps[time]), place.x(time + 0.5), place.bottom + 18 + LABEL);
            }
        }
        graphics.setColor(palette.muted());
        rightAligned(graphics, Message.text("picture.in"), place.bottom + 18);
        rightAligned(graphics, Message.text("picture.step"), place.bottom + 18 + LABEL);
    }

    private static void centred(Graphics2D graphics, String words, double middle, double baseline) {
        double width = graphics.getFontMetrics().stringWidth(words);
        graphics.drawString(words, (float) (middle - width / 2), (float) baseline);
    }

    private static void rightAligned(Graphics2D graphics, String words, double baseline) {
        double width = graphics.getFontMetrics().stringWidth(words);
        graphics.drawString(words, (float) (LEFT - 6 - width), (float) baseline);
    }

    private void drawBars(Graphics2D graphics, Place place, int time, Palette palette) {
        int bars = cell.length > 0 ? 2 : 1;
        double gap = place.pitch >= 8 ? place.pitch * 0.15 : 0;
        double width = (place.pitch - 2 * gap) / bars;
        drawBar(
                graphics,
                place,
                time,
                hidden[time],
                gap,
                width,
                palette.series().get(0));
        if (bars == 2) {
            drawBar(
                    graphics,
                    place,
                    time,
                    cell[time],
                    gap + width,
                    width,
                    palette.series().get(1));
            stripe(graphics, bar(place, time, cell[time], gap + width, width), palette);
        }
    }

    /** Empty if there is nothing to be seen. */
    private static Rectangle2D bar(Place place, int time, double value, double offset, double width) {
        double top = value > 0 ? Math.min(place.bottom, place.y(value)) : place.bottom;
        return new Rectangle2D.Double(place.x(time) + offset, top, Math.max(0.5, width), place.bottom - top);
    }

    /** So that it can be told from the other kind of bars without colours. */
    private static void stripe(Graphics2D graphics, Rectangle2D bar, Palette palette) {
        graphics.setColor(palette.background());
        for (double y = bar.getMaxY() - STRIPE; y > bar.getMinY(); y -= 2 * STRIPE) {
            graphics.fill(new Rectangle2D.Double(bar.getX() + 1, y, Math.max(0, bar.getWidth() - 2), 1));
        }
    }

    private void drawBar(
            Graphics2D graphics, Place place, int time, double value, double offset, double width, Color colour) {
        double y = place.y(value);
        if (!(value > 0) || y >= place.bottom) {
            return;
        }
        Rectangle2D bar = bar(place, time, value, offset, width);
        graphics.setColor(time < cut ? faint(colour) : colour);
        graphics.fill(bar);
        if (time < cut && width >= 3) {
            graphics.setColor(colour);
            graphics.setStroke(
                    new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0));
            graphics.draw(bar);
        }
    }

    /** A thick line with what it means; it has a bar across, as at the end of a road. */
    private void drawCut(Graphics2D graphics, Place place, double width, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double x = place.x(cut);
        String words = text(cut > 0 ? "cut" : "start");
        double room = width - 8;
        String fitted = FittedText.of(words, room, metrics::stringWidth);
        double left = Math.max(0, Math.min(x - metrics.stringWidth(fitted) / 2.0, width - metrics.stringWidth(fitted)));
        graphics.setColor(cut > 0 ? palette.wrong() : palette.muted());
        graphics.drawString(fitted, (float) left, (float) (LABEL + 12));
        if (cut > 0) {
            graphics.setStroke(new BasicStroke(3));
            graphics.draw(new Line2D.Double(x, place.top - 2, x, place.bottom + 2));
            graphics.draw(new Line2D.Double(x - 6, place.top - 2, x + 6, place.top - 2));
            graphics.draw(new Line2D.Double(x - 6, place.bottom + 2, x + 6, place.bottom + 2));
        }
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        Place place = new Place(width, height);
        int time = (int) Math.floor((x - LEFT) / place.pitch);
        if (x < LEFT || time >= steps.length || y < place.top) {
            return Optional.empty();
        }
        String where = text(time < cut ? "spot.uncut" : "spot", steps[time], symbols.get(time));
        String values = Message.text("picture.value", text("hidden"), NumberText.loss(hidden[time]));
        if (cell.length > 0) {
            values += "\n" + Message.text("picture.value", text("cell"), NumberText.loss(cell[time]));
        }
        return Optional.of(new Spot(-1, time, where + "\n" + values));
    }

    @Override
    public String csv() {
        Csv csv = new Csv(List.of("step", "input", "in update", "dLoss/dh", "dLoss/dc"));
        for (int time = 0; time < steps.length; time++) {
            csv.add(List.of(
                    steps[time],
                    symbols.get(time),
                    time >= cut,
                    hidden[time],
                    cell.length > 0 ? (Object) cell[time] : ""));
        }
        return csv.toString();
    }
}
