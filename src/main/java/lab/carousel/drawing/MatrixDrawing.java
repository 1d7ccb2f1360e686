package lab.carousel.drawing;

import java.util.List;
import java.util.function.DoubleFunction;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.ColumnPlaces;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * A matrix of numbers as coloured cells, with the names of its rows and columns and a colour bar.
 *
 * @param values  the numbers: {@code [row][column]}; NaN is drawn grey
 * @param rows    what the rows are; their names are thinned out where they have no room
 * @param columns what the columns are; likewise
 * @param number  writes a value
 * @param gaps    columns before which there is a gap
 */
public record MatrixDrawing(
        double[][] values,
        MatrixSide rows,
        MatrixSide columns,
        ColourScale scale,
        DoubleFunction<String> number,
        List<Integer> gaps,
        List<ColumnMark> pointedOut)
        implements Drawing {

    private static final double FONT = 12;
    private static final double LABEL = 18;
    private static final double MARK = 20;
    private static final double LEAST_TOP = 5;
    private static final double GAP = 8;
    private static final double BAR = 12;
    private static final double TALLEST_ROW = 40;

    public MatrixDrawing {
        gaps = List.copyOf(gaps);
        pointedOut = List.copyOf(pointedOut);
        if (values.length != rows.size() || (values.length > 0 && values[0].length != columns.size())) {
            throw new IllegalArgumentException("a name for each row and column is needed");
        }
    }

    /** A matrix without gaps, marks and selection. */
    public static MatrixDrawing of(
            double[][] values, MatrixSide rows, MatrixSide columns, ColourScale scale, DoubleFunction<String> number) {
        return new MatrixDrawing(values, rows, columns, scale, number, List.of(), List.of());
    }

    public MatrixDrawing withGaps(List<Integer> newGaps) {
        return new MatrixDrawing(values, rows, columns, scale, number, newGaps, pointedOut);
    }

    public MatrixDrawing withMarks(List<ColumnMark> newMarks) {
        return new MatrixDrawing(values, rows, columns, scale, number, gaps, newMarks);
    }

    /** The same with a row and a column outlined; -1 for none. */
    public MatrixDrawing withSelection(int row, int column) {
        return new MatrixDrawing(values, rows.select(row), columns.select(column), scale, number, gaps, pointedOut);
    }

    /** Where the cells stand in an area of a size, for what is drawn beside or upon them. */
    public CellGrid cells(double width, double height) {
        PictureFont metrics = PictureFont.regular(FONT);
        double names = rows.names().stream().mapToDouble(metrics::width).max().orElse(0);
        double left = Math.min(width / 3, names) + 8 + (rows.axis().isEmpty() ? 0 : LABEL);
        // A name at the first row stands out a little where rows are low
        double top = pointedOut.isEmpty() ? LEAST_TOP : MARK;
        double ends = Math.max(metrics.width(scale.highText()), metrics.width(scale.lowText()));
        double right = BAR + 16 + ends;
        double bottom = LABEL + (columns.axis().isEmpty() ? 0 : LABEL);
        double columnWidth = Math.max(0, width - left - right - GAP * gaps.size()) / Math.max(1, columns.size());
        double rowHeight = Math.min(TALLEST_ROW, Math.max(0, height - top - bottom) / Math.max(1, rows.size()));
        return new CellGrid(ColumnPlaces.of(columns.size(), gaps, columnWidth, GAP), rows.size(), left, top, rowHeight);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        if (rows.size() == 0 || columns.size() == 0) {
            return;
        }
        CellGrid grid = cells(width, height);
        CellPainter painter = new CellPainter(grid, scale);
        marks.font(PictureFont.regular(FONT));
        painter.draw(marks, (row, column) -> values[row][column]);
        drawMarks(marks, painter);
        drawSelection(marks, grid);
        drawRowNames(marks, grid);
        drawColumnNames(marks, grid);
        drawColourBar(marks, grid);
        marks.spots(grid, (row, column) -> new Hit(row, column, words(row, column)));
    }

    private String words(int row, int column) {
        return Message.text(
                "picture.spot", rows.names().get(row), columns.names().get(column), number.apply(values[row][column]));
    }

    private void drawMarks(Marks marks, CellPainter painter) {
        CellGrid grid = painter.grid();
        marks.ink(Ink.ACCENT);
        for (int number = 0; number < pointedOut.size(); number++) {
            ColumnMark mark = pointedOut.get(number);
            boolean isLast = number == pointedOut.size() - 1;
            double end =
                    isLast ? grid.right() : grid.x(pointedOut.get(number + 1).from()) - ColumnMark.GAP;
            double room = end - grid.x(mark.from());
            for (int column = mark.from(); column <= mark.to(); column++) {
                painter.fill(marks, column, grid.top() - 4, grid.top() - 1);
            }
            // Half a word would say nothing, and where there are many the first whole one names them all
            if (marks.font().width(mark.words()) <= room) {
                marks.words(mark.words(), grid.x(mark.from()), grid.top() - 7);
            }
        }
    }

    private void drawSelection(Marks marks, CellGrid grid) {
        boolean row = rows.hasSelected();
        boolean column = columns.hasSelected();
        if (row || column) {
            Box first = grid.at(row ? rows.selected() : 0, column ? columns.selected() : 0);
            Box outline = first.union(
                    grid.at(row ? rows.selected() : rows.size() - 1, column ? columns.selected() : columns.size() - 1));
            marks.ink(Ink.ACCENT);
            marks.stroke(2);
            marks.draw(outline);
        }
    }

    private void drawRowNames(Marks marks, CellGrid grid) {
        Lettering lettering = new Lettering(marks);
        Thinning thinning = Thinning.of(grid.rowHeight(), FONT + 2);
        double room = grid.left() - 8 - (rows.axis().isEmpty() ? 0 : LABEL);
        for (int row = 0; row < rows.size(); row++) {
            // The selected one has its name in any case, so its neighbours may have to do without
            boolean free = rows.selected() < 0 || Math.abs(row - rows.selected()) * grid.rowHeight() >= FONT + 2;
            if ((free && thinning.shows(row + 1)) || row == rows.selected()) {
                marks.ink(row == rows.selected() ? Ink.ACCENT : Ink.MUTED);
                lettering.upTo(rows.names().get(row), grid.left() - 8, grid.y(row) + grid.rowHeight() / 2 + 4, room);
            }
        }
        if (!rows.axis().isEmpty()) {
            marks.ink(Ink.MUTED);
            lettering.upwards(rows.axis(), FONT, (grid.top() + grid.bottom()) / 2);
        }
    }

    private void drawColumnNames(Marks marks, CellGrid grid) {
        Lettering lettering = new Lettering(marks);
        double pitch = grid.columns().columnWidth();
        double widest =
                columns.names().stream().mapToDouble(lettering::width).max().orElse(0);
        double needed = Math.min(widest, 48) + 4;
        Thinning thinning = Thinning.of(pitch, needed);
        for (int column = 0; column < columns.size(); column++) {
            boolean free = columns.selected() < 0 || Math.abs(column - columns.selected()) * pitch >= needed;
            if ((free && thinning.shows(column + 1)) || column == columns.selected()) {
                marks.ink(column == columns.selected() ? Ink.ACCENT : Ink.MUTED);
                lettering.around(columns.names().get(column), grid.middle(column), grid.bottom() + 14, 60);
            }
        }
        marks.ink(Ink.MUTED);
        lettering.around(columns.axis(), (grid.left() + grid.right()) / 2, grid.bottom() + LABEL + 14, grid.right());
    }

    private void drawColourBar(Marks marks, CellGrid grid) {
        double x = grid.right() + 12;
        double height = Math.max(grid.bottom() - grid.top(), 2 * LABEL);
        new ColourBar(scale).draw(marks, x, grid.top(), BAR, height);
        marks.ink(Ink.MUTED);
        double words = x + BAR + 4;
        marks.words(scale.highText(), words, grid.top() + 10);
        marks.words(scale.lowText(), words, (grid.top() + height));
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(rows.size())
                .column(rows.axis().isEmpty() ? "row" : rows.axis(), rows.names()::get)
                .numbers(columns.names(), row -> values[row]);
    }
}
