package lab.carousel.picture.probe;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.StepLines;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Table;

/**
 * A matrix over the steps, and under it lines over the same steps, each step below its column.
 *
 * @param matrix with a column for each step, without gaps
 * @param lines  over these steps
 */
public record TwoSequencesDrawing(MatrixDrawing matrix, StepLines lines) implements Drawing {

    private static final double SHARE = 0.36;
    private static final double LEAST = 104;
    private static final double MOST = 240;
    private static final double GAP = 8;

    /** Checks that both are of the same steps. */
    public TwoSequencesDrawing {
        if (matrix.columns().size() != lines.symbols().size()) {
            throw new IllegalArgumentException("matrix and lines are not of the same steps");
        }
    }

    /** Where the two are drawn: the lines right under the columns of the matrix, and both within the width. */
    private record Places(Rectangle2D matrix, Rectangle2D lines) {}

    private Places places(double width, double height) {
        double part = Math.min(height / 2, Math.max(LEAST, Math.min(MOST, height * SHARE)));
        double matrixHeight = height - part - GAP;
        double shift = Math.max(0, StepLines.LEFT - left(width, matrixHeight));
        CellGrid cells = matrix.cells(width - shift, matrixHeight);
        double left = shift + cells.at(0, 0).getMinX();
        double right = shift + cells.at(0, matrix.columns().size() - 1).getMaxX();
        return new Places(
                new Rectangle2D.Double(shift, 0, width - shift, matrixHeight),
                new Rectangle2D.Double(
                        left - StepLines.LEFT, height - part, right - left + StepLines.LEFT + StepLines.RIGHT, part));
    }

    private double left(double width, double height) {
        return matrix.cells(width, height).at(0, 0).getMinX();
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Places places = places(width, height);
        draw(graphics, matrix, places.matrix(), palette);
        draw(graphics, lines, places.lines(), palette);
    }

    private static void draw(Graphics2D graphics, Drawing drawing, Rectangle2D place, Palette palette) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(place.getMinX(), place.getMinY());
        drawing.draw(graphics, place.getWidth(), place.getHeight(), palette);
        graphics.setTransform(before);
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        Places places = places(width, height);
        return y < places.matrix().getMaxY() ? at(matrix, x, y, places.matrix()) : at(lines, x, y, places.lines());
    }

    private static Optional<Spot> at(Drawing drawing, double x, double y, Rectangle2D place) {
        return drawing.at(x - place.getMinX(), y - place.getMinY(), place.getWidth(), place.getHeight());
    }

    /** A row for each step, with the lines and then the rows of the matrix. */
    @Override
    public String csv() {
        return Table.ofPlaces(lines.symbols().size())
                .column("step", step -> lines.first() + step)
                .column("input", lines.symbols()::get)
                .columns(lines.lines(), StepLines.StepLine::name, (step, line) -> line.values()[step])
                .columns(
                        IntStream.range(0, matrix.rows().size()).boxed().toList(),
                        row -> matrix.rows().axis() + " "
                                + matrix.rows().names().get(row),
                        (step, row) -> matrix.values()[row][step])
                .csv();
    }
}
