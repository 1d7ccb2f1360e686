package lab.carousel.picture.probe;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.ColumnPlaces;
import lab.carousel.study.ContrastSide;
import lab.carousel.task.Target;
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
    /** What a bar of colours takes beside its words. */
    private static final double BESIDE_BAR = 24;
    /** Lower rows than this say nothing: then there are rows for two of the outputs only. */
    private static final double LOWEST_ROW = 4;

    /** That of the matrix of differences; of no height where outputs are drawn. */
    final Box room;

    final ColumnPlaces columns;
    final double left;
    final double columnWidth;
    /** Of the outputs that have cells: none beside the differences of states. */
    final int rows;

    final double rowHeight;
    /** Whether there is no room for all outputs, but for two: that of the expected and that of the predicted symbol. */
    final boolean compact;
    /** Whether there is room for symbols beside the differences of states. */
    final boolean hasSymbols;

    private final ContrastDrawing drawing;
    private final int sides;
    private final boolean isOfStates;
    private final double head;

    ContrastLayout(ContrastDrawing drawing, double width, double height) {
        this.drawing = drawing;
        this.sides = drawing.look().sides();
        this.isOfStates = drawing.differences().isPresent();
        PictureFont metrics = PictureFont.regular(FONT);
        double names = Stream.concat(rowNames(), drawing.symbols().stream())
                .mapToDouble(metrics::width)
                .max()
                .orElse(0);
        double beside = Math.min(width / 3, names) + 8;
        List<Integer> gaps = drawing.gaps();
        hasSymbols = !isOfStates || height >= LEAST_WITH_SYMBOLS;
        head = gaps.isEmpty() ? 0 : LINE;
        if (isOfStates) {
            MatrixDrawing matrix = drawing.differences().get();
            compact = true;
            rows = 0;
            rowHeight = 0;
            double top = foot() + (hasSymbols ? 2 * LINE + BETWEEN : 0) + 2 * LINE + BARS + BETWEEN;
            double inset = Math.max(0, beside - matrix.cells(width, height).left());
            room = new Box(inset, top, width - inset, height - top);
            CellGrid cells = matrix.cells(room.width(), room.height());
            left = inset + cells.left();
            columns = cells.columns();
            columnWidth = columns.columnWidth();
            return;
        }
        room = new Box(0, height, width, 0);
        left = beside;
        int count = drawing.steps().size();
        double scale = Stream.of(drawing.scale().highText(), drawing.scale().lowText())
                .mapToDouble(metrics::width)
                .max()
                .orElse(0);
        double bar = Math.max(BAR, BESIDE_BAR + scale);
        columnWidth = Math.min(
                WIDEST_COLUMN, Math.max(0, ColumnPlaces.widthToFill(count, gaps.size(), width - left - bar, GAP)));
        columns = ColumnPlaces.of(count, gaps, columnWidth, GAP);
        double fixed = head + (TITLE + 2 * LINE) * sides + BETWEEN * (sides - 1) + LINE * footLines();
        double each = (height - fixed) / sides;
        int symbols = drawing.symbols().size();
        compact = each / symbols < LOWEST_ROW;
        rows = compact ? 2 : symbols;
        rowHeight = Math.max(1, Math.min(TALLEST_ROW, Math.floor(each / rows)));
    }

    double bars() {
        return room.y() - LINE - BARS - BETWEEN;
    }

    String rowName(int row) {
        return compact
                ? Message.text(row == 0 ? "picture.answers.right" : "picture.answers.largest")
                : drawing.symbols().get(row);
    }

    /** The output that a cell shows; NaN where the network has no output for the expected symbol. */
    double value(int block, int column, int row) {
        ContrastSide side = drawing.side(block, column);
        Target shown = !compact ? Target.of(row) : row == 0 ? side.target() : side.predicted();
        return shown.isWithin(side.outputs().length) ? shown.lowest(side.outputs()) : Double.NaN;
    }

    private Stream<String> rowNames() {
        Stream<String> titles = IntStream.range(0, isOfStates ? sides : 0).mapToObj(drawing::title);
        Stream<String> others = drawing.look().others().stream().map(SymbolRow::title);
        Stream<String> usual = Stream.of("predicted", "answers.largest", "expected", "step")
                .map(key -> Message.text("picture." + key));
        return Stream.of(usual, titles, others).flatMap(names -> names);
    }

    /** Below the blocks: input, expected, the other symbols, and the number of the step. */
    private int footLines() {
        return 3 + drawing.look().others().size();
    }

    CellGrid grid(int block) {
        return new CellGrid(columns, rows, left, cells(block), rowHeight);
    }

    private double blockHeight() {
        return isOfStates ? hasSymbols ? 2 * LINE : 0 : TITLE + rows * rowHeight + 2 * LINE;
    }

    /** The upper edge of a block: of its title. */
    double top(int block) {
        return head + block * (blockHeight() + between());
    }

    double cells(int block) {
        return top(block) + (isOfStates ? 0 : TITLE);
    }

    /** The upper edge of the predicted symbols of a block. */
    double predicted(int block) {
        return cells(block) + rows * rowHeight;
    }

    /** The upper edge of what stands below all blocks. */
    double foot() {
        return top(sides) - between();
    }

    double bottom() {
        return isOfStates ? room.y() : foot() + footLines() * LINE;
    }

    private double between() {
        return isOfStates ? 0 : BETWEEN;
    }
}
