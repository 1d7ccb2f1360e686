package lab.carousel.picture.state;

import java.awt.Color;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.FittedText;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What stands over and under the columns of a heatmap, on the screen and in pictures: sequence, step and input symbol
 * above; expected and predicted symbol, probability and mark below. In narrow columns symbols are left out, and bars
 * stand for probabilities and marks.
 *
 * @param traces  the columns
 * @param symbols the names of the symbols
 * @param place   where everything stands
 * @param palette the colours
 * @param pen     draws it
 */
public record StepLabels(Traces traces, List<String> symbols, LabelRoom place, Palette palette, Pen pen) {

    /** The column width from which symbols are written, in points. */
    public static final double SYMBOL_WIDTH = 10;

    private static final double BESIDE = 8;
    private static final double BETWEEN = 4;
    private static final double BAR = 3;
    private static final double LEAST_FORM = 6;
    /** How much narrower than usual numbers may be. */
    private static final double NARROWED = 0.85;

    /** Which part of words stands at their place. */
    public enum Align {
        /** Their beginning. */
        LEFT,
        /** Their middle. */
        CENTRE,
        /** Their end. */
        RIGHT
    }

    /** Draws on the screen or in a picture. Lengths are in points. */
    public interface Pen {

        /** How wide words are. */
        double width(String words, boolean bold);

        /** Writes words around a height. */
        void write(String words, double x, double middle, Align align, boolean bold, Color colour);

        /** Writes words around a place, narrower if they have not enough room. */
        void squeeze(String words, double x, double middle, double room, boolean bold, Color colour);

        /** Fills a rectangle. */
        void fill(double x, double y, double width, double height, Color colour);

        /** Draws a tick or a cross around a centre. */
        void mark(double x, double middle, boolean right);
    }

    /**
     * Where everything stands, in points.
     *
     * @param columns the columns
     * @param left    where the visible part of the columns begins
     * @param width   of that part
     * @param scroll  how much of the columns lies left of it
     * @param cells   the upper edge of the cells
     * @param below   their lower edge
     * @param row     the height of a row of labels
     * @param strip   of the strips beside the cells for the bars that mark deciding steps
     * @param steady  whether the rows of symbols keep their room where they are left out
     */
    public record LabelRoom(
            ColumnPlaces columns,
            double left,
            double width,
            double scroll,
            double cells,
            double below,
            double row,
            double strip,
            boolean steady) {

        /** Whether there is room for symbols. */
        public boolean hasSymbols() {
            return columns.columnWidth() >= SYMBOL_WIDTH;
        }

        private double x(int column) {
            return left + columns.left(column) - scroll;
        }

        private double middle(int column) {
            return x(column) + columns.columnWidth() / 2;
        }

        private int first() {
            return columns.firstVisible(scroll);
        }

        private int end() {
            return columns.endVisible(scroll, width);
        }

        /** The middle of a row over the cells, counted from the one next to them. */
        private double above(int row) {
            return cells - strip - (row + 0.5) * this.row;
        }

        /** The upper edge of a row under the cells. */
        private double under(int row) {
            return below + strip + row * this.row;
        }
    }

    /** Draws all but what names the rows. */
    public void draw() {
        drawSequences();
        drawSteps();
        if (place.hasSymbols()) {
            double first = place.under(0) + place.row() / 2;
            row(place.above(0), column -> symbols.get(traces.step(column).input()), true, column -> true);
            row(first, column -> symbols.get(traces.step(column).target()), true, traces::isScored);
            row(first + place.row(), column -> symbols.get(traces.predicted(column)), false, traces::isScored);
        }
        drawProbabilities();
        drawMarks();
        drawDeciding();
    }

    /** Draws what each row is, at its left. */
    public void drawNames() {
        name("state.row.step", place.above(steps()));
        if (place.hasSymbols()) {
            name("state.row.input", place.above(0));
            name("state.row.expected", place.under(0) + place.row() / 2);
            name("state.row.predicted", place.under(1) + place.row() / 2);
        }
        name("state.row.probability", place.under(probabilities()) + place.row() / 2);
    }

    private void name(String key, double middle) {
        pen.write(Message.text(key), place.left() - BESIDE, middle, Align.RIGHT, false, palette.muted());
    }

    /** The rows of symbols are left out where they have no room. */
    private int steps() {
        return place.hasSymbols() || place.steady() ? 1 : 0;
    }

    private int probabilities() {
        return place.hasSymbols() || place.steady() ? 2 : 0;
    }

