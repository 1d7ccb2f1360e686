package lab.carousel.picture.probe;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.study.ResetSwitch;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A reset switch: what was fed, what was expected, what is predicted with and without the reset, how far the states are
 * apart, and under it the difference of each unit. Of long sequences the first steps are drawn; the CSV has all.
 */
public final class ResetDrawing implements Drawing {

    private static final double ROW = ColumnTokens.ROW;
    private static final int PREDICTIONS = 2;
    private static final double BARS = 56;
    private static final double GAP = 8;
    /** Room at the left for the names of the rows. */
    private static final double NAMES = 68;

    private final ResetSwitch both;
    private final Alphabet alphabet;
    private final boolean ofCell;
    private final List<ResetSwitch.BothWays> drawn;
    private final List<Integer> starts;
    private final List<ColumnTokens> rows;
    private final ColumnBars bars;
    private final MatrixDrawing matrix;

    /**
     * A drawing of what leaks.
     *
     * @param units  the names of the units of all layers
     * @param ofCell whether c is shown; otherwise h
     * @param unit   the unit that is pointed out; -1 for none
     */
    public ResetDrawing(ResetSwitch both, Alphabet alphabet, List<String> units, boolean ofCell, int unit) {
        this.both = both;
        this.alphabet = alphabet;
        this.ofCell = ofCell;
        this.drawn = both.steps().stream()
                .filter(step -> step.difference().hidden().length > 0)
                .toList();
        this.starts = IntStream.range(0, drawn.size())
                .filter(column -> column == 0
                        || drawn.get(column).place() != drawn.get(column - 1).place())
                .boxed()
                .toList();
        this.rows = rows();
        this.bars = bars();
        this.matrix = matrix(units, unit);
    }

    private List<ColumnTokens> rows() {
        return List.of(
                row("resetSwitch.row.in", ResetSwitch.BothWays::input, step -> ColumnTokens.TokenKind.GIVEN),
                row("resetSwitch.row.expected", ResetSwitch.BothWays::target, step -> ColumnTokens.TokenKind.GIVEN),
                row(
                        "resetSwitch.row.with",
                        step -> step.withReset().predicted(),
                        step -> kind(step, step.isRightWithReset())),
                row(
                        "resetSwitch.row.without",
                        step -> step.withoutReset().predicted(),
                        step -> kind(step, step.isRightWithoutReset())));
    }

    private ColumnTokens row(
            String key,
            ToIntFunction<ResetSwitch.BothWays> symbol,
            Function<ResetSwitch.BothWays, ColumnTokens.TokenKind> kind) {
        return new ColumnTokens(
                Message.text(key),
                drawn.stream()
                        .map(step -> new ColumnTokens.Token(alphabet.symbol(symbol.applyAsInt(step)), kind.apply(step)))
                        .toList());
    }

    private static ColumnTokens.TokenKind kind(ResetSwitch.BothWays step, boolean right) {
        if (!step.scored()) {
            return ColumnTokens.TokenKind.UNSCORED;
        }
        return right ? ColumnTokens.TokenKind.RIGHT : ColumnTokens.TokenKind.WRONG;
    }

    private double distance(ResetSwitch.BothWays step) {
        return ofCell ? step.difference().cellDistance() : step.difference().hiddenDistance();
    }

    private double[] difference(ResetSwitch.BothWays step) {
        return ofCell ? step.difference().cell() : step.difference().hidden();
    }

    private ColumnBars bars() {
        double[] sizes = drawn.stream().mapToDouble(this::distance).toArray();
        double largest = Arrays.stream(sizes).max().orElse(0);
        // Where a sequence begins and where it ends
        Set<Integer> labeled = new HashSet<>(starts);
        starts.stream().filter(start -> start > 0).forEach(start -> labeled.add(start - 1));
        labeled.add(sizes.length - 1);
        return new ColumnBars(sizes, ColourScale.upTo(ColourScale.round(largest)), NumberText::loss, labeled);
    }

    private MatrixDrawing matrix(List<String> units, int unit) {
        double[][] values = new double[units.size()][drawn.size()];
        double largest = 0;
        for (int column = 0; column < drawn.size(); column++) {
            double[] step = difference(drawn.get(column));
            for (int row = 0; row < units.size(); row++) {
                values[row][column] = step[row];
                largest = Math.max(largest, Math.abs(step[row]));
            }
        }
        return MatrixDrawing.of(
                        values,
                        new MatrixDrawing.Side(Message.text("resetSwitch.axis.unit"), units),
                        new MatrixDrawing.Side(
                                Message.text("resetSwitch.axis.step"),
                                drawn.stream()
                                        .map(step -> Integer.toString(step.step() + 1))
                                        .toList()),
                        ColourScale.signed(ColourScale.round(largest)),
                        NumberText::loss)
                .withGaps(starts.subList(1, starts.size()))
                .withSelection(unit, -1);
    }

