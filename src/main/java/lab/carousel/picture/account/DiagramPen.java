package lab.carousel.picture.account;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.picture.account.DiagramPart.Operator;

record DiagramPen(Graphics2D graphics, Palette palette) {

    private static final double ARROW = 5;
    private static final int LIGHT_ENOUGH = 140;

    void draw(DiagramPart part) {
        if (part instanceof DiagramPart.Wire wire) {
            draw(wire);
        } else if (part instanceof DiagramPart.Box box) {
            draw(box);
        } else if (part instanceof DiagramPart.Function function) {
            draw(function);
        } else if (part instanceof DiagramPart.Operator operator) {
            draw(operator);
        } else if (part instanceof DiagramPart.Value value) {
            draw(value);
        } else if (part instanceof DiagramPart.Label label) {
            write(label.words(), false, 12, palette.muted(), label.x(), label.y());
        } else if (part instanceof DiagramPart.Frame frame) {
            graphics.setColor(palette.grid());
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(new RoundRectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height(), 16, 16));
        }
    }

    private void draw(DiagramPart.Wire wire) {
        Color colour = wire.thick() ? palette.text() : palette.muted();
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(wire.thick() ? 3 : 1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        Point2D last = wire.corners().get(0);
        path.moveTo(last.getX(), last.getY());
        Point2D before = last;
        for (Point2D corner : wire.corners().subList(1, wire.corners().size())) {
            path.lineTo(corner.getX(), corner.getY());
            before = last;
            last = corner;
        }
        graphics.draw(path);
        if (wire.arrow()) {
            drawArrow(before, last, wire.thick() ? ARROW + 2 : ARROW);
        }
    }

    private void drawArrow(Point2D from, Point2D to, double size) {
        double length = from.distance(to);
        double x = (to.getX() - from.getX()) / length;
        double y = (to.getY() - from.getY()) / length;
        Path2D head = new Path2D.Double();
        head.moveTo(to.getX(), to.getY());
        head.lineTo(to.getX() - size * x - size * y * 0.7, to.getY() - size * y + size * x * 0.7);
        head.lineTo(to.getX() - size * x + size * y * 0.7, to.getY() - size * y - size * x * 0.7);
        head.closePath();
        graphics.fill(head);
    }

    private void draw(DiagramPart.Box box) {
        Color colour = box.scale().colour(box.value(), palette);
        Rectangle2D area = box.area();
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), 8, 8);
        graphics.setColor(colour);
        graphics.fill(shape);
        graphics.setColor(palette.muted());
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(shape);
        Color ink = brightness(colour) > LIGHT_ENOUGH ? Palette.LIGHT.text() : Color.WHITE;
        write(box.letter(), true, 13, ink, box.x(), box.y() - 4);
        write(CompactNumber.of(box.value()), true, 13, ink, box.x(), box.y() + 13);
    }

    /** Perceived brightness, 0 to 255 (ITU-R BT.601). */
    private static double brightness(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    }

    private void draw(DiagramPart.Function function) {
        Rectangle2D area = function.outline();
        RoundRectangle2D shape = new RoundRectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), area.getHeight(), area.getHeight(), area.getHeight());
        fillAndOutline(shape);
        write(function.name(), false, 12, palette.text(), function.x(), function.y() + 4);
    }

    private void fillAndOutline(Shape shape) {
        graphics.setColor(palette.background());
        graphics.fill(shape);
        graphics.setColor(palette.text());
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(shape);
    }

    private void draw(DiagramPart.Operator operator) {
        double x = operator.x();
        double y = operator.y();
        fillAndOutline(new Ellipse2D.Double(
                x - Operator.RADIUS, y - Operator.RADIUS, 2 * Operator.RADIUS, 2 * Operator.RADIUS));
        double arm = operator.product() ? 3.5 : 5;
        if (operator.product()) {
            graphics.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
            graphics.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
        } else {
            graphics.draw(new Line2D.Double(x - arm, y, x + arm, y));
            graphics.draw(new Line2D.Double(x, y - arm, x, y + arm));
        }
    }

    private void draw(DiagramPart.Value value) {
        if (!value.label().isEmpty()) {
            write(value.label(), false, 12, palette.muted(), value.x(), value.y() - 16);
        }
        String number = CompactNumber.of(value.value());
        if (value.label().isEmpty()) {
            clearBehind(number, value);
        }
        write(number, value.strong(), value.strong() ? 13 : 12, palette.text(), value.x(), value.y());
    }

    /** A number may stand on its wire. */
    private void clearBehind(String number, DiagramPart.Value value) {
        graphics.setFont(PictureFont.regular(12));
        double width = graphics.getFontMetrics().stringWidth(number) + 8.0;
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(value.x() - width / 2, value.y() - 11, width, 14));
    }

    /** Writes words around a middle; a sign hangs out on the left, so that digits do not move when it comes. */
    private void write(String words, boolean bold, double size, Color colour, double middle, double baseline) {
        graphics.setFont(bold ? PictureFont.bold(size) : PictureFont.regular(size));
        graphics.setColor(colour);
        double width = graphics.getFontMetrics().stringWidth(words);
        double sign = words.startsWith("−") ? graphics.getFontMetrics().stringWidth("−") : 0;
        graphics.drawString(words, (float) (middle - (width - sign) / 2 - sign), (float) baseline);
    }

    /** Numbers in a diagram: three decimals, and fewer before larger numbers, so that each fits into its place. */
    static final class CompactNumber {

        private static final int DECIMALS = 3;
        private static final double TOO_LARGE = 99_999;

        private CompactNumber() {}

        static String of(double value) {
            double size = Math.abs(value);
            if (size >= TOO_LARGE && Double.isFinite(value)) {
                return (value < 0 ? "−" : "") + String.format(Locale.ROOT, "%.0e", size);
            }
            int decimals = DECIMALS;
            for (double limit = 9.9995; size >= limit && decimals > 0; limit *= 10) {
                decimals--;
            }
            return decimals > 0 ? new Digits(decimals).text(value) : (value < 0 ? "−" : "") + Math.round(size);
        }
    }
}
