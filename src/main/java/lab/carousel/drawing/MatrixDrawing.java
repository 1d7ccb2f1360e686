package lab.carousel.drawing;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.text.Csv;
import lab.carousel.text.Message;

/**
 * A matrix of numbers as coloured cells, with the names of its rows and columns and a colour bar.
 *
 * @param values    the numbers: {@code [row][column]}; NaN is drawn grey
 * @param rows      the names of the rows; thinned out where they have no room
 * @param columns   the names of the columns; thinned out likewise
 * @param rowAxis   what the rows are; may be empty
 * @param columnAxis what the columns are; may be empty
 * @param scale     the colours
 * @param number    writes a value
 * @param gaps      columns before which there is a gap
 * @param marks     columns that are pointed out
 * @param selectedRow    the row that is outlined; -1 for none
 * @param selectedColumn the column that is outlined; -1 for none
 */
public record MatrixDrawing(
        double[][] values,
        List<String> rows,
        List<String> columns,
        String rowAxis,
        String columnAxis,
        ColourScale scale,
        DoubleFunction<String> number,
        List<Integer> gaps,
        List<Mark> marks,
        int selectedRow,
        int selectedColumn)
        implements Drawing {

    private static final double FONT = 12;
    private static final double LABEL = 18;
    private static final double MARK = 20;
    private static final double LEAST_TOP = 5;
    private static final double GAP = 8;
    private static final double BAR = 12;
    private static final double TALLEST_ROW = 40;

    /** Copies the lists. */
    public MatrixDrawing {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        gaps = List.copyOf(gaps);
        marks = List.copyOf(marks);
        if (values.length != rows.size() || (values.length > 0 && values[0].length != columns.size())) {
            throw new IllegalArgumentException("a name for each row and column is needed");
        }
    }

    /** A matrix without gaps, marks and selection. */
    public static MatrixDrawing of(
            double[][] values,
            List<String> rows,
            List<String> columns,
            String rowAxis,
            String columnAxis,
            ColourScale scale,
            DoubleFunction<String> number) {
        return new MatrixDrawing(
                values, rows, columns, rowAxis, columnAxis, scale, number, List.of(), List.of(), -1, -1);
    }

    /** The same with gaps before some columns. */
    public MatrixDrawing withGaps(List<Integer> newGaps) {
        return new MatrixDrawing(
                values, rows, columns, rowAxis, columnAxis, scale, number, newGaps, marks, selectedRow, selectedColumn);
    }

    /** The same with some columns pointed out. */
    public MatrixDrawing withMarks(List<Mark> newMarks) {
        return new MatrixDrawing(
                values, rows, columns, rowAxis, columnAxis, scale, number, gaps, newMarks, selectedRow, selectedColumn);
    }

    /** The same with a row and a column outlined; -1 for none. */
    public MatrixDrawing withSelection(int row, int column) {
        return new MatrixDrawing(values, rows, columns, rowAxis, columnAxis, scale, number, gaps, marks, row, column);
    }

    /** Where the cells stand in an area of a size, for what is drawn beside or upon them. */
    public CellGrid cells(double width, double height) {
        FontMetrics metrics = TextMeasure.of(PictureFont.regular(FONT));
        double names = rows.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
        double left = Math.min(width / 3, names) + 8 + (rowAxis.isEmpty() ? 0 : LABEL);
        // A name at the first row stands out a little where rows are low
        double top = marks.isEmpty() ? LEAST_TOP : MARK;
        double ends = Math.max(
                metrics.stringWidth(number.apply(scale.high())), metrics.stringWidth(number.apply(scale.low())));
        double right = BAR + 16 + ends;
        double bottom = LABEL + (columnAxis.isEmpty() ? 0 : LABEL);
        double columnWidth = Math.max(0, width - left - right - GAP * gaps.size()) / Math.max(1, columns.size());
        double rowHeight = Math.min(TALLEST_ROW, Math.max(0, height - top - bottom) / Math.max(1, rows.size()));
        return new CellGrid(ColumnPlaces.of(columns.size(), gaps, columnWidth, GAP), rows.size(), left, top, rowHeight);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return;
        }
        CellGrid grid = cells(width, height);
        CellPainter painter = new CellPainter(grid, scale, palette);
        graphics.setFont(PictureFont.regular(FONT));
        painter.draw(graphics, (row, column) -> values[row][column]);
        drawMarks(graphics, painter);
        drawSelection(graphics, grid, palette);
        drawRowNames(graphics, grid, palette);
        drawColumnNames(graphics, grid, palette);
        drawColourBar(graphics, grid, palette);
    }

    private void drawMarks(Graphics2D graphics, CellPainter painter) {
        CellGrid grid = painter.grid();
        graphics.setColor(painter.palette().accent());
        for (int number = 0; number < marks.size(); number++) {
            Mark mark = marks.get(number);
            boolean isLast = number == marks.size() - 1;
            double end = isLast ? grid.right() : grid.x(marks.get(number + 1).from()) - Mark.GAP;
            double room = end - grid.x(mark.from());
            for (int column = mark.from(); column <= mark.to(); column++) {
                painter.fill(graphics, column, grid.top() - 4, grid.top() - 1);
            }
            // Half a word would say nothing, and where there are many the first whole one names them all
            if (graphics.getFontMetrics().stringWidth(mark.words()) <= room) {
                graphics.drawString(mark.words(), (float) grid.x(mark.from()), (float) grid.top() - 7);
            }
        }
    }

    private void drawSelection(Graphics2D graphics, CellGrid grid, Palette palette) {
        boolean row = selectedRow >= 0 && selectedRow < rows.size();
        boolean column = selectedColumn >= 0 && selectedColumn < columns.size();
        if (row || column) {
            Rectangle2D outline = grid.at(row ? selectedRow : 0, column ? selectedColumn : 0);
            outline.add(grid.at(row ? selectedRow : rows.size() - 1, column ? selectedColumn : columns.size() - 1));
            graphics.setColor(palette.accent());
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(outline);
        }
    }

    private void drawRowNames(Graphics2D graphics, CellGrid grid, Palette palette) {
        Lettering lettering = new Lettering(graphics);
        Thinning thinning = Thinning.of(grid.rowHeight(), FONT + 2);
        double room = grid.left() - 8 - (rowAxis.isEmpty() ? 0 : LABEL);
        for (int row = 0; row < rows.size(); row++) {
            if (thinning.shows(row + 1) || row == selectedRow) {
                graphics.setColor(row == selectedRow ? palette.accent() : palette.muted());
                lettering.upTo(rows.get(row), grid.left() - 8, grid.y(row) + grid.rowHeight() / 2 + 4, room);
            }
        }
        if (!rowAxis.isEmpty()) {
            graphics.setColor(palette.muted());
            TextMeasure.drawUpwards(graphics, rowAxis, FONT, (grid.top() + grid.bottom()) / 2);
        }
    }

    private void drawColumnNames(Graphics2D graphics, CellGrid grid, Palette palette) {
        Lettering lettering = new Lettering(graphics);
        double pitch = grid.columns().columnWidth();
        double widest = columns.stream().mapToDouble(lettering::width).max().orElse(0);
        double needed = Math.min(widest, 48) + 4;
        Thinning thinning = Thinning.of(pitch, needed);
        for (int column = 0; column < columns.size(); column++) {
            // The selected one has its name in any case, so its neighbours may have to do without
            boolean free = selectedColumn < 0 || Math.abs(column - selectedColumn) * pitch >= needed;
            if ((free && thinning.shows(column + 1)) || column == selectedColumn) {
                graphics.setColor(column == selectedColumn ? palette.accent() : palette.muted());
                lettering.around(columns.get(column), grid.middle(column), grid.bottom() + 14, 60);
            }
        }
        graphics.setColor(palette.muted());
        lettering.around(columnAxis, (grid.left() + grid.right()) / 2, grid.bottom() + LABEL + 14, grid.right());
    }

    private void drawColourBar(Graphics2D graphics, CellGrid grid, Palette palette) {
        double x = grid.right() + 12;
        double height = Math.max(grid.bottom() - grid.top(), 2 * LABEL);
        new ColourBar(scale, palette).draw(graphics, x, grid.top(), BAR, height);
        graphics.setColor(palette.muted());
        float words = (float) (x + BAR + 4);
        graphics.drawString(number.apply(scale.high()), words, (float) grid.top() + 10);
        graphics.drawString(number.apply(scale.low()), words, (float) (grid.top() + height));
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        CellGrid grid = cells(width, height);
        int row = grid.rowAt(y);
        int column = columns.isEmpty() ? -1 : grid.columnAt(x);
        if (row < 0 || column < 0) {
            return Optional.empty();
        }
        String words =
                Message.text("picture.spot", rows.get(row), columns.get(column), number.apply(values[row][column]));
        return Optional.of(new Spot(row, column, words));
    }

    @Override
    public String csv() {
        List<String> header = new ArrayList<>(List.of(rowAxis.isEmpty() ? "row" : rowAxis));
        header.addAll(columns);
        Csv csv = new Csv(header);
        for (int row = 0; row < rows.size(); row++) {
            List<Object> fields = new ArrayList<>(List.of(rows.get(row)));
            for (double value : values[row]) {
                fields.add(value);
            }
            csv.add(fields);
        }
        return csv.toString();
    }
}
