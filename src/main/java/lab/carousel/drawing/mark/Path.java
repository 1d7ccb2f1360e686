package lab.carousel.drawing.mark;

import java.util.Arrays;

/** A line through places, straight or bent, in one piece or several. Put together first, and not changed once it is drawn. */
public final class Path implements Shape {

    /** What leads to a place, by how many numbers. */
    public enum Step {
        MOVE('M', 2),
        LINE('L', 2),
        QUADRATIC('Q', 4),
        CUBIC('C', 6),
        CLOSE('Z', 0);

        private final char letter;
        private final int numbers;

        Step(char letter, int numbers) {
            this.letter = letter;
            this.numbers = numbers;
        }

        /** Of it in the paths of SVG. */
        public char letter() {
            return letter;
        }

        /** How many numbers it has. */
        public int numbers() {
            return numbers;
        }
    }

    @FunctionalInterface
    public interface Visitor {
        /** A step with its numbers, which begin at a place of an array. */
        void visit(Step step, double[] numbers, int from);
    }

    private static final int FEW = 8;

    private Step[] steps = new Step[FEW];
    private double[] numbers = new double[2 * FEW];
    private int stepCount;
    private int numberCount;

    /** An outline with straight sides, of corners given as x, y, x, y, … */
    public static Path polygon(double... corners) {
        Path path = new Path();
        for (int index = 0; index < corners.length; index += 2) {
            path.to(corners[index], corners[index + 1]);
        }
        return path.close();
    }

    public boolean isEmpty() {
        return stepCount == 0;
    }

    /** Begins a piece. */
    public Path from(double x, double y) {
        return add(Step.MOVE, x, y);
    }

    /** Goes straight on, or begins where nothing was begun. */
    public Path to(double x, double y) {
        return add(isEmpty() ? Step.MOVE : Step.LINE, x, y);
    }

    public Path quadratic(double controlX, double controlY, double x, double y) {
        return add(Step.QUADRATIC, controlX, controlY, x, y);
    }

    public Path cubic(double firstX, double firstY, double secondX, double secondY, double x, double y) {
        return add(Step.CUBIC, firstX, firstY, secondX, secondY, x, y);
    }

    /** Goes back to the beginning of the piece. */
    public Path close() {
        return add(Step.CLOSE);
    }

    private Path add(Step step, double... more) {
        if (stepCount == steps.length) {
            steps = Arrays.copyOf(steps, 2 * stepCount);
        }
        if (numberCount + more.length > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (numberCount + more.length));
        }
        steps[stepCount++] = step;
        System.arraycopy(more, 0, numbers, numberCount, more.length);
        numberCount += more.length;
        return this;
    }

    public void visit(Visitor visitor) {
        int at = 0;
        for (int step = 0; step < stepCount; step++) {
            visitor.visit(steps[step], numbers, at);
            at += steps[step].numbers;
        }
    }

    /** The same with each of its places put elsewhere: x' = right * x - down * y + moveX, y' = down * x + right * y + moveY. */
    private Path turned(double right, double down, double moveX, double moveY) {
        Path turned = new Path();
        turned.steps = steps;
        turned.stepCount = stepCount;
        turned.numbers = new double[numberCount];
        turned.numberCount = numberCount;
        for (int index = 0; index < numberCount; index += 2) {
            turned.numbers[index] = right * numbers[index] - down * numbers[index + 1] + moveX;
            turned.numbers[index + 1] = down * numbers[index] + right * numbers[index + 1] + moveY;
        }
        return turned;
    }

    /** The same turned around the origin so that what pointed to the right points along a direction of length 1. */
    public Path turned(double right, double down) {
        return turned(right, down, 0, 0);
    }

    @Override
    public Path moved(double right, double down) {
        return turned(1, 0, right, down);
    }

    @Override
    public Box bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < numberCount; index += 2) {
            left = Math.min(left, numbers[index]);
            right = Math.max(right, numbers[index]);
            top = Math.min(top, numbers[index + 1]);
            bottom = Math.max(bottom, numbers[index + 1]);
        }
        return numberCount == 0 ? new Box(0, 0, 0, 0) : Box.between(left, top, right, bottom);
    }
}
