package lab.carousel.picture.account;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/**
 * Equations with the numbers put in, as large as the room allows.
 *
 * @param csv the numbers of the whole account
 */
public record FormulaDrawing(List<AccountRow> rows, String csv) implements Drawing {

    private static final double BASELINE = 15;
    private static final double LARGEST_SCALE = 2.5;
    private static final double EXACTLY = 16;
    /** Of many inputs the first ones. */
    private static final int MOST_INPUTS = 6;

    private static final String WIDEST = "00000000";

    public FormulaDrawing {
        rows = List.copyOf(rows);
    }

    /** The formula of a stage of a step. */
    public static FormulaDrawing of(ForwardAccount account, AccountNames names, Digits digits, StepStage stage) {
        Cell cell = account.unit().cell();
        String shown = StepCaption.shown(cell).name();
        AccountView view = new AccountView(digits, true, stage == StepStage.NET ? Set.of(shown) : Set.of());
        List<AccountRow> rows = stage == StepStage.INPUT
                ? input(account, names, digits)
                : AccountRows.of(account, names, view).stream()
                        .filter(row -> belongs(row, stage, cell, shown))
                        .toList();
        return new FormulaDrawing(rows, AccountCsv.of(account, names));
    }

    /** Of the terms of a net input those of single units are left out, and their sum is there. */
    private static boolean belongs(AccountRow row, StepStage stage, Cell cell, String shown) {
        String key = row.key().split("\\.")[0];
        StepStage ofGate = cell.gates().stream()
                .filter(gate -> gate.name().equals(key))
                .map(gate -> cell.quantities().contains(gate) ? StepStage.of(gate, cell) : StepStage.HIDDEN)
                .findFirst()
                .orElse(StepStage.INPUT);
        return switch (stage) {
            case INPUT -> false;
            case NET ->
                row.unit().isEmpty() && !row.key().endsWith(".value") && (key.equals("gates") || key.equals(shown));
            case GATES -> key.equals("gates") || key.equals("candidate") || ofGate == stage;
            case CELL -> key.equals(Quantity.CELL_STATE.letter());
            case HIDDEN -> key.equals(Quantity.HIDDEN_STATE.letter()) || ofGate == stage;
            case OUTPUT -> key.equals("output") || key.equals("loss");
        };
    }

    /** What enters: the one-hot vector, and the states of the step before. */
    private static List<AccountRow> input(ForwardAccount account, AccountNames names, Digits digits) {
        List<AccountRow> rows = new ArrayList<>();
        boolean isFirst = account.unit().layer() == 0;
        int below = (account.unit().layer() - 1) * names.layout().units();
        int inputs = isFirst ? names.layout().symbols() : names.layout().units();
        for (int input = 0; input < Math.min(MOST_INPUTS, inputs); input++) {
            String name = isFirst
                    ? Message.text("account.term.symbol", names.input(input))
                    : "h " + names.unit(below + input);
            boolean isIn = isFirst && input == account.step().input();
            RowLine line = new RowLine(digits).name(name, WIDEST, isIn ? PieceStyle.STRONG : PieceStyle.PLAIN);
            rows.add(row(
                    name,
                    isFirst && !account.isFedNumbers()
                            ? line.word(isIn ? "1" : "0")
                            : line.signed(
                                    isFirst
                                            ? account.fed()[input]
                                            : account.units().after(Quantity.HIDDEN_STATE)[below + input])));
        }
        if (inputs > MOST_INPUTS) {
            rows.add(row("more", new RowLine(digits).word("…")));
        }
        if (account.unit().cell().isRecurrent()) {
            rows.add(carried("account.hBefore", account.unit().hBefore(), digits));
        }
        if (account.unit().cell().hasCellState()) {
            rows.add(carried("account.cBefore", account.unit().cBefore(), digits));
        }
        return rows;
    }

    private static AccountRow carried(String key, double value, Digits digits) {
        String name = Message.text(key);
        return row(
                name, new RowLine(digits).name(name, WIDEST, PieceStyle.PLAIN).signed(value));
    }

