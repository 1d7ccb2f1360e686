package lab.carousel.picture.probe;

import java.awt.FontMetrics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.TextMeasure;
import lab.carousel.text.Message;

/** Where everything of an {@link AnswersDrawing} stands in an area of a size. */
final class AnswersLayout {

    static final double FONT = 12;
    /** A line of text. */
    static final double LINE = 17;
    /** The title of a block. */
    static final double TITLE = 20;

    private static final double BETWEEN = 8;
    private static final double GAP = 10;
    private static final double TALLEST_ROW = 40;
    private static final double WIDEST_COLUMN = 88;
    private static final double BAR = 44;
    /** Lower rows than this say nothing: then there are rows for two of the outputs only. */
    private static final double LOWEST_ROW = 4;

    final double left;
    final double columnWidth;
    final double rowHeight;

    /** Whether there is no room for all outputs, but for two: that of the expected and that of the predicted symbol. */
    final boolean compact;

    private final AnswersDrawing drawing;
    private final ColumnPlaces columns;

    AnswersLayout(AnswersDrawing drawing, double width, double height) {
        this.drawing = drawing;
        FontMetrics metrics = TextMeasure.of(PictureFont.regular(FONT));
        double names = Stream.concat(rowNames().stream(), drawing.symbols().stream())
                .mapToDouble(metrics::stringWidth)
                .max()
                .orElse(0);
        left = Math.min(width / 3, names) + 8;
        int count = drawing.columns().size();
        List<Integer> gaps = IntStream.range(1, count)
                .filter(drawing::startsSequence)
                .boxed()
                .toList();
        columnWidth = Math.min(
                WIDEST_COLUMN, Math.max(0, ColumnPlaces.widthToFill(count, gaps.size(), width - left - BAR, GAP)));
        columns = ColumnPlaces.of(count, gaps, columnWidth, GAP);
        double fixed = (TITLE + 2 * LINE) * drawing.blocks().size()
                + BETWEEN * (drawing.blocks().size() - 1)
                + LINE * footLines();
        double room = (height - fixed) / drawing.blocks().size();
        compact = room / drawing.symbols().size() < LOWEST_ROW;
        rowHeight = Math.max(1, Math.min(TALLEST_ROW, Math.floor(room / rows())));
    }

    /** How many rows of cells a block has. */
    int rows() {
        return compact ? 2 : drawing.symbols().size();
    }

    /** What a row of cells is. */
    String rowName(int row) {
        if (!compact) {
            return drawing.symbols().get(row);
        }
        return Message.text(row == 0 ? "picture.answers.right" : "picture.answers.largest");
    }

    /** The output that a cell shows; NaN where the network has no output for the expected symbol. */
    double value(int block, int column, int row) {
        double[] outputs = drawing.blocks().get(block).outputs()[column];
        if (!compact) {
            return outputs[row];
        }
        int symbol = row == 0
                ? drawing.columns().get(column).target()
                : drawing.blocks().get(block).predicted(column);
        return symbol < outputs.length ? outputs[symbol] : Double.NaN;
    }

    /** The names of the rows of symbols: those of a block, and those below. */
    private List<String> rowNames() {
        return Stream.concat(
                        Stream.of(
                                Message.text("picture.predicted"),
                                Message.text("picture.answers.largest"),
                                Message.text("picture.expected"),
                                Message.text("picture.step")),
                        drawing.others().stream().map(AnswersDrawing.SymbolRow::title))
                .toList();
    }

    /** Below the blocks: input, expected, the other symbols, and the number of the step. */
    private int footLines() {
        return 3 + drawing.others().size();
    }

    /** The cells of a block. */
    CellGrid grid(int block) {
        return new CellGrid(columns, rows(), left, cells(block), rowHeight);
    }

    double x(int column) {
        return left + columns.left(column);
    }

    double middle(int column) {
        return x(column) + columnWidth / 2;
    }

    double right() {
        return left + columns.width();
    }

    double blockHeight() {
        return TITLE + rows() * rowHeight + 2 * LINE;
    }

    /** The upper edge of a block: of its title. */
    double top(int block) {
        return block * (blockHeight() + BETWEEN);
    }

    /** The upper edge of the cells of a block. */
    double cells(int block) {
        return top(block) + TITLE;
    }

    /** The upper edge of the predicted symbols of a block. */
    double predicted(int block) {
        return cells(block) + rows() * rowHeight;
    }

    /** The upper edge of what stands below all blocks. */
    double foot() {
        return drawing.blocks().size() * (blockHeight() + BETWEEN) - BETWEEN;
    }

    double bottom() {
        return foot() + footLines() * LINE;
    }

    /** The column at a place, or -1. */
    int columnAt(double x) {
        return columns.columnAt(x - left);
    }

    /** The symbol whose cell is at a height, or -1 where there is none. */
    int symbolAt(double y) {
        for (int block = 0; block < drawing.blocks().size() && !compact; block++) {
            int row = grid(block).rowAt(y);
            if (row >= 0) {
                return row;
            }
        }
        return -1;
    }
}
