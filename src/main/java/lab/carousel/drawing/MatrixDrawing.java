package lab.carousel.drawing;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
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
        if (values.length != rows.size() || values.length > 0 && values[0].length != columns.size()) {
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

    /** Where everything stands in an area of a size. */
    private final class Place {
        final double left;
        final double top;
        final double columnWidth;
        final double rowHeight;

        Place(double width, double height) {
            FontMetrics metrics = TextMeasure.of(PictureFont.regular(FONT));
            double names = rows.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
            left = Math.min(width / 3, names) + 8 + (rowAxis.isEmpty() ? 0 : LABEL);
            // A name at the first row stands out a little where rows are low
            top = marks.isEmpty() ? LEAST_TOP : MARK;
            double ends = Math.max(
                    metrics.stringWidth(number.apply(scale.high())), metrics.stringWidth(number.apply(scale.low())));
            double right = BAR + 16 + ends;
            double bottom = LABEL + (columnAxis.isEmpty() ? 0 : LABEL);
            columnWidth = Math.max(0, width - left - right - GAP * gaps.size()) / Math.max(1, columns.size());
            rowHeight = Math.min(TALLEST_ROW, Math.max(0, height - top - bottom) / Math.max(1, rows.size()));
        }

        double x(int column) {
            long before = gaps.stream().filter(gap -> gap <= column).count();
            return left + column * columnWidth + before * GAP;
        }

        double right() {
            return x(columns.size() - 1) + columnWidth;
        }

        double bottom() {
            return top + rows.size() * rowHeight;
        }
    }

    /** Where cells stand. */
    @FunctionalInterface
    public interface Cells {

        /** The cell of a row and a column. */
        Rectangle2D at(int row, int column);
    }

    /** Where the cells stand in an area of a size, for what is drawn beside or upon them. */
    public Cells cells(double width, double height) {
        Place place = new Place(width, height);
        return (row, column) -> new Rectangle2D.Double(
                place.x(column), place.top + row * place.rowHeight, place.columnWidth, place.rowHeight);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return;
        }
        Place place = new Place(width, height);
        graphics.setFont(PictureFont.regular(FONT));
        drawCells(graphics, place, palette);
        drawMarks(graphics, place, palette);
        drawSelection(graphics, place, palette);
        drawRowNames(graphics, place, palette);
        drawColumnNames(graphics, place, palette);
        drawColourBar(graphics, place, palette);
    }

    /** Neighbours of one colour in a row are one rectangle. */
    private void drawCells(Graphics2D graphics, Place place, Palette palette) {
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            while (column < columns.size()) {
                var colour = scale.colour(values[row][column], palette);
                int end = column + 1;
                while (end < columns.size()
                        && !gaps.contains(end)
                        && scale.colour(values[row][end], palette).equals(colour)) {
                    end++;
                }
                graphics.setColor(colour);
                double x = place.x(column);
                fill(
                        graphics,
                        x,
                        place.top + row * place.rowHeight,
                        place.x(end - 1) + place.columnWidth - x,
                        place.rowHeight);
                column = end;
            }
        }
    }

    /** Fills to whole points, so that no seams show between neighbours. */
    private static void fill(Graphics2D graphics, double x, double y, double width, double height) {
        double left = round(x);
        double top = round(y);
        graphics.fill(new Rectangle2D.Double(
                left, top, Math.max(1, round(x + width) - left), Math.max(1, round(y + height) - top)));
    }

    /** An edge computed in two ways, differing in the last digits, comes to lie on the same point, at a half too. */
    private static double round(double edge) {
        return Math.round(edge + 1e-6);
    }

    private void drawMarks(Graphics2D graphics, Place place, Palette palette) {
        for (int number = 0; number < marks.size(); number++) {
            Mark mark = marks.get(number);
            double x = place.x(mark.from());
            boolean isLast = number == marks.size() - 1;
            double room =
                    (isLast ? place.right() : place.x(marks.get(number + 1).from()) - Mark.GAP) - x;
            double width = place.x(mark.to()) + place.columnWidth - x;
            graphics.setColor(palette.accent());
            fill(graphics, x, place.top - 4, width, 3);
            // Half a word would say nothing, and where there are many the first whole one names them all
            if (graphics.getFontMetrics().stringWidth(mark.words()) <= room) {
                graphics.drawString(mark.words(), (float) x, (float) place.top - 7);
            }
        }
    }

    private void drawSelection(Graphics2D graphics, Place place, Palette palette) {
        graphics.setColor(palette.accent());
        boolean row = selectedRow >= 0 && selectedRow < rows.size();
        boolean column = selectedColumn >= 0 && selectedColumn < columns.size();
        double top = row ? place.top + selectedRow * place.rowHeight : place.top;
        double height = row ? place.rowHeight : place.bottom() - place.top;
        double left = column ? place.x(selectedColumn) : place.left;
        double width = column ? place.columnWidth : place.right() - place.left;
        if (row || column) {
            graphics.setStroke(new java.awt.BasicStroke(2));
            graphics.draw(new Rectangle2D.Double(left, top, width, height));
        }
    }

    private void drawRowNames(Graphics2D graphics, Place place, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        Thinning thinning = Thinning.of(place.rowHeight, FONT + 2);
        double room = place.left - 8 - (rowAxis.isEmpty() ? 0 : LABEL);
        for (int row = 0; row < rows.size(); row++) {
            if (thinning.shows(row + 1) || row == selectedRow) {
                graphics.setColor(row == selectedRow ? palette.accent() : palette.muted());
                String name = FittedText.of(rows.get(row), room, metrics::stringWidth);
                double middle = place.top + (row + 0.5) * place.rowHeight;
                graphics.drawString(name, (float) (place.left - 8 - metrics.stringWidth(name)), (float) middle + 4);
            }
        }
        if (!rowAxis.isEmpty()) {
            graphics.setColor(palette.muted());
            TextMeasure.drawUpwards(graphics, rowAxis, FONT, (place.top + place.bottom()) / 2);
        }
    }

    private void drawColumnNames(Graphics2D graphics, Place place, Palette palette) {
        FontMetrics metrics = graphics.getFontMetrics();
        double widest = columns.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
        double needed = Math.min(widest, 48) + 4;
        Thinning thinning = Thinning.of(place.columnWidth, needed);
        for (int column = 0; column < columns.size(); column++) {
            // The selected one has its name in any case, so its neighbours may have to do without
            boolean free = selectedColumn < 0 || Math.abs(column - selectedColumn) * place.columnWidth >= needed;
            if (free && thinning.shows(column + 1) || column == selectedColumn) {
                graphics.setColor(column == selectedColumn ? palette.accent() : palette.muted());
                String name = FittedText.of(columns.get(column), 60, metrics::stringWidth);
                double middle = place.x(column) + place.columnWidth / 2;
                graphics.drawString(
                        name, (float) (middle - metrics.stringWidth(name) / 2.0), (float) place.bottom() + 14);
            }
        }
        graphics.setColor(palette.muted());
        String axis = FittedText.of(columnAxis, place.right(), metrics::stringWidth);
        graphics.drawString(axis, (float) ((place.left + place.right() - metrics.stringWidth(axis)) / 2), (float)
                (place.bottom() + LABEL + 14));
    }

    private void drawColourBar(Graphics2D graphics, Place place, Palette palette) {
        double x = place.right() + 12;
        double height = Math.max(place.bottom() - place.top, 2 * LABEL);
        int steps = 64;
        for (int step = 0; step < steps; step++) {
            double share = (step + 0.5) / steps;
            graphics.setColor(scale.colour(scale.high() - share * (scale.high() - scale.low()), palette));
            fill(graphics, x, place.top + height * step / steps, BAR, height / steps);
        }
        graphics.setColor(palette.muted());
        float words = (float) (x + BAR + 4);
        graphics.drawString(number.apply(scale.high()), words, (float) place.top + 10);
        graphics.drawString(number.apply(scale.low()), words, (float) (place.top + height));
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        Place place = new Place(width, height);
        int row = (int) Math.floor((y - place.top) / place.rowHeight);
        if (rows.isEmpty() || y < place.top || row >= rows.size()) {
            return Optional.empty();
        }
        for (int column = 0; column < columns.size(); column++) {
            if (x >= place.x(column) && x < place.x(column) + place.columnWidth) {
                String words = Message.text(
                        "picture.spot", rows.get(row), columns.get(column), number.apply(values[row][column]));
                return Optional.of(new Spot(row, column, words));
            }
        }
        return Optional.empty();
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
