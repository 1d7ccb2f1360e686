package lab.carousel.picture.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.picture.Palette;

/**
 * A matrix over the steps, and under it lines over the same steps, each step below its column.
 *
 * @param matrix with a column for each step, without gaps
 * @param lines  over these steps
 */
public record ForkDrawing(MatrixDrawing matrix, StepLines lines) implements Drawing {

    private static final double SHARE = 0.36;
    private static final double LEAST = 104;
    private static final double MOST = 240;
    private static final double GAP = 8;

    /** Checks that both are of the same steps. */
    public ForkDrawing {
        if (matrix.columns().size() != lines.symbols().size()) {
            throw new IllegalArgumentException("matrix and lines are not of the same steps");
        }
    }

    /** Where the lines are drawn. */
    private Rectangle2D below(double width, double height) {
        double part = Math.min(height / 2, Math.max(LEAST, Math.min(MOST, height * SHARE)));
        MatrixDrawing.Cells cells = matrix.cells(width, height - part - GAP);
        double left = cells.at(0, 0).getMinX();
        double right = cells.at(0, matrix.columns().size() - 1).getMaxX();
        return new Rectangle2D.Double(
                left - StepLines.LEFT, height - part, right - left + StepLines.LEFT + StepLines.RIGHT, part);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Rectangle2D below = below(width, height);
        matrix.draw(graphics, width, below.getMinY() - GAP, palette);
        AffineTransform before = graphics.getTransform();
        graphics.translate(below.getMinX(), below.getMinY());
        lines.draw(graphics, below.getWidth(), below.getHeight(), palette);
        graphics.setTransform(before);
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        Rectangle2D below = below(width, height);
        return y < below.getMinY() - GAP
                ? matrix.at(x, y, width, below.getMinY() - GAP)
                : lines.at(x - below.getMinX(), y - below.getMinY(), below.getWidth(), below.getHeight());
    }

    /** A row for each step, with the lines and then the rows of the matrix. */
    @Override
    public String csv() {
        List<String> header = new ArrayList<>(List.of("step", "input"));
        lines.lines().forEach(line -> header.add(line.name()));
        matrix.rows().forEach(row -> header.add(matrix.rowAxis() + " " + row));
        CsvText csv = new CsvText(header);
        for (int step = 0; step < lines.symbols().size(); step++) {
            List<Object> fields = new ArrayList<>();
            fields.add(lines.first() + step);
            fields.add(lines.symbols().get(step));
            for (StepLines.Line line : lines.lines()) {
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
