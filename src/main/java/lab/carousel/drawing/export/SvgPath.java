package lab.carousel.drawing.export;

import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Path;
import lab.carousel.drawing.mark.RoundBox;
import lab.carousel.drawing.mark.Shape;

/** Writes shapes as the path data of SVG, which a canvas reads too. */
public final class SvgPath {

    /** A hundredth of a point is enough, and makes the text half as long. */
    private static final double PRECISION = 100;

    private final StringBuilder text = new StringBuilder();

    private SvgPath() {}

    /** The data of a shape. */
    public static String of(Shape shape) {
        SvgPath path = new SvgPath();
        if (shape instanceof Line line) {
            path.step('M', line.fromX(), line.fromY());
            path.step('L', line.toX(), line.toY());
        } else if (shape instanceof Path steps) {
            steps.visit((step, numbers, from) -> {
                double[] own = new double[step.numbers()];
                System.arraycopy(numbers, from, own, 0, own.length);
                path.step(step.letter(), own);
            });
        } else if (shape instanceof Ellipse ellipse) {
            path.ellipse(ellipse.bounds());
        } else {
            path.box(shape.bounds(), shape instanceof RoundBox round ? round.radius() : 0);
        }
        return path.text.toString();
    }

    private void ellipse(Box box) {
        double half = box.width() / 2;
        step('M', box.x(), box.middleY());
        step('a', half, box.height() / 2, 0, 1, 0, box.width(), 0);
        step('a', half, box.height() / 2, 0, 1, 0, -box.width(), 0);
        step('Z');
    }

    private void box(Box box, double radius) {
        double across = box.width() - 2 * radius;
        double down = box.height() - 2 * radius;
        step('M', box.x() + radius, box.y());
        step('h', across);
        corner(radius, radius, radius);
        step('v', down);
        corner(radius, -radius, radius);
        step('h', -across);
        corner(radius, -radius, -radius);
        step('v', -down);
        corner(radius, radius, -radius);
        step('Z');
    }

    private void corner(double radius, double right, double down) {
        if (radius > 0) {
            step('a', radius, radius, 0, 0, 1, right, down);
        }
    }

    private void step(char letter, double... numbers) {
        text.append(letter);
        for (int index = 0; index < numbers.length; index++) {
            if (index > 0) {
                text.append(' ');
            }
            append(text, numbers[index]);
        }
    }

    /** Appends a number as short as it is exact enough. */
    static StringBuilder append(StringBuilder text, double value) {
        double rounded = Math.rint(value * PRECISION) / PRECISION;
        return rounded == (long) rounded ? text.append((long) rounded) : text.append(rounded);
    }
}