    private void drawSequences() {
        int column = place.first();
        while (column < place.end()) {
            int stretch = traces.stretchAt(column);
            int end = traces.firstColumnOf(stretch)
                    + traces.stretches().get(stretch).trace().steps();
            double left = Math.max(place.left(), place.x(column));
            double right = Math.min(place.left() + place.width(), place.x(end - 1) + columnWidth());
            int number = traces.stretches().get(stretch).sequence() + 1;
            String words = Message.text("state.sequence", number);
            String written = pen.width(words, true) <= right - left ? words : Integer.toString(number);
            if (pen.width(written, true) <= right - left) {
                pen.write(written, left, place.above(steps() + 1), Align.LEFT, true, palette.text());
            }
            column = end;
        }
    }

    private double columnWidth() {
        return place.columns().columnWidth();
    }

    private void drawSteps() {
        double widest = pen.width(Integer.toString(traces.all().total()), false);
        Thinning thinning = Thinning.of(columnWidth(), widest + BESIDE);
        double free = Double.NEGATIVE_INFINITY;
        for (int column = place.first(); column < place.end(); column++) {
            int number = traces.step(column).number();
            double half = pen.width(Integer.toString(number), false) / 2;
            // At the edges moved inwards, so that no number is cut
            double x =
                    Math.max(place.left() + half, Math.min(place.left() + place.width() - half, place.middle(column)));
            if (thinning.shows(number) && x - half >= free) {
                pen.write(Integer.toString(number), x, place.above(steps()), Align.CENTRE, false, palette.muted());
                free = x + half + BETWEEN;
            }
        }
    }

    /** Writes a text for each column; what does not count is dimmed, and deciding steps may stand out. */
    private void row(double middle, IntFunction<String> text, boolean emphasised, IntPredicate counts) {
        for (int column = place.first(); column < place.end(); column++) {
            boolean bold = emphasised && traces.isDeciding(column);
            Color colour = counts.test(column) ? palette.text() : palette.muted();
            String words = FittedText.of(text.apply(column), columnWidth() - 1, any -> pen.width(any, bold));
            if (words.isEmpty()) {
                String sign = FittedText.first(text.apply(column));
                pen.squeeze(sign, place.middle(column), middle, columnWidth() - 1, bold, colour);
            } else {
                pen.write(words, place.middle(column), middle, Align.CENTRE, bold, colour);
            }
        }
    }

    /** As numbers if there is room, otherwise as bars. */
    private void drawProbabilities() {
        double needed = pen.width("0.00", false) + 2;
        boolean numbers = columnWidth() >= NARROWED * needed;
        double top = place.under(probabilities());
        for (int column = place.first(); column < place.end(); column++) {
            double value = traces.probability(column);
            if (numbers) {
                double middle = top + place.row() / 2;
                double room = Math.min(columnWidth(), needed) - 2;
                pen.squeeze(NumberText.share(value), place.middle(column), middle, room, false, palette.muted());
            } else {
                bar(column, top + place.row() - 2, (place.row() - BETWEEN) * value, palette.muted());
            }
        }
    }

    /** A tick or a cross; in narrow columns a low bar for right and a high one for wrong. */
    private void drawMarks() {
        double top = place.under(probabilities() + 1);
        for (int column = place.first(); column < place.end(); column++) {
            if (!traces.isScored(column)) {
                continue;
            }
            boolean right = traces.isRight(column);
            if (place.hasSymbols()) {
                pen.mark(place.middle(column), top + place.row() / 2, right);
            } else {
                Color colour = right ? palette.right() : palette.wrong();
                bar(column, top + place.row(), right ? BAR : place.row() - 2, colour);
            }
        }
    }

    private void drawDeciding() {
        double beside = Math.floor((place.strip() - BAR) / 2);
        for (int column = place.first(); column < place.end(); column++) {
            if (traces.isDeciding(column)) {
                ForkMark mark = ForkMark.of(traces.fork(column), palette);
                fork(mark, column, place.cells() - beside);
                fork(mark, column, place.below() + beside + BAR);
            } else if (traces.isUnknowable(column)) {
                dots(column, place.cells() - beside);
                dots(column, place.below() + beside + BAR);
            }
        }
    }

    /** Narrow columns have no room for a form. */
    private void fork(ForkMark mark, int column, double foot) {
        if (columnWidth() <= LEAST_FORM) {
            bar(column, foot, BAR, mark.colour());
            return;
        }
        double width = columnWidth() - 1;
        for (ForkMark.Dash piece : mark.pieces()) {
            double left = place.x(column) + piece.from() * width;
            pen.fill(left, foot - BAR, (piece.to() - piece.from()) * width, BAR, mark.colour());
        }
    }

    /** Where nobody can know the answer: three pieces in place of a bar. */
    private void dots(int column, double foot) {
        double piece = columnWidth() / 5;
        for (int index = 0; index < 5; index += 2) {
            pen.fill(place.x(column) + index * piece, foot - BAR, piece, BAR, palette.text());
        }
    }

    private void bar(int column, double foot, double height, Color colour) {
        double width = columnWidth();
        pen.fill(place.x(column), foot - height, width > 6 ? width - 1 : width, height, colour);
    }
}
