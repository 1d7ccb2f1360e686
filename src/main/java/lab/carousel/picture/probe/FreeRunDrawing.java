package lab.carousel.picture.probe;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.ColumnMark;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.MatrixSide;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunCourse;
import lab.carousel.study.FreeStep;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A free run: a row for each symbol that can come next, a column for each step, a dot on the one that was taken. A bar
 * over the columns tells how long the task says the same.
 *
 * @param drawn whether symbols were drawn: then the chances are shown, otherwise the outputs
 */
public record FreeRunDrawing(FreeRun run, FreeRunCourse course, Alphabet alphabet, boolean drawn, MatrixDrawing matrix)
        implements Drawing {

    private static final double DOT = 10;
    private static final double MARKS = 20;

    public static FreeRunDrawing of(FreeRun run, FreeRunCourse course, Alphabet alphabet, boolean drawn) {
        return new FreeRunDrawing(run, course, alphabet, drawn, matrix(run, course, alphabet, drawn));
    }

    private static MatrixDrawing matrix(FreeRun run, FreeRunCourse course, Alphabet alphabet, boolean drawn) {
        List<FreeStep> steps = run.steps();
        int outputs = steps.get(0).outputs().length;
        double[][] values = new double[outputs][steps.size()];
        for (int column = 0; column < steps.size(); column++) {
            for (int row = 0; row < outputs; row++) {
                values[row][column] = shown(steps.get(column), drawn)[row];
            }
        }
        return MatrixDrawing.of(
                        values,
                        new MatrixSide(
                                Message.text("freeRun.axis.next"),
                                alphabet.symbols().subList(0, outputs)),
                        new MatrixSide(
                                Message.text("freeRun.axis.fed"),
                                steps.stream()
                                        .map(step -> alphabet.symbol(step.input()))
                                        .toList()),
                        ColourScale.SHARE,
                        NumberText::loss)
                .withMarks(marks(course));
    }

    private static double[] shown(FreeStep step, boolean drawn) {
        return drawn ? step.probabilities() : step.outputs();
    }

    private static List<ColumnMark> marks(FreeRunCourse course) {
        List<ColumnMark> marks = new ArrayList<>();
        int followed = (int) course.followed();
        if (followed > 0) {
            // Its words would run into those of the mark after it
            String words = course.left() < 0 ? Message.text("freeRun.mark.follows") : "";
            marks.add(new ColumnMark(0, followed - 1, words));
        }
        if (course.left() >= 0) {
            marks.add(new ColumnMark(course.left(), course.left(), Message.text("freeRun.mark.leaves")));
        }
        return marks;
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Box room = room(width, height);
        matrix.draw(marks, room);
        marks.begin(0, room.y(), 1);
        CellGrid cells = matrix.cells(room.width(), room.height());
        for (int column = 0; column < run.steps().size(); column++) {
            Box cell = cells.at(run.steps().get(column).taken(), column);
            boolean wrong = course.places().get(column) == FreeRunCourse.Standing.LEAVES;
            double size = Math.min(DOT, Math.min(cell.width(), cell.height()) * 0.8);
            drawTaken(marks, cell, Math.max(2, size), wrong);
        }
        marks.spots(cells, (row, column) -> new Hit(row, column, words(row, column)));
        marks.end();
    }

    /** Without marks their room stays free, so that nothing moves when there are some. */
    private Box room(double width, double height) {
        double top = matrix.pointedOut().isEmpty() ? MARKS : 0;
        return new Box(0, top, width, height - top);
    }

    /** A dot; a square where the task says otherwise. */
    private static void drawTaken(Marks marks, Box cell, double size, boolean wrong) {
        double x = cell.middleX() - size / 2;
        double y = cell.middleY() - size / 2;
        Box box = new Box(x, y, size, size);
        Shape shape = wrong ? box : new Ellipse(box);
        marks.ink(wrong ? Ink.WRONG : Ink.BACKGROUND);
        marks.fill(shape);
        if (size >= 4) {
            marks.stroke(1.5);
            marks.ink(Ink.TEXT);
            marks.draw(shape);
        }
    }

    private String words(int row, int column) {
        FreeStep step = run.steps().get(column);
        String value = Message.text(
                drawn ? "freeRun.spot.chance" : "freeRun.spot.output",
                column + 1,
                alphabet.symbol(step.input()),
                alphabet.symbol(row),
                NumberText.loss(shown(step, drawn)[row]));
        return step.taken() == row ? Message.text("freeRun.spot.taken", value) : value;
    }

    /** A line for each step: what was fed, what was taken, whether the task says so, and all outputs and chances. */
    @Override
    public Table<?> table() {
        List<String> outputs = alphabet.symbols().subList(0, run.steps().get(0).outputs().length);
        return Table.ofPlaces(run.steps().size())
                .column("step", index -> index + 1)
                .column("input", index -> alphabet.symbol(run.steps().get(index).input()))
                .column("taken", index -> alphabet.symbol(run.steps().get(index).taken()))
                .column("task", course.places()::get)
                .numbers(
                        outputs.stream().map(symbol -> "output " + symbol).toList(),
                        index -> run.steps().get(index).outputs())
                .numbers(
                        outputs.stream().map(symbol -> "chance " + symbol).toList(),
                        index -> run.steps().get(index).probabilities());
    }
}
