package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColourBar;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.Traces;
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
    private static final double APART = 3;
    /** In narrower columns an ellipsis would take the room of half a word. */
    private static final double LETTERS = 36;

    private static final double BETWEEN = 4;
    private static final double BAR = 3;
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
    record ForkMark(Color colour, List<Double> ends) {

        private static final List<List<Double>> FORMS =
                List.of(List.of(0.0, 1.0), List.of(0.0, 0.4, 0.6, 1.0), List.of(0.0, 0.5), List.of(0.5, 1.0));

        static ForkMark of(int fork, Palette palette) {
            List<Color> series = palette.series();
            Color colour = fork == 0 ? palette.accent() : series.get(fork % series.size());
            return new ForkMark(colour, FORMS.get((fork + fork / series.size()) % FORMS.size()));
        }

        void draw(Graphics2D graphics, double left, double top, double width) {
            graphics.setColor(colour);
            for (int piece = 0; piece < ends.size(); piece += 2) {
                double from = ends.get(piece);
                graphics.fill(
                        new Rectangle2D.Double(left + from * width, top, (ends.get(piece + 1) - from) * width, BAR));
            }
        }
    }

    private final Graphics2D graphics;
    private final StateRows rows;
    private final Traces traces;
    private final StateLayout layout;
    private final StateLayout.Lengths lengths;
    private final CellGrid grid;
    private final Rectangle2D seen;
    private final Palette palette;
    private final FontMetrics regular;
    private final FontMetrics bold;

    StatePainter(Graphics2D graphics, StateRows rows, StateLayout layout, Palette palette) {
        this.graphics = graphics;
        this.rows = rows;
        this.traces = rows.traces();
        this.layout = layout;
        this.lengths = layout.lengths();
        this.grid = layout.grid();
        this.seen = layout.seen();
        this.palette = palette;
        this.regular = graphics.getFontMetrics(PictureFont.regular(lengths.font()));
        this.bold = graphics.getFontMetrics(PictureFont.bold(lengths.font()));
    }

    void draw() {
        drawLabelNames();
        drawRowNames();
        Shape before = graphics.getClip();
        boolean isPart = layout.maxScrollX() > 0 || layout.maxScrollY() > 0;
        if (isPart) {
            graphics.clip(seen);
        }
        drawCells();
        dim();
        separateLayers();
        if (isPart) {
            graphics.setClip(before);
            graphics.clip(new Rectangle2D.Double(seen.getX(), 0, seen.getWidth(), layout.bottom()));
        }
        drawLabels();
        if (isPart) {
            graphics.setClip(before);
        }
    }

    private void drawCells() {
        double[][] values = new double[traces.columns()][];
        new CellPainter(grid, rows.scale(), palette).draw(graphics, (row, column) -> {
            if (values[column] == null) {
                values[column] = rows.values(column);
            }
            return values[column][rows.index(row)];
        });
    }

    /** Veils the rows of units that carry nothing; their colours can just be told. */
    private void dim() {
        CellPainter cells = new CellPainter(grid, rows.scale(), palette);
        Color ground = palette.background();
        graphics.setColor(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), VEIL));
        for (int row = 0; row < rows.count(); row++) {
            if (rows.isDimmed(row)) {
                cells.fill(graphics, row);
            }
        }
    }

    private void drawRowNames() {
        graphics.setFont(regular.getFont());
        Lettering lettering = new Lettering(graphics);
        double height = lengths.row() - (lengths.inWindow() ? 3 : 4);
        double right = grid.left() + layout.scrollX() - lengths.beside();
        double axis = seen.getMinY() + Math.min(seen.getHeight(), grid.rowHeight()) / 2;
        Thinning thinning = Thinning.of(grid.rowHeight(), height);
        for (int row = 0; row < rows.count(); row++) {
            double middle = grid.y(row) + grid.rowHeight() / 2;
            if (middle >= seen.getMinY() && middle <= seen.getMaxY() && rows.isNamed(thinning, row)) {
                // In the window the rows on the line of the name of the axis have less
                boolean isBeside = lengths.inWindow() && Math.abs(middle - axis) < height;
                double room = isBeside ? right - BESIDE - lettering.width(rows.axis()) : right - BETWEEN;
                boolean isBright = rows.memory().isPresent() && !rows.isDimmed(row);
                graphics.setColor(isBright ? palette.text() : palette.muted());
                lettering.upTo(rows.name(row), right, middle + lengths.foot(), lengths.inWindow() ? room : ROW_NAME);
            }
        }
        graphics.setColor(palette.muted());
        if (lengths.inWindow()) {
            lettering.from(rows.axis(), 0, axis + lengths.foot(), right);
        } else {
            lettering.upwards(rows.axis(), grid.left() - 56, (grid.top() + grid.bottom()) / 2);
        }
    }

    private void separateLayers() {
        graphics.setColor(palette.background());
        boolean inWindow = lengths.inWindow();
        for (int row = 0; row < rows.count(); row++) {
            if (rows.startsLayer(row)) {
                double height = inWindow && grid.rowHeight() < THICK_FROM ? 1 : 2;
                double top = grid.y(row) - (inWindow ? 0 : 1);
                graphics.fill(
                        new Rectangle2D.Double(grid.left(), top, grid.columns().width(), height));
            }
        }
    }

    void drawColourBar() {
        ColourScale scale = rows.scale();
        double x = seen.getMaxX() + BAR_RIGHT - lengths.bar();
        double top = seen.getMinY();
        double height = Math.max(seen.getHeight(), LEAST_COLOUR_BAR);
        new ColourBar(scale, palette).draw(graphics, x, top, lengths.bar(), height);
        double words = seen.getMaxX() + BAR_RIGHT + lengths.bar() / 2.0;
        write(rows.layer().letter(), seen.getMaxX() + BAR_NAME, top - lengths.head(), false, palette.muted());
        write(scale.highText(), words, top + 5, false, palette.muted());
        write(scale.middleText(), words, top + height / 2, false, palette.muted());
        write(scale.lowText(), words, top + height - 5, false, palette.muted());
    }

    private void drawLabels() {
        drawSequences();
        drawSteps();
        if (layout.hasSymbols()) {
            double first = under(0) + lengths.row() / 2.0;
            row(above(0), column -> rows.symbol(traces.step(column).fed()), true, column -> true);
            row(first, column -> rows.symbol(traces.step(column).target()), true, traces::isScored);
            row(first + lengths.row(), column -> rows.symbol(traces.predicted(column)), false, traces::isScored);
        }
        drawProbabilities();
        drawMarks();
        drawDeciding();
    }

    /** The middle of a row of labels over the cells, counted from the one next to them. */
    private double above(int row) {
        return seen.getMinY() - lengths.strip() - (row + 0.5) * lengths.row();
    }

    /** The upper edge of a row of labels under the cells. */
    private double under(int row) {
        return seen.getMaxY() + lengths.strip() + (double) row * lengths.row();
    }

    private void drawLabelNames() {
        double half = lengths.row() / 2.0;
        name("state.row.step", above(steps()));
        if (layout.hasSymbols()) {
            name("state.row.input", above(0));
            name("state.row.expected", under(0) + half);
            name("state.row.predicted", under(1) + half);
        }
        name(rows.isOfNumbers() ? "state.row.error" : "state.row.probability", under(probabilities()) + half);
    }

    private void name(String key, double middle) {
        String words = Message.text(key);
        write(words, seen.getMinX() - BESIDE - regular.stringWidth(words), middle, false, palette.muted());
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
            double left = Math.max(seen.getMinX(), grid.x(column));
            double right = Math.min(seen.getMaxX(), grid.x(end - 1) + layout.columnWidth());
            int number = traces.stretches().get(stretch).sequence() + 1;
            String words = Message.text("state.sequence", number);
            String written = bold.stringWidth(words) <= right - left ? words : Integer.toString(number);
            if (bold.stringWidth(written) <= right - left) {
                write(written, left, above(steps() + 1), true, palette.text());
            }
            column = end;
        }
    }

    private void drawSteps() {
        double widest = regular.stringWidth(Integer.toString(traces.all().total()));
        Thinning thinning = Thinning.of(layout.columnWidth(), widest + BESIDE);
        double free = Double.NEGATIVE_INFINITY;
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            int number = traces.step(column).number();
            if (thinning.shows(number)) {
                String words = Integer.toString(number);
                double half = regular.stringWidth(words) / 2.0;
                // At the edges moved inwards, so that no number is cut
                double x = Math.max(seen.getMinX() + half, Math.min(seen.getMaxX() - half, grid.middle(column)));
                if (x - half >= free) {
                    write(words, x - half, above(steps()), false, palette.muted());
                    free = x + half + BETWEEN;
                }
            }
        }
    }

    /** Writes a text for each column; what does not count is dimmed, and deciding steps may stand out. */
    private void row(double middle, IntFunction<String> text, boolean emphasised, IntPredicate counts) {
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            boolean isBold = emphasised && traces.isDeciding(column);
            FontMetrics metrics = isBold ? bold : regular;
            Color colour = counts.test(column) ? palette.text() : palette.muted();
            String all = text.apply(column);
            // Words of two columns must not be read as one
            double room = layout.columnWidth() - (all.length() == 1 ? 1 : APART);
            String words = layout.columnWidth() < LETTERS
                    ? Lettering.beginning(all, room, metrics::stringWidth)
                    : Lettering.fitted(all, room, metrics::stringWidth);
            if (Lettering.isSeveral(all) && metrics.stringWidth(all) > room) {
                String several = Lettering.several(all, room, metrics::stringWidth);
                squeeze(several, column, middle, room, isBold, colour);
            } else if (words.isEmpty()) {
                squeeze(Lettering.first(all), column, middle, room, isBold, colour);
            } else {
                write(words, grid.middle(column) - metrics.stringWidth(words) / 2.0, middle, isBold, colour);
            }
        }
    }

    private void write(String words, double left, double middle, boolean isBold, Color colour) {
        set(isBold, colour);
        graphics.drawString(words, (float) left, (float) middle + lengths.foot());
    }

    private void squeeze(String words, int column, double middle, double room, boolean isBold, Color colour) {
        set(isBold, colour);
        new Lettering(graphics).squeeze(words, grid.middle(column), middle + lengths.foot(), room);
    }

    private void set(boolean isBold, Color colour) {
        graphics.setFont((isBold ? bold : regular).getFont());
        graphics.setColor(colour);
    }

    /** As numbers if there is room, otherwise as bars. */
    private void drawProbabilities() {
        double needed = regular.stringWidth("0.00") + 2;
        boolean numbers = layout.columnWidth() >= NARROWED * needed;
        double top = under(probabilities());
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            double value = rows.isOfNumbers() ? traces.error(column) : traces.probability(column);
            if ((rows.isOfNumbers() && !traces.isScored(column)) || Double.isNaN(value)) {
                continue;
            }
            if (numbers) {
                double room = Math.min(layout.columnWidth(), needed) - 2;
                squeeze(NumberText.share(value), column, top + lengths.row() / 2.0, room, false, palette.muted());
            } else {
                bar(column, top + lengths.row() - 2, (lengths.row() - BETWEEN) * Math.min(1, value), palette.muted());
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
                RightMark.draw(graphics, grid.middle(column), top + lengths.row() / 2.0, right, palette);
            } else {
                Color colour = right ? palette.right() : palette.wrong();
                bar(column, top + lengths.row(), right ? BAR : lengths.row() - 2, colour);
            }
        }
    }

    private void drawDeciding() {
        double beside = Math.floor((lengths.strip() - BAR) / 2);
        for (int column = layout.firstColumn(); column < layout.endColumn(); column++) {
            for (double foot : new double[] {seen.getMinY() - beside, seen.getMaxY() + beside + BAR}) {
                if (traces.isDeciding(column)) {
                    fork(ForkMark.of(traces.fork(column), palette), column, foot);
                } else if (traces.isUnknowable(column)) {
                    drawUnknowable(graphics, grid.x(column), foot - BAR, layout.columnWidth(), palette);
                }
            }
        }
    }

    /** Narrow columns have no room for a form. */
    private void fork(ForkMark mark, int column, double foot) {
        if (layout.columnWidth() <= LEAST_FORM) {
            bar(column, foot, BAR, mark.colour());
        } else {
            mark.draw(graphics, grid.x(column), foot - BAR, layout.columnWidth() - 1);
        }
    }

    /** Where nobody can know the answer: three pieces in place of a bar. */
    static void drawUnknowable(Graphics2D graphics, double left, double top, double width, Palette palette) {
        graphics.setColor(palette.text());
        for (int piece = 0; piece < 5; piece += 2) {
            graphics.fill(new Rectangle2D.Double(left + piece * (width / 5), top, width / 5, BAR));
        }
    }

    private void bar(int column, double foot, double height, Color colour) {
        double width = layout.columnWidth();
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(grid.x(column), foot - height, width > 6 ? width - 1 : width, height));
    }
}
