package lab.carousel.picture.account;

import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.RoundBox;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.drawing.mark.Stroke;
import lab.carousel.drawing.mark.StrokeEnd;
import org.jspecify.annotations.Nullable;

/**
 * Draws the parts of a diagram of a cell. Places are in points of a diagram that is not scaled.
 *
 * @param one     for all words and lines; null for the usual inks
 * @param isFaint whether what is drawn has no numbers yet
 */
record DiagramPen(Marks marks, @Nullable Ink one, boolean isFaint) implements CellPen {

    private static final double DOT = 4;

    /** A pen for what has no numbers yet. */
    DiagramPen faint() {
        return new DiagramPen(marks, Ink.FAINT, true);
    }

    /** A pen for what is told now. */
    DiagramPen lit() {
        return new DiagramPen(marks, Ink.ACCENT, false);
    }

    private Ink text() {
        return one == null ? Ink.TEXT : one;
    }

    private Ink muted() {
        return one == null ? Ink.MUTED : one;
    }

    @Override
    public void wire(boolean isThick, boolean hasArrow, double... corners) {
        marks.ink(isThick ? text() : muted());
        marks.stroke(new Stroke(isThick ? 3 : 1.5, StrokeEnd.BENT, null));
        marks.draw(path(corners));
        if (hasArrow) {
            marks.fill(Path.polygon(CellPen.arrow(isThick, corners)));
        }
    }

    private static Path path(double... corners) {
        Path path = new Path();
        for (int corner = 0; corner < corners.length; corner += 2) {
            path.to(corners[corner], corners[corner + 1]);
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
                marks.ink(Ink.ACCENT);
                double middleX = corners[corner - 2] + x * left / piece;
                double middleY = corners[corner - 1] + y * left / piece;
                marks.fill(Ellipse.circle(middleX, middleY, 2 * DOT));
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
        outline(CellPen.slot(x, y, onTheRight).box(), Ink.BACKGROUND, muted(), 1);
        marks.ink(text());
        CellPen.shut(x, y, open, onTheRight).forEach(leaf -> marks.fill(leaf.box()));
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
            outline(box, Ink.BACKGROUND, muted(), 1);
            write(letter, true, 13, muted(), x, y + 5);
            return;
        }
        ColourScale scale = isSigned ? ColourScale.SIGNED : ColourScale.SHARE;
        outline(box, Ink.ofValue(value, scale), muted(), 1);
        write(letter, true, 13, Ink.onValue(value, scale), x, y - 4);
        // Its sign would hang out of the box
        String number = CellParts.compact(value);
        marks.words(number, x - marks.font().width(number) / 2, y + 13);
    }

    private static RoundBox rounded(double x, double y, double width, double height, double arc) {
        return new RoundBox(new Box(x, y, width, height), arc / 2);
    }

    private void outline(Shape shape, Ink inside, Ink line, double width) {
        marks.ink(inside);
        marks.fill(shape);
        marks.ink(line);
        marks.stroke(width);
        marks.draw(shape);
    }

    @Override
    public void frame(double x, double y, double width, double height) {
        marks.ink(Ink.GRID);
        marks.stroke(1.5);
        marks.draw(rounded(x, y, width, height, 16));
    }

    @Override
    public void function(double x, double y, String name) {
        outline(rounded(x - 20, y - 10, 40, 20, 20), Ink.BACKGROUND, text(), 1.5);
        write(name, false, 12, text(), x, y + 4);
    }

    @Override
    public void operator(double x, double y, boolean isProduct) {
        outline(Ellipse.circle(x, y, 2 * CellWiring.RADIUS), Ink.BACKGROUND, text(), 1.5);
        if (isProduct) {
            marks.line(x - 3.5, y - 3.5, x + 3.5, y + 3.5);
            marks.line(x - 3.5, y + 3.5, x + 3.5, y - 3.5);
        } else {
            marks.line(x - 5, y, x + 5, y);
            marks.line(x, y - 5, x, y + 5);
        }
    }

    @Override
    public void value(double x, double y, String number) {
        if (isFaint) {
            return;
        }
        marks.font(PictureFont.regular(12));
        double width = marks.font().width(number) + 8.0;
        marks.ink(Ink.BACKGROUND);
        marks.fill(new Box(x - width / 2, y - 11, width, 14));
        write(number, false, 12, text(), x, y);
    }

    @Override
    public void named(double x, double y, String name, String number, boolean isResult) {
        label(name, x, y - 16);
        if (isFaint) {
            return;
        }
        write(number, isResult, isResult ? 13 : 12, text(), x, y);
    }

    @Override
    public void label(String words, double x, double y) {
        write(words, false, 12, muted(), x, y);
    }

    /** Writes words around a middle; a sign hangs out on the left, so that digits do not move when it comes. */
    private void write(String words, boolean isBold, double size, Ink colour, double middle, double baseline) {
        marks.font(isBold ? PictureFont.bold(size) : PictureFont.regular(size));
        marks.ink(colour);
        double width = marks.font().width(words);
        double sign = words.startsWith("−") ? marks.font().width("−") : 0;
        marks.words(words, middle - (width - sign) / 2 - sign, baseline);
    }
}