    private static AccountRow row(String key, RowLine line) {
        return new AccountRow(key, 0, Fold.NONE, line.pieces(), OptionalInt.empty());
    }

    /** The width of the widest row, in points of rows that are not scaled. */
    static double width(List<AccountRow> rows) {
        // Of a large font, as measures are whole points
        FontMetrics metrics = PictureFont.metrics(PictureFont.bold(EXACTLY * PlacedPiece.FONT));
        return rows.stream()
                .flatMap(row -> PlacedPiece.of(row, (text, style) -> metrics.stringWidth(text) / EXACTLY).stream())
                .mapToDouble(placed -> placed.x() + placed.width())
                .max()
                .orElse(0);
    }

    /** Draws rows one below the other, not scaled, from the upper left corner. */
    static void draw(Graphics2D graphics, List<AccountRow> rows, Palette palette) {
        double baseline = BASELINE;
        for (AccountRow row : rows) {
            draw(graphics, row, baseline, palette);
            baseline += PlacedPiece.HEIGHT;
        }
    }

    private static void draw(Graphics2D graphics, AccountRow row, double baseline, Palette palette) {
        for (PlacedPiece placed : PlacedPiece.of(
                row, (text, style) -> graphics.getFontMetrics(font(style)).stringWidth(text))) {
            if (placed.piece() instanceof Piece.Printed words && !words.text().isBlank()) {
                graphics.setFont(font(words.style()));
                graphics.setColor(words.style() == PieceStyle.MUTED ? palette.muted() : palette.text());
                graphics.drawString(words.text(), (float) placed.x(), (float) baseline);
            } else if (placed.piece() instanceof Piece.Bar bar && !Double.isNaN(bar.share())) {
                drawBar(graphics, bar.share(), placed, baseline, palette);
            }
        }
    }

    private static void drawBar(
            Graphics2D graphics, double share, PlacedPiece placed, double baseline, Palette palette) {
        double middle = placed.x() + placed.width() / 2;
        double length = Math.abs(share) * placed.width() / 2;
        double top = baseline - 4.5 - PlacedPiece.BAR_HEIGHT / 2;
        graphics.setColor(palette.muted());
        graphics.fill(new Rectangle2D.Double(middle - 0.5, top - 2, 1, PlacedPiece.BAR_HEIGHT + 4));
        graphics.setColor(AccountPicture.barColour(share, palette));
        graphics.fill(new Rectangle2D.Double(
                share < 0 ? middle - length : middle, top, Math.max(0.5, length), PlacedPiece.BAR_HEIGHT));
    }

    private static Font font(PieceStyle style) {
        return switch (style) {
            case MUTED -> PictureFont.regular(PlacedPiece.SMALL_FONT);
            case STRONG -> PictureFont.bold(PlacedPiece.FONT);
            case PLAIN, LINK -> PictureFont.regular(PlacedPiece.FONT);
        };
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double wide = width(rows);
        double high = rows.size() * PlacedPiece.HEIGHT;
        double scale = scale(width, height);
        AffineTransform before = graphics.getTransform();
        graphics.translate((width - scale * wide) / 2, (height - scale * high) / 2);
        graphics.scale(scale, scale);
        draw(graphics, rows, palette);
        graphics.setTransform(before);
    }

    private double scale(double width, double height) {
        double wide = width / Math.max(1, width(rows));
        double high = height / Math.max(1, rows.size() * PlacedPiece.HEIGHT);
        return Math.min(LARGEST_SCALE, Math.min(wide, high));
    }

    /** The row under the pointer, which says all of it. */
    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double high = rows.size() * PlacedPiece.HEIGHT;
        double scale = scale(width, height);
        double place = (y - (height - scale * high) / 2) / scale / PlacedPiece.HEIGHT;
        return Stream.of((int) Math.floor(place))
                .filter(row -> row >= 0 && row < rows.size())
                .map(row -> new Hit(row, -1, rows.get(row).text()))
                .findFirst();
    }

    @Override
    public String csv() {
        return csv;
    }
}
