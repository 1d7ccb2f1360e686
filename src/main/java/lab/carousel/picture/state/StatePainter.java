package lab.carousel.picture.state;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Ellipse;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Path;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * Draws the heatmap, in the window and in pictures: the cells, the names of the rows, and what stands over and under the
 * columns: sequence, step and input symbol above; expected and predicted symbol, probability and mark below. In narrow
 * columns symbols are left out, and bars stand for probabilities and marks.
 */
final class StatePainter {

    private static final double BESIDE = 8;
    /** Between the words of two columns. */
    static final double APART = 3;
    /** In narrower columns an ellipsis would take the room of half a word. */
    private static final double LETTERS = 36;

    private static final double BETWEEN = 4;
    private static final double BAR = 3;
    /** How wide curves of numbers are, and a number alone. */
    private static final double CURVE = 1.2;

    private static final double DOT = 4;
    private static final double LEAST_FORM = 6;
    /** How much narrower than usual numbers may be. */
    private static final double NARROWED = 0.85;
    /** The height of rows from which the line between two layers is two points thick. */
    private static final double THICK_FROM = 8;

    private static final int ROW_NAME = 36;
    /** Where the colour bar ends, and where its name stands, beside the cells. */
    private static final int BAR_RIGHT = 40;

    private static final int BAR_NAME = 28;
    private static final double LEAST_COLOUR_BAR = 64;
    /** How much of a dimmed cell is covered, of 255. */
    private static final int VEIL = 208;

    /**
     * How the steps of a fork are marked: a bar of a form and a colour that another fork of the window hardly has,
     * the same wherever the fork comes. Forms tell as much as colours do, for those who see these alike; where
     * there is one fork its bar is whole.
     *
     * @param ends where its pieces begin and end in turn, as shares of its width
     */
    record ForkMark(Ink ink, List<Double> ends) {

        private static final List<List<Double>> FORMS =
                List.of(List.of(0.0, 1.0), List.of(0.0, 0.4, 0.6, 1.0), List.of(0.0, 0.5), List.of(0.5, 1.0));

        static ForkMark of(int fork) {
            Ink ink = fork == 0 ? Ink.ACCENT : Ink.series(fork);
            return new ForkMark(ink, FORMS.get((fork + fork / Ink.FEWEST_SERIES) % FORMS.size()));
        }

        void draw(Marks marks, double left, double top, double width) {
            marks.ink(ink);
            for (int piece = 0; piece < ends.size(); piece += 2) {
                double from = ends.get(piece);
                marks.fill(new Box(left + from * width, top, (ends.get(piece + 1) - from) * width, BAR));
            }
        }
    }

    private final Marks marks;
    private final StateRows rows;
    private final Traces traces;
    private final StateLayout layout;
    private final StateLengths lengths;
    private final CellGrid grid;
    private final Box seen;
    private final PictureFont regular;
    private final PictureFont bold;

    StatePainter(Marks marks, StateRows rows, StateLayout layout) {
        this.marks = marks;
        this.rows = rows;
        this.traces = rows.traces();
        this.layout = layout;
        this.lengths = layout.lengths();
        this.grid = layout.grid();
        this.seen = layout.seen();
        this.regular = PictureFont.regular(lengths.font());
        this.bold = PictureFont.bold(lengths.font());
    }

    void draw() {
        drawLabelNames();
        drawRowNames();
        boolean isPart = layout.maxScrollX() > 0 || layout.maxScrollY() > 0;
        if (isPart) {
            marks.beginClip(seen);
        }
        drawCells();
        dim();
        separateLayers();
        if (isPart) {
            marks.end();
            marks.beginClip(new Box(seen.x(), 0, seen.width(), layout.bottom()));
        }
        drawLabels();
        markTestPart();
        if (isPart) {
            marks.end();
        }
    }

    private void drawCells() {
        double[][] values = new double[traces.columns()][];
        new CellPainter(grid, rows.scale()).draw(marks, (row, column) -> {
            if (values[column] == null) {
                values[column] = rows.values(column);
            }
            return values[column][rows.index(row)];
        });
    }

    /** Veils the rows of units that carry nothing; their colours can just be told. */
    private void dim() {
        CellPainter cells = new CellPainter(grid, rows.scale());
        marks.ink(Ink.BACKGROUND.veiled(VEIL));
        for (int row = 0; row < rows.count(); row++) {
            if (rows.isDimmed(row)) {
                cells.fill(marks, row);
            }
        }
    }

