package lab.carousel.picture.probe;

import java.awt.FontMetrics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.study.Contrast;
import lab.carousel.text.Message;

/** Where everything of an {@link ContrastDrawing} stands in an area of a size. */
final class ContrastLayout {

    static final double FONT = 12;
    static final double LINE = 17;
    static final double TITLE = 20;

    static final double BARS = 40;

    /** In less height there is room for the differences of states alone. */
    private static final double LEAST_WITH_SYMBOLS = 260;

    private static final double BETWEEN = 8;
    private static final double GAP = 10;
    private static final double TALLEST_ROW = 40;
    private static final double WIDEST_COLUMN = 88;
    private static final double BAR = 44;
    /** Lower rows than this say nothing: then there are rows for two of the outputs only. */
    private static final double LOWEST_ROW = 4;

    /** The upper edge of the matrix of differences. */
    final double matrixTop;

    /** How far to the right that is moved. */
    final double inset;

    final double left;
    final double columnWidth;
    final double rowHeight;

    /** Whether there is no room for all outputs, but for two: that of the expected and that of the predicted symbol. */
    final boolean compact;

    /** Whether there is room for symbols beside the differences of states. */
    final boolean hasSymbols;

    private final ContrastDrawing drawing;
    private final ColumnPlaces columns;
    private final double head;

    ContrastLayout(ContrastDrawing drawing, double width, double height) {
        this.drawing = drawing;
        FontMetrics metrics = PictureFont.metrics(PictureFont.regular(FONT));
        double names = Stream.concat(rowNames().stream(), drawing.symbols().stream())
                .mapToDouble(metrics::stringWidth)
                .max()
                .orElse(0);
        hasSymbols = drawing.look().compared().isEmpty() || height >= LEAST_WITH_SYMBOLS;
        if (drawing.differences().isPresent()) {
            MatrixDrawing matrix = drawing.differences().get();
            compact = true;
            rowHeight = 0;
            head = drawing.gaps().isEmpty() ? 0 : LINE;
            matrixTop = foot() + (hasSymbols ? 2 * LINE + BETWEEN : 0) + 2 * LINE + BARS + BETWEEN;
            inset = Math.max(0, left(names, width) - matrix.cells(width, height).left());
            CellGrid cells = matrix.cells(width - inset, height - matrixTop);
            left = inset + cells.left();
            columns = cells.columns();
            columnWidth = columns.columnWidth();
            return;
        }
        head = 0;
        matrixTop = height;
        inset = 0;
        left = left(names, width);
        int count = drawing.steps().size();
        List<Integer> gaps = drawing.gaps();
        columnWidth = Math.min(
                WIDEST_COLUMN, Math.max(0, ColumnPlaces.widthToFill(count, gaps.size(), width - left - BAR, GAP)));
        columns = ColumnPlaces.of(count, gaps, columnWidth, GAP);
        double fixed = (TITLE + 2 * LINE) * drawing.look().sides()
                + BETWEEN * (drawing.look().sides() - 1)
                + LINE * footLines();
        double room = (height - fixed) / drawing.look().sides();
        compact = room / drawing.symbols().size() < LOWEST_ROW;
        rowHeight = Math.max(1, Math.min(TALLEST_ROW, Math.floor(room / rows())));
    }

    private static double left(double names, double width) {
        return Math.min(width / 3, names) + 8;
    }

    double bars() {
        return matrixTop - LINE - BARS - BETWEEN;
    }

    int rows() {
        if (drawing.look().compared().isPresent()) {
            return 0;
        }
        return compact ? 2 : drawing.symbols().size();
    }

    String rowName(int row) {
        if (!compact) {
            return drawing.symbols().get(row);
        }
        return Message.text(row == 0 ? "picture.answers.right" : "picture.answers.largest");
    }

    /** The output that a cell shows; NaN where the network has no output for the expected symbol. */
    double value(int block, int column, int row) {
        Contrast.Side side = drawing.side(block, column);
        double[] outputs = side.outputs();
        if (!compact) {
            return outputs[row];
        }
        int symbol = row == 0 ? side.target() : side.predicted();
        return symbol < outputs.length ? outputs[symbol] : Double.NaN;
    }

    private List<String> rowNames() {
        Stream<String> sides = IntStream.range(
                        0,
                        drawing.look().compared().isPresent() ? drawing.look().sides() : 0)
                .mapToObj(drawing::title);
        return Stream.concat(
                        Stream.of(
                                Message.text("picture.predicted"),
                                Message.text("picture.answers.largest"),
                                Message.text("picture.expected"),
                                Message.text("picture.step")),
                        Stream.concat(sides, drawing.look().others().stream().map(ContrastDrawing.SymbolRow::title)))
                .toList();
    }

    /** Below the blocks: input, expected, the other symbols, and the number of the step. */
    private int footLines() {
        return 3 + drawing.look().others().size();
    }

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
        if (drawing.look().compared().isPresent()) {
            return hasSymbols ? 2 * LINE : 0;
        }
        return TITLE + rows() * rowHeight + 2 * LINE;
    }

    /** The upper edge of a block: of its title. */
    double top(int block) {
        return head + block * (blockHeight() + between());
    }

    double cells(int block) {
        return top(block) + (drawing.look().compared().isPresent() ? 0 : TITLE);
    }

    /** The upper edge of the predicted symbols of a block. */
    double predicted(int block) {
        return cells(block) + rows() * rowHeight;
    }

    /** The upper edge of what stands below all blocks. */
    double foot() {
        return top(drawing.look().sides()) - between();
    }

    double bottom() {
        return drawing.look().compared().isPresent() ? matrixTop : foot() + footLines() * LINE;
    }

    private double between() {
        return drawing.look().compared().isPresent() ? 0 : BETWEEN;
    }

    /** The column at a place, or -1. */
    int columnAt(double x) {
        return columns.columnAt(x - left);
    }

    /** The symbol whose cell is at a height, or -1 where there is none. */
    int symbolAt(double y) {
        for (int block = 0; block < drawing.look().sides() && !compact; block++) {
            int row = grid(block).rowAt(y);
            if (row >= 0) {
                return row;
            }
        }
        return -1;
    }
}