    private double top() {
        return ROW + rows.size() * ROW + GAP + ROW + BARS + GAP + ROW;
    }

    /** The cells of the matrix; the whole drawing is moved to the right for the names of the rows of symbols. */
    private CellGrid cells(double width, double height) {
        return matrix.cells(width - inset(), height - top());
    }

    private double inset() {
        double own = matrix.cells(1_000, 1_000).at(0, 0).getMinX();
        return Math.max(0, NAMES - own);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        AffineTransform before = graphics.getTransform();
        CellGrid cells = cells(width, height);
        IntFunction<Rectangle2D> columns = column -> {
            Rectangle2D cell = cells.at(0, column);
            return new Rectangle2D.Double(cell.getX() + inset(), cell.getY(), cell.getWidth(), cell.getHeight());
        };
        graphics.setFont(PictureFont.regular(12));
        FontMetrics metrics = graphics.getFontMetrics();
        drawHeads(graphics, columns, palette);
        double widest =
                rows.stream().mapToDouble(row -> row.widest(metrics)).max().orElse(0);
        boolean named = columns.apply(0).getWidth() >= widest;
        for (int row = 0; row < rows.size(); row++) {
            // Where there is no room for symbols, right and wrong can be drawn only
            if (named || row >= PREDICTIONS) {
                rows.get(row).draw(graphics, columns, ROW + row * ROW, named, palette);
            }
        }
        double top = ROW + rows.size() * ROW + GAP;
        String letter = ofCell ? "c" : "h";
        caption(graphics, Message.text("resetSwitch.caption.distance", letter), width, top, palette);
        bars.draw(graphics, columns, top + ROW, top + ROW + BARS, palette);
        caption(graphics, Message.text("resetSwitch.caption.units", letter), width, top() - ROW, palette);
        graphics.translate(inset(), top());
        matrix.draw(graphics, width - inset(), height - top(), palette);
        graphics.setTransform(before);
    }

    private void drawHeads(Graphics2D graphics, IntFunction<Rectangle2D> columns, Palette palette) {
        graphics.setFont(PictureFont.bold(12));
        graphics.setColor(palette.text());
        for (int index = 0; index < starts.size(); index++) {
            double left = columns.apply(starts.get(index)).getMinX();
            int last = index + 1 < starts.size() ? starts.get(index + 1) - 1 : drawn.size() - 1;
            double room = columns.apply(last).getMaxX() - left;
            int number = both.order().get(drawn.get(starts.get(index)).place()) + 1;
            Lettering lettering = new Lettering(graphics);
            String words = Message.text("resetSwitch.sequence", number);
            lettering.from(lettering.width(words) <= room ? words : NumberText.whole(number), left, 13, room);
        }
        graphics.setFont(PictureFont.regular(12));
    }

    private static void caption(Graphics2D graphics, String words, double width, double top, Palette palette) {
        graphics.setColor(palette.muted());
        new Lettering(graphics).from(words, 0, top + 13, width);
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        double inMatrix = y - top();
        boolean above = inMatrix < 0;
        double row = above ? cells(width, height).at(0, 0).getCenterY() : inMatrix;
        return matrix.at(x - inset(), row, width - inset(), height - top())
                .map(spot -> above
                        ? new Spot(-1, spot.column(), words(drawn.get(spot.column())))
                        : new Spot(spot.row(), spot.column(), unitWords(spot)));
    }

    private String unitWords(Spot spot) {
        ResetSwitch.BothWays step = drawn.get(spot.column());
        return Message.text(
                "resetSwitch.spot.unit",
                both.order().get(step.place()) + 1,
                step.step() + 1,
                matrix.rows().names().get(spot.row()),
                NumberText.loss(matrix.values()[spot.row()][spot.column()]));
    }

    private String words(ResetSwitch.BothWays step) {
        return Message.text(
                "resetSwitch.spot",
                both.order().get(step.place()) + 1,
                step.step() + 1,
                alphabet.symbol(step.input()),
                alphabet.symbol(step.target()),
                alphabet.symbol(step.withReset().predicted()),
                alphabet.symbol(step.withoutReset().predicted()),
                NumberText.loss(step.outputChange()),
                NumberText.loss(distance(step)));
    }

