package lab.carousel.picture.probe;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.StepLines;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Csv;

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
        List<String> header = new ArrayList<>(List.of("step", "input"));
        lines.lines().forEach(line -> header.add(line.name()));
        matrix.rows().names().forEach(row -> header.add(matrix.rows().axis() + " " + row));
        Csv csv = new Csv(header);
        for (int step = 0; step < lines.symbols().size(); step++) {
            List<Object> fields = new ArrayList<>();
            fields.add(lines.first() + step);
            fields.add(lines.symbols().get(step));
            for (StepLines.StepLine line : lines.lines()) {
                fields.add(line.values()[step]);
            }
            for (double[] row : matrix.values()) {
                fields.add(row[step]);
            }
            csv.add(fields);
        }
        return csv.toString();
    }
}
