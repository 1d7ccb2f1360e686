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
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.ContrastRatio;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;

/**
 * Draws the parts of a diagram of a cell. Places are in points of a diagram that is not scaled.
 *
 * @param isFaint whether what is drawn has no numbers yet
 */
record DiagramPen(Graphics2D graphics, Palette palette, boolean isFaint) implements CellPen {

    private static final double DOT = 4;

    /** A pen for what has no numbers yet. */
    DiagramPen faint() {
        return new DiagramPen(graphics, palette.faint(), true);
    }

    /** A pen for what is told now. */
    DiagramPen lit() {
        return new DiagramPen(graphics, palette.inked(palette.accent()), false);
    }

    @Override
    public void wire(boolean isThick, boolean hasArrow, double... corners) {
        graphics.setColor(isThick ? palette.text() : palette.muted());
        graphics.setStroke(new BasicStroke(isThick ? 3 : 1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path(corners));
        if (hasArrow) {
            Path2D head = path(CellPen.arrow(isThick, corners));
            head.closePath();
            graphics.fill(head);
        }
    }

    private static Path2D path(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int corner = 2; corner < corners.length; corner += 2) {
            path.lineTo(corners[corner], corners[corner + 1]);
        }
        return path;
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

    @Override
    public void leaves(double x, double y, double open, boolean onTheRight) {
        if (isFaint) {
            return;
        }
        // Without the frame the leaves of a half-open gate look like strokes that belong to nothing
        outline(shape(CellPen.slot(x, y, onTheRight)), palette.background(), palette.muted(), 1);
        graphics.setColor(palette.text());
        CellPen.shut(x, y, open, onTheRight).forEach(leaf -> graphics.fill(shape(leaf)));
    }

    private static Shape shape(DiagramArea area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void gate(double x, double y, String letter, double value, boolean isSigned) {
        Shape box = rounded(
                x - CellWiring.BOX_WIDTH / 2,
                y - CellWiring.BOX_HEIGHT / 2,
                CellWiring.BOX_WIDTH,
                CellWiring.BOX_HEIGHT,
                8);
        if (isFaint) {
            outline(box, palette.background(), palette.muted(), 1);
            write(letter, true, 13, palette.muted(), x, y + 5);
            return;
        }
        Color colour = (isSigned ? ColourScale.SIGNED : ColourScale.SHARE).colour(value, palette);
        outline(box, colour, palette.muted(), 1);
        Color ink = ContrastRatio.ink(colour);
        write(letter, true, 13, ink, x, y - 4);
        // Its sign would hang out of the box
        String number = CellParts.compact(value);
        graphics.drawString(number, (float) (x - graphics.getFontMetrics().stringWidth(number) / 2.0), (float) y + 13);
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

    @Override
    public void frame(double x, double y, double width, double height) {
        graphics.setColor(palette.grid());
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(rounded(x, y, width, height, 16));
    }

    @Override
    public void function(double x, double y, String name) {
        outline(rounded(x - 20, y - 10, 40, 20, 20), palette.background(), palette.text(), 1.5f);
        write(name, false, 12, palette.text(), x, y + 4);
    }

    @Override
    public void operator(double x, double y, boolean isProduct) {
        double radius = CellWiring.RADIUS;
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

    @Override
    public void value(double x, double y, String number) {
        if (isFaint) {
            return;
        }
        graphics.setFont(PictureFont.regular(12));
        double width = graphics.getFontMetrics().stringWidth(number) + 8.0;
        graphics.setColor(palette.background());
        graphics.fill(new Rectangle2D.Double(x - width / 2, y - 11, width, 14));
        write(number, false, 12, palette.text(), x, y);
    }

    @Override
    public void named(double x, double y, String name, String number, boolean isResult) {
        label(name, x, y - 16);
        if (isFaint) {
            return;
        }
        write(number, isResult, isResult ? 13 : 12, palette.text(), x, y);
    }

    @Override
    public void label(String words, double x, double y) {
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
}
