package lab.carousel.picture.account;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.ContrastRatio;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;

/**
 * Draws the parts of a diagram of a cell. Places are in points of a diagram that is not scaled.
 *
 * @param isFaint whether what is drawn has no numbers yet
 */
record DiagramPen(Graphics2D graphics, Palette palette, boolean isFaint) {

    private static final double ARROW = 5;
    private static final int DECIMALS = 3;
    private static final double TOO_LARGE = 99_999;
    /** The thickness of the two leaves of a gate, and how far they stand off its box. */
    private static final double LEAF = 4;

    private static final double DOT = 4;

    /** A pen for what has no numbers yet. */
    DiagramPen faint() {
        return new DiagramPen(graphics, palette.faint(), true);
    }

    /** A pen for what is told now. */
    DiagramPen lit() {
        return new DiagramPen(graphics, palette.inked(palette.accent()), false);
    }

    /** A wire along corners given as x, y, x, y, …; a thick one for what is carried from step to step. */
    void wire(boolean isThick, boolean hasArrow, double... corners) {
        graphics.setColor(isThick ? palette.text() : palette.muted());
        graphics.setStroke(new BasicStroke(isThick ? 3 : 1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int corner = 2; corner < corners.length; corner += 2) {
            path.lineTo(corners[corner], corners[corner + 1]);
        }
        graphics.draw(path);
        if (hasArrow) {
            int end = corners.length - 2;
            drawArrow(corners[end - 2], corners[end - 1], corners[end], corners[end + 1], isThick ? ARROW + 2 : ARROW);
        }
    }

    private void drawArrow(double fromX, double fromY, double toX, double toY, double size) {
        double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
        double x = (toX - fromX) / length;
        double y = (toY - fromY) / length;
        Path2D head = new Path2D.Double();
        head.moveTo(toX, toY);
        head.lineTo(toX - size * x - size * y * 0.7, toY - size * y + size * x * 0.7);
        head.lineTo(toX - size * x + size * y * 0.7, toY - size * y - size * x * 0.7);
        head.closePath();
        graphics.fill(head);
    }

    /** What is on its way along a wire, at a share of its length. */
    void dot(double share, double... corners) {
        double length = 0;
        for (int corner = 2; corner < corners.length; corner += 2) {
            length += Math.hypot(corners[corner] - corners[corner - 2], corners[corner + 1] - corners[corner - 1]);
        }
        double left = share * length;
        for (int corner = 2; corner < corners.length; corner += 2) {
            double x = corners[corner] - corners[corner - 2];
            double y = corners[corner + 1] - corners[corner - 1];
            double piece = Math.hypot(x, y);
            if (left <= piece) {
                graphics.setColor(palette.accent());
                double middleX = corners[corner - 2] + x * left / piece;
                double middleY = corners[corner - 1] + y * left / piece;
                graphics.fill(new Ellipse2D.Double(middleX - DOT, middleY - DOT, 2 * DOT, 2 * DOT));
                return;
            }
            left -= piece;
        }
    }

    /** The two leaves of a gate in their frame, on the side on which its wire leaves it: 0 is shut, 1 is open. */
    void leaves(Rectangle2D area, double open, boolean onTheRight) {
        if (isFaint) {
            return;
        }
        double side = onTheRight ? area.getHeight() : area.getWidth();
        double leaf = side * (1 - Math.max(0, Math.min(1, open))) / 2;
        // Without the frame the leaves of a half-open gate look like strokes that belong to nothing
        outline(slot(area, 0, side, onTheRight), palette.background(), palette.muted(), 1);
        graphics.setColor(palette.text());
        graphics.fill(slot(area, 0, leaf, onTheRight));
        graphics.fill(slot(area, side - leaf, leaf, onTheRight));
    }

    private static Shape slot(Rectangle2D area, double from, double length, boolean onTheRight) {
        return onTheRight
                ? new Rectangle2D.Double(area.getMaxX() + 1, area.getY() + from, LEAF, length)
                : new Rectangle2D.Double(area.getX() + from, area.getY() - 1 - LEAF, length, LEAF);
    }

    /** A gate: its letter over its value, on the colour of the value. */
    void box(Rectangle2D area, String letter, double value, ColourScale scale) {
        if (isFaint) {
            outline(
                    rounded(area.getX(), area.getY(), area.getWidth(), area.getHeight(), 8),
                    palette.background(),
                    palette.muted(),
                    1);
            write(letter, true, 13, palette.muted(), area.getCenterX(), area.getCenterY() + 5);
            return;
        }
        Color colour = scale.colour(value, palette);
        outline(rounded(area.getX(), area.getY(), area.getWidth(), area.getHeight(), 8), colour, palette.muted(), 1);
        Color ink = ContrastRatio.ink(colour);
        write(letter, true, 13, ink, area.getCenterX(), area.getCenterY() - 4);
        // Its sign would hang out of the box
        graphics.drawString(
                compact(value),
                (float) (area.getCenterX() - graphics.getFontMetrics().stringWidth(compact(value)) / 2.0),
                (float) area.getCenterY() + 13);
    }

    private static Shape rounded(double x, double y, double width, double height, double arc) {
        return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
    }

    private void outline(Shape shape, Color inside, Color line, float width) {
        graphics.setColor(inside);
        graphics.fill(shape);
        graphics.setColor(line);
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(shape);
    }

    void frame(double x, double y, double width, double height) {
        graphics.setColor(palette.grid());
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(rounded(x, y, width, height, 16));
    }

    /** A function on a wire, for example tanh. */
    void function(double x, double y, String name) {
        outline(rounded(x - 20, y - 10, 40, 20, 20), palette.background(), palette.text(), 1.5f);
        write(name, false, 12, palette.text(), x, y + 4);
    }

    /** An operation on wires: a multiplication or an addition. */
    void operator(double x, double y, double radius, boolean isProduct) {
        Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        outline(circle, palette.background(), palette.text(), 1.5f);
        if (isProduct) {
            graphics.draw(new Line2D.Double(x - 3.5, y - 3.5, x + 3.5, y + 3.5));
            graphics.draw(new Line2D.Double(x - 3.5, y + 3.5, x + 3.5, y - 3.5));
        } else {
            graphics.draw(new Line2D.Double(x - 5, y, x + 5, y));
            graphics.draw(new Line2D.Double(x, y - 5, x, y + 5));
        }
    }

    /** A number around a middle, on its wire. */
    void value(double x, double y, double value) {
        if (isFaint) {
            return;
        }
        String number = compact(value);
        graphics.setFont(PictureFont.regular(12));
        double width = graphics.getFontMetrics().stringWidth(number) + 8.0;
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(x - width / 2, y - 11, width, 14));
        write(number, false, 12, palette.text(), x, y);
    }

    /** A number, and above it what it is. */
    void named(double x, double y, String name, double value, boolean isResult) {
        label(name, x, y - 16);
        if (isFaint) {
            return;
        }
        write(compact(value), isResult, isResult ? 13 : 12, palette.text(), x, y);
    }

    void label(String words, double x, double y) {
        write(words, false, 12, palette.muted(), x, y);
    }

    /** Writes words around a middle; a sign hangs out on the left, so that digits do not move when it comes. */
    private void write(String words, boolean isBold, double size, Color colour, double middle, double baseline) {
        graphics.setFont(isBold ? PictureFont.bold(size) : PictureFont.regular(size));
        graphics.setColor(colour);
        double width = graphics.getFontMetrics().stringWidth(words);
        double sign = words.startsWith("−") ? graphics.getFontMetrics().stringWidth("−") : 0;
        graphics.drawString(words, (float) (middle - (width - sign) / 2 - sign), (float) baseline);
    }

    /** A number with three decimals, and fewer if it is larger, so that each fits into its place. */
    private static String compact(double value) {
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
