package lab.carousel.picture.state;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;

/**
 * Draws what stands over and under the columns of a heatmap: sequence, step and input symbol above; expected and
 * predicted symbol, probability and mark below.
 */
final class StateLabels {

    /** The column width from which symbols are written; in narrower columns their rows are left out. */
    static final int SYMBOL_WIDTH = 12;

    private static final int ROW = 20;
    /** For the bars that mark deciding steps. */
    private static final int STRIP = 8;

    private static final int SIZE = 13;
    /** Where the foot of the letters stands in a row. */
    private static final int FOOT = 15;

    private final ColumnLayout layout;
    private final Traces traces;
    private final List<String> symbols;
    private final Palette palette;
    private final DecimalFormat probability = new DecimalFormat("0.00", new DecimalFormatSymbols(Message.NUMBERS));

    StateLabels(ColumnLayout layout, List<String> symbols, Palette palette) {
        this.layout = layout;
        this.traces = layout.traces();
        this.symbols = symbols;
        this.palette = palette;
    }

    private boolean hasSymbols() {
        return layout.columnWidth() >= SYMBOL_WIDTH;
    }

    /** The height of the rows above the cells. */
    int heightAbove() {
        return (hasSymbols() ? 3 : 2) * ROW + STRIP;
    }

    /** The height of the rows below the cells. */
    int heightBelow() {
        return STRIP + (hasSymbols() ? 4 : 2) * ROW;
    }

    /** Draws the rows above; (x, y) is their upper left corner. */
    void drawAbove(Graphics2D graphics, int x, int y) {
        drawSequences(graphics, x, y);
        name(graphics, "state.row.step", x, y + ROW);
        drawSteps(graphics, x, y + ROW);
        if (hasSymbols()) {
            name(graphics, "state.row.input", x, y + 2 * ROW);
            row(
                    graphics,
                    x,
                    y + 2 * ROW,
                    column -> symbols.get(traces.step(column).input()),
                    true,
                    column -> true);
        }
        drawDeciding(graphics, x, y + heightAbove() - 6);
    }

    /** Draws the rows below; (x, y) is their upper left corner. */
    void drawBelow(Graphics2D graphics, int x, int y) {
        drawDeciding(graphics, x, y + 3);
        int top = y + STRIP;
        if (hasSymbols()) {
            name(graphics, "state.row.expected", x, top);
            row(graphics, x, top, column -> symbols.get(traces.step(column).target()), true, traces::isScored);
            name(graphics, "state.row.predicted", x, top + ROW);
            row(graphics, x, top + ROW, column -> symbols.get(traces.predicted(column)), false, traces::isScored);
            top += 2 * ROW;
        }
        name(graphics, "state.row.probability", x, top);
        drawProbabilities(graphics, x, top);
        for (int column = 0; column < traces.columns(); column++) {
            if (traces.isScored(column)) {
                drawMark(graphics, x, top + ROW, column);
            }
        }
    }

    private void drawSequences(Graphics2D graphics, int x, int y) {
        graphics.setFont(PictureFont.bold(SIZE));
        graphics.setColor(palette.text());
        FontMetrics metrics = graphics.getFontMetrics();
        for (int column = 0; column < traces.columns(); column++) {
            if (column > 0 && traces.stretchAt(column) == traces.stretchAt(column - 1)) {
                continue;
            }
            Traces.Stretch stretch = traces.stretches().get(traces.stretchAt(column));
            double width = stretch.trace().steps() * layout.columnWidth();
            String text = Message.text("state.sequence", stretch.sequence() + 1);
            String written = metrics.stringWidth(text) <= width ? text : Integer.toString(stretch.sequence() + 1);
            if (metrics.stringWidth(written) <= width) {
                graphics.drawString(written, (float) (x + layout.left(column)), y + FOOT);
            }
        }
    }