    /** A line for each step both ways; the differences of the units where they are kept. */
    @Override
    public String csv() {
        List<String> units = matrix.rows().names();
        return Table.of(both.steps())
                .column("sequence", step -> both.order().get(step.place()) + 1)
                .column("step", step -> step.step() + 1)
                .column("input", step -> alphabet.symbol(step.input()))
                .column("expected", step -> alphabet.symbol(step.target()))
                .column("scored", ResetSwitch.BothWays::scored)
                .column("with reset", step -> alphabet.symbol(step.withReset().predicted()))
                .column(
                        "without reset",
                        step -> alphabet.symbol(step.withoutReset().predicted()))
                .column("output of expected with reset", step -> step.withReset()
                        .target())
                .column("output of expected without reset", step -> step.withoutReset()
                        .target())
                .column("largest output change", ResetSwitch.BothWays::outputChange)
                .column("distance of h", step -> step.difference().hiddenDistance())
                .column("distance of c", step -> step.difference().cellDistance())
                .numbers(units.stream().map(unit -> "h " + unit).toList(), step -> step.difference()
                        .hidden())
                .numbers(units.stream().map(unit -> "c " + unit).toList(), step -> step.difference()
                        .cell())
                .csv();
    }

    /**
     * A row of symbols above the columns of a matrix, with its name at the left. Wrong ones are bold, crossed and of another
     * colour; where columns are too narrow for symbols, a wrong one is a tall line and a right one a short one.
     *
     * @param name   of the row
     * @param tokens one for each column
     */
    record ColumnTokens(String name, List<Token> tokens) {

        /** The height of a row. */
        static final double ROW = 18;

        private static final double WIDEST = 60;
        private static final String CROSS = "✘";

        /** How a symbol is drawn. */
        enum TokenKind {
            /** A symbol that was fed, or is expected. */
            GIVEN,
            /** A prediction that is right. */
            RIGHT,
            /** A prediction that is wrong. */
            WRONG,
            /** A prediction that nothing was asked of. */
            UNSCORED
        }

        /** A symbol. */
        record Token(String symbol, TokenKind kind) {

            String text() {
                return kind == TokenKind.WRONG ? symbol + CROSS : symbol;
            }
        }

        /** The width that every symbol has room in. */
        double widest(FontMetrics metrics) {
            return tokens.stream()
                    .mapToDouble(token -> Math.min(WIDEST, metrics.stringWidth(token.text())))
                    .max()
                    .orElse(0);
        }

        /**
         * Draws it.
         *
         * @param cells where the cell of each column stands; only left and right matter
         * @param top   of the row
         */
        void draw(Graphics2D graphics, IntFunction<Rectangle2D> cells, double top, boolean named, Palette palette) {
            for (int column = 0; column < tokens.size(); column++) {
                Token token = tokens.get(column);
                Rectangle2D cell = cells.apply(column);
                if (!named) {
                    drawLine(graphics, token, cell, top, palette);
                    continue;
                }
                graphics.setFont(token.kind == TokenKind.WRONG ? PictureFont.bold(12) : PictureFont.regular(12));
                graphics.setColor(colour(token.kind, palette));
                new Lettering(graphics).around(token.text(), cell.getCenterX(), top + 13, WIDEST);
            }
            boolean hasLines =
                    tokens.stream().anyMatch(token -> token.kind == TokenKind.RIGHT || token.kind == TokenKind.WRONG);
            if (!named && !hasLines) {
                return;
            }
            graphics.setFont(PictureFont.regular(12));
            graphics.setColor(palette.muted());
            double left = cells.apply(0).getMinX() - 8;
            new Lettering(graphics).upTo(name, left, top + 13, left);
        }

        private static void drawLine(Graphics2D graphics, Token token, Rectangle2D cell, double top, Palette palette) {
            if (token.kind == TokenKind.RIGHT || token.kind == TokenKind.WRONG) {
                double height = token.kind == TokenKind.WRONG ? 14 : 4;
                graphics.setColor(colour(token.kind, palette));
                graphics.fill(new Rectangle2D.Double(
                        cell.getMinX(), top + 16 - height, Math.max(1, cell.getWidth() * 0.7), height));
            }
        }

        private static Color colour(TokenKind kind, Palette palette) {
            return switch (kind) {
                case GIVEN -> palette.text();
                case RIGHT -> palette.right();
                case WRONG -> palette.wrong();
                case UNSCORED -> palette.muted();
            };
        }
    }
}