    private void drawRowNames() {
        marks.font(regular);
        Lettering lettering = new Lettering(marks);
        double height = lengths.row() - (lengths.inWindow() ? 3 : 4);
        double right = grid.left() + layout.scrollX() - lengths.beside();
        double axis = seen.y() + Math.min(seen.height(), grid.rowHeight()) / 2;
        Thinning thinning = Thinning.of(grid.rowHeight(), height);
        for (int row = 0; row < rows.count(); row++) {
            double middle = grid.y(row) + grid.rowHeight() / 2;
            if (middle >= seen.y() && middle <= seen.bottom() && rows.isNamed(thinning, row)) {
                // In the window the rows on the line of the name of the axis have less
                boolean isBeside = lengths.inWindow() && Math.abs(middle - axis) < height;
                double room = isBeside ? right - BESIDE - lettering.width(rows.axis()) : right - BETWEEN;
                boolean isBright = rows.memory().isPresent() && !rows.isDimmed(row);
                marks.ink(isBright ? Ink.TEXT : Ink.MUTED);
                lettering.upTo(rows.name(row), right, middle + lengths.foot(), lengths.inWindow() ? room : ROW_NAME);
            }
        }
        marks.ink(Ink.MUTED);
        if (lengths.inWindow()) {
            lettering.from(rows.axis(), 0, axis + lengths.foot(), right);
        } else {
            lettering.upwards(rows.axis(), grid.left() - 56, (grid.top() + grid.bottom()) / 2);
        }
    }

    private void separateLayers() {
        marks.ink(Ink.BACKGROUND);
        boolean inWindow = lengths.inWindow();
        for (int row = 0; row < rows.count(); row++) {
            if (rows.startsLayer(row)) {
                double height = inWindow && grid.rowHeight() < THICK_FROM ? 1 : 2;
                double top = grid.y(row) - (inWindow ? 0 : 1);
                marks.fill(new Box(grid.left(), top, grid.columns().width(), height));
            }
        }
    }

    void drawColourBar() {
        ColourScale scale = rows.scale();
        double x = seen.right() + BAR_RIGHT - lengths.bar();
        double top = seen.y();
        double height = Math.max(seen.height(), LEAST_COLOUR_BAR);
        new ColourBar(scale).draw(marks, x, top, lengths.bar(), height);
        double words = seen.right() + BAR_RIGHT + lengths.bar() / 2.0;
        write(rows.layer().letter(), seen.right() + BAR_NAME, top - lengths.head(), false, Ink.MUTED);
        write(scale.highText(), words, top + 5, false, Ink.MUTED);
        write(scale.middleText(), words, top + height / 2, false, Ink.MUTED);
        write(scale.lowText(), words, top + height - 5, false, Ink.MUTED);
    }

    private void drawLabels() {
        drawSequences();
        drawSteps();
        if (drawsNumbers()) {
            drawNumbers();
        } else if (layout.hasSymbols()) {
            double first = under(0) + lengths.row() / 2.0;
            row(above(0), column -> rows.symbol(traces.step(column).fed()), true, column -> true);
            row(first, column -> rows.symbol(traces.step(column).target()), true, traces::isScored);
            row(first + lengths.row(), column -> rows.symbol(traces.predicted(column)), false, traces::isScored);
        }
        drawProbabilities();
        drawMarks();
        drawDeciding();
    }

    /** Whether curves stand where symbols would: numbers have no room in a column. */
    private boolean drawsNumbers() {
        return rows.drawsNumbers() && layout.keepsSymbols();
    }

    /** What is fed, over the cells; under them what is wanted, and in another colour what is predicted. */
    private void drawNumbers() {
        double fed = seen.y() - lengths.strip() - lengths.row();
        curves(
                fed,
                lengths.row(),
                List.of(Ink.TEXT, Ink.ACCENT),
                List.of(column -> traces.step(column).fed()),
                true);
        curves(
                under(0),
                2.0 * lengths.row(),
                List.of(Ink.TEXT, Ink.ACCENT),
                List.of(column -> traces.step(column).target(), traces::predicted),
                false);
    }

    /**
     * Numbers as curves over the columns, all on one scale, which is that of the whole task.
     *
     * @param inks     of each of the curves, or if there is only one kind of each of its numbers
     */
    private void curves(
            double top, double height, List<Ink> inks, List<IntFunction<Target>> kinds, boolean isInkOfNumber) {
        double most = ColourScale.round(kinds.stream()
                .flatMapToDouble(kind ->
                        IntStream.range(0, traces.columns()).mapToObj(kind).flatMapToDouble(Target::numbers))
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(1));
        double middle = top + height / 2;
        marks.stroke(1);
        marks.ink(Ink.GRID);
        marks.line(grid.x(layout.firstColumn()), middle, grid.x(layout.endColumn() - 1) + layout.columnWidth(), middle);
        for (int kind = 0; kind < kinds.size(); kind++) {
            int numbers = (int) IntStream.range(0, traces.columns())
                    .mapToObj(kinds.get(kind))
                    .mapToLong(target -> target.numbers().count())
                    .max()
                    .orElse(0);
            for (int number = 0; number < numbers; number++) {
                marks.ink(inks.get((isInkOfNumber ? number : kind) % inks.size()));
                curve(kinds.get(kind), number, middle, (height / 2 - 1) / most);
            }
        }
    }