    private void drawSteps(Graphics2D graphics, int x, int y) {
        graphics.setColor(palette.muted());
        graphics.setFont(PictureFont.regular(SIZE));
        FontMetrics metrics = graphics.getFontMetrics();
        Thinning thinning = Thinning.of(
                layout.columnWidth(),
                8 + metrics.stringWidth(Integer.toString(traces.all().total())));
        double free = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < traces.columns(); column++) {
            int number = traces.step(column).number();
            double half = metrics.stringWidth(Integer.toString(number)) / 2.0;
            double centre = layout.left(column) + layout.columnWidth() / 2;
            if (thinning.shows(number) && centre - half > free) {
                centred(graphics, Integer.toString(number), x, y, column, Double.POSITIVE_INFINITY);
                free = centre + half + 4;
            }
        }
    }

    /**
     * Writes a text for each column.
     *
     * @param emphasised whether deciding steps stand out
     * @param counts     the others are dimmed
     */
    private void row(
            Graphics2D graphics, int x, int y, IntFunction<String> text, boolean emphasised, IntPredicate counts) {
        for (int column = 0; column < traces.columns(); column++) {
            boolean deciding = emphasised && traces.isDeciding(column);
            graphics.setFont(deciding ? PictureFont.bold(SIZE) : PictureFont.regular(SIZE));
            graphics.setColor(counts.test(column) ? palette.text() : palette.muted());
            centred(graphics, text.apply(column), x, y, column, layout.columnWidth() - 2);
        }
    }

    private void centred(Graphics2D graphics, String text, int x, int y, int column, double width) {
        FontMetrics metrics = graphics.getFontMetrics();
        String fitted = FittedText.of(text, width, metrics::stringWidth);
        double left = x + layout.left(column) + (layout.columnWidth() - metrics.stringWidth(fitted)) / 2;
        if (!fitted.isEmpty()) {
            graphics.drawString(fitted, (float) left, y + FOOT);
        }
    }

    private void name(Graphics2D graphics, String key, int x, int y) {
        graphics.setFont(PictureFont.regular(SIZE));
        graphics.setColor(palette.muted());
        String text = Message.text(key);
        graphics.drawString(text, x - 12 - graphics.getFontMetrics().stringWidth(text), y + FOOT);
    }

    /** As numbers if there is room, otherwise as bars. */
    private void drawProbabilities(Graphics2D graphics, int x, int y) {
        graphics.setFont(PictureFont.regular(SIZE));
        graphics.setColor(palette.muted());
        boolean numbers = layout.columnWidth() >= graphics.getFontMetrics().stringWidth("0.00") + 2;
        for (int column = 0; column < traces.columns(); column++) {
            double value = traces.probability(column);
            if (numbers) {
                centred(graphics, probability.format(value), x, y, column, layout.columnWidth());
            } else {
                double height = (ROW - 6) * value;
                graphics.fill(bar(x, y + ROW - 3 - height, height, column));
            }
        }
    }

    private Rectangle2D bar(double x, double y, double height, int column) {
        double width = layout.columnWidth();
        return new Rectangle2D.Double(x + layout.left(column), y, width > 6 ? width - 1 : width, height);
    }

    private void drawDeciding(Graphics2D graphics, int x, int y) {
        graphics.setColor(palette.accent());
        for (int column = 0; column < traces.columns(); column++) {
            if (traces.isDeciding(column)) {
                graphics.fill(bar(x, y, 3, column));
            }
        }
    }

    /** A tick or a cross; in narrow columns a low bar for right and a high one for wrong. */
    private void drawMark(Graphics2D graphics, int x, int y, int column) {
        boolean right = traces.isRight(column);
        if (hasSymbols()) {
            drawMark(graphics, x + layout.left(column) + layout.columnWidth() / 2, y + ROW / 2.0, right, palette);
        } else {
            graphics.setColor(colour(right, palette));
            int height = right ? 3 : ROW - 4;
            graphics.fill(bar(x, y + ROW - 2 - height, height, column));
        }
    }

    /** A tick or a cross around a centre. */
    static void drawMark(Graphics2D graphics, double x, double y, boolean right, Palette palette) {
        RightMark.draw(graphics, x, y, right, palette);
    }

    private static Color colour(boolean right, Palette palette) {
        return right ? palette.right() : palette.wrong();
    }
}
