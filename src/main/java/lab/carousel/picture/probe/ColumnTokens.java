package lab.carousel.picture.probe;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;

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