    /** A number of each column, joined within a sequence; one that stands alone is a dot. */
    private void curve(IntFunction<Target> kind, int number, double middle, double scale) {
        marks.stroke(CURVE);
        Path path = new Path();
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            if (Double.isNaN(kind.apply(column).number(number))) {
                continue;
            }
            double x = grid.middle(column);
            double y = middle - scale * kind.apply(column).number(number);
            boolean isJoined = areJoined(kind, number, column - 1);
            path = isJoined ? path.to(x, y) : path.from(x, y);
            if (!isJoined && !areJoined(kind, number, column)) {
                marks.fill(Ellipse.circle(x, y, DOT));
            }
        }
        marks.draw(path);
    }

    /** Whether a column and the next one have numbers of one sequence. */
    private boolean areJoined(IntFunction<Target> kind, int number, int column) {
        return column >= layout.firstColumn()
                && column + 1 < layout.endColumn()
                && traces.stretchAt(column) == traces.stretchAt(column + 1)
                && !Double.isNaN(kind.apply(column).number(number)
                        + kind.apply(column + 1).number(number));
    }

    /** The middle of a row of labels over the cells, counted from the one next to them. */
    private double above(int row) {
        return seen.y() - lengths.strip() - (row + 0.5) * lengths.row();
    }

    /** The upper edge of a row of labels under the cells. */
    private double under(int row) {
        return seen.bottom() + lengths.strip() + (double) row * lengths.row();
    }

    private void drawLabelNames() {
        double half = lengths.row() / 2.0;
        name("state.row.step", above(steps()));
        if (layout.hasSymbols() || drawsNumbers()) {
            name("state.row.input", above(0));
            name("state.row.expected", under(0) + half);
            name("state.row.predicted", under(1) + half, drawsNumbers() ? Ink.ACCENT : Ink.MUTED);
        }
        name(traces.step(0).kind().key("state.row.measure."), under(probabilities()) + half);
    }

    private void name(String key, double middle) {
        name(key, middle, Ink.MUTED);
    }

    private void name(String key, double middle, Ink ink) {
        String words = Message.text(key);
        write(words, seen.x() - BESIDE - regular.width(words), middle, false, ink);
    }

    private int steps() {
        return layout.keepsSymbols() ? 1 : 0;
    }

    private int probabilities() {
        return layout.keepsSymbols() ? 2 : 0;
    }

    private void drawSequences() {
        int column = layout.firstColumn();
        while (column < layout.endColumn()) {
            int stretch = traces.stretchAt(column);
            int end = traces.firstColumnOf(stretch)
                    + traces.stretches().get(stretch).trace().steps();
            double left = Math.max(seen.x(), grid.x(column));
            double right = Math.min(seen.right(), grid.x(end - 1) + layout.columnWidth());
            int number = traces.stretches().get(stretch).sequence() + 1;
            String words = Message.text("state.sequence", number);
            String written = bold.width(words) <= right - left ? words : Integer.toString(number);
            if (bold.width(written) <= right - left) {
                write(written, left, above(steps() + 1), true, Ink.TEXT);
            }
            column = end;
        }
    }

    private String stepName(int column) {
        return rows.task().supply().stepName(traces.step(column).number() - 1);
    }

    /** Before the first step that is judged, where those before it are only learned. */
    private void markTestPart() {
        int first = rows.task().supply().firstJudged();
        double top = above(steps()) + lengths.row() / 2.0;
        for (int column = layout.firstColumn(); column < layout.endColumn() && first > 0; column++) {
            if (traces.step(column).number() == first + 1) {
                marks.ink(Ink.ACCENT);
                marks.fill(new Box(grid.x(column) - 1, top, 2, grid.bottom() - top));
            }
        }
    }

    private void drawSteps() {
        double widest = Math.max(
                regular.width(Integer.toString(traces.all().total())), regular.width(stepName(layout.endColumn() - 1)));
        Thinning thinning = Thinning.of(layout.columnWidth(), widest + BESIDE);
        double free = Double.NEGATIVE_INFINITY;
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            int number = traces.step(column).number();
            if (thinning.shows(number)) {
                String words = stepName(column);
                double half = regular.width(words) / 2.0;
                // At the edges moved inwards, so that no number is cut
                double x = Math.max(seen.x() + half, Math.min(seen.right() - half, grid.middle(column)));
                if (x - half >= free) {
                    write(words, x - half, above(steps()), false, Ink.MUTED);
                    free = x + half + BETWEEN;
                }
            }
        }
    }

    /** Writes a text for each column; what does not count is dimmed, and deciding steps may stand out. */
    private void row(double middle, IntFunction<String> text, boolean emphasised, IntPredicate counts) {
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            boolean isBold = emphasised && traces.isDeciding(column);
            PictureFont metrics = isBold ? bold : regular;
            Ink colour = counts.test(column) ? Ink.TEXT : Ink.MUTED;
            String all = text.apply(column);
            // Words of two columns must not be read as one
            double room = layout.columnWidth() - (all.length() == 1 ? 1 : APART);
            String words = layout.columnWidth() < LETTERS
                    ? Lettering.beginning(all, room, metrics::width)
                    : Lettering.fitted(all, room, metrics::width);
            if (Lettering.isSeveral(all) && metrics.width(all) > room) {
                String several = Lettering.several(all, room, metrics::width);
                squeeze(several, column, middle, room, isBold, colour);
            } else if (words.isEmpty()) {
                squeeze(Lettering.first(all), column, middle, room, isBold, colour);
            } else {
                write(words, grid.middle(column) - metrics.width(words) / 2.0, middle, isBold, colour);
            }
        }
    }

    private void write(String words, double left, double middle, boolean isBold, Ink colour) {
        set(isBold, colour);
        marks.words(words, left, middle + lengths.foot());
    }

    private void squeeze(String words, int column, double middle, double room, boolean isBold, Ink colour) {
        set(isBold, colour);
        new Lettering(marks).squeeze(words, grid.middle(column), middle + lengths.foot(), room);
    }

    private void set(boolean isBold, Ink colour) {
        marks.font(isBold ? bold : regular);
        marks.ink(colour);
    }

    /** As numbers if there is room, otherwise as bars. */
    private void drawProbabilities() {
        double needed = regular.width("0.00") + 2;
        boolean numbers = layout.columnWidth() >= NARROWED * needed;
        double top = under(probabilities());
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            double value = traces.measure(column);
            if (Double.isNaN(value)) {
                continue;
            }
            if (numbers) {
                double room = Math.min(layout.columnWidth(), needed) - 2;
                squeeze(NumberText.share(value), column, top + lengths.row() / 2.0, room, false, Ink.MUTED);
            } else {
                bar(column, top + lengths.row() - 2, (lengths.row() - BETWEEN) * Math.min(1, value), Ink.MUTED);
            }
        }
    }

    /** A tick or a cross; in narrow columns a low bar for right and a high one for wrong. */
    private void drawMarks() {
        double top = under(probabilities() + 1);
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            if (!traces.isScored(column)) {
                continue;
            }
            boolean right = traces.isRight(column);
            if (layout.hasSymbols()) {
                RightMark.draw(marks, grid.middle(column), top + lengths.row() / 2.0, right);
            } else {
                Ink colour = right ? Ink.RIGHT : Ink.WRONG;
                bar(column, top + lengths.row(), right ? BAR : lengths.row() - 2, colour);
            }
        }
    }

    private void drawDeciding() {
        double beside = Math.floor((lengths.strip() - BAR) / 2);
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            for (double foot : new double[] {seen.y() - beside, seen.bottom() + beside + BAR}) {
                if (traces.isDeciding(column)) {
                    fork(ForkMark.of(traces.fork(column)), column, foot);
                } else if (traces.isUnknowable(column)) {
                    drawUnknowable(marks, grid.x(column), foot - BAR, layout.columnWidth());
                }
            }
        }
    }

    /** Narrow columns have no room for a form. */
    private void fork(ForkMark mark, int column, double foot) {
        if (layout.columnWidth() <= LEAST_FORM) {
            bar(column, foot, BAR, mark.ink());
        } else {
            mark.draw(marks, grid.x(column), foot - BAR, layout.columnWidth() - 1);
        }
    }

    /** Where nobody can know the answer: three pieces in place of a bar. */
    static void drawUnknowable(Marks marks, double left, double top, double width) {
        marks.ink(Ink.TEXT);
        for (int piece = 0; piece < 5; piece += 2) {
            marks.fill(new Box(left + piece * (width / 5), top, width / 5, BAR));
        }
    }

    private void bar(int column, double foot, double height, Ink colour) {
        double width = layout.columnWidth();
        marks.ink(colour);
        marks.fill(new Box(grid.x(column), foot - height, width > 6 ? width - 1 : width, height));
    }
}
