package lab.carousel.picture.account;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.DrawnPicture.PictureHead;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.picture.account.Piece.Style;

/** The diagram of a unit at a step and under it its equations, as far as they are unfolded, for a slide. */
public record AccountPicture(String title, String subtitle, CellDiagram diagram, List<AccountRow> rows, Palette palette)
        implements Picture {

    private static final int HEAD = 56;
    private static final int DIAGRAM_WIDTH = 552;
    private static final int DIAGRAM_HEIGHT = 312;

    public AccountPicture {
        rows = List.copyOf(rows);
    }

    @Override
    public int width() {
        Font font = PictureFont.bold(PlacedPiece.FONT);
        FontMetrics metrics = PictureFont.metrics(font);
        double widest = rows.stream()
                .flatMap(row -> PlacedPiece.of(row, (text, style) -> metrics.stringWidth(text)).stream())
                .mapToDouble(placed -> placed.x() + placed.width())
                .max()
                .orElse(0);
        return (int) Math.ceil(Math.max(DIAGRAM_WIDTH, widest)) + 2 * PictureHead.MARGIN;
    }

    @Override
    public int height() {
        return HEAD + DIAGRAM_HEIGHT + (int) (rows.size() * PlacedPiece.HEIGHT) + 2 * PictureHead.MARGIN;
    }

    @Override
    public void draw(Graphics2D graphics) {
        new PictureHead(title, List.of(subtitle)).draw(graphics, this, palette);
        Rectangle2D room =
                new Rectangle2D.Double(PictureHead.MARGIN, HEAD, width() - 2.0 * PictureHead.MARGIN, DIAGRAM_HEIGHT);
        diagram.draw(graphics, room, palette);
        double baseline = HEAD + DIAGRAM_HEIGHT + PictureHead.MARGIN + 15.0;
        for (AccountRow row : rows) {
            draw(graphics, row, baseline);
            baseline += PlacedPiece.HEIGHT;
        }
    }

    private void draw(Graphics2D graphics, AccountRow row, double baseline) {
        for (PlacedPiece placed : PlacedPiece.of(
                row, (text, style) -> graphics.getFontMetrics(font(style)).stringWidth(text))) {
            if (placed.piece() instanceof Piece.Printed words && !words.text().isBlank()) {
                graphics.setFont(font(words.style()));
                graphics.setColor(words.style() == Style.MUTED ? palette.muted() : palette.text());
                graphics.drawString(words.text(), (float) (PictureHead.MARGIN + placed.x()), (float) baseline);
            } else if (placed.piece() instanceof Piece.Bar bar && !Double.isNaN(bar.share())) {
                drawBar(graphics, bar.share(), placed, baseline);
            }
        }
    }

    private void drawBar(Graphics2D graphics, double share, PlacedPiece placed, double baseline) {
        double middle = PictureHead.MARGIN + placed.x() + placed.width() / 2;
        double length = Math.abs(share) * placed.width() / 2;
        double top = baseline - 4.5 - PlacedPiece.BAR_HEIGHT / 2;
        graphics.setColor(palette.muted());
        graphics.fill(new Rectangle2D.Double(middle - 0.5, top - 2, 1, PlacedPiece.BAR_HEIGHT + 4));
        graphics.setColor(barColour(share, palette));
        graphics.fill(new Rectangle2D.Double(
                share < 0 ? middle - length : middle, top, Math.max(0.5, length), PlacedPiece.BAR_HEIGHT));
    }

    /** The colour of a bar: that of the heatmap's end with its sign. */
    public static Color barColour(double share, Palette palette) {
        return new Color(palette.diverging().row(share < 0 ? 0 : ColourMap.SIZE - 1));
    }

    private static Font font(Style style) {
        return switch (style) {
            case MUTED -> PictureFont.regular(PlacedPiece.SMALL_FONT);
            case STRONG -> PictureFont.bold(PlacedPiece.FONT);
            case PLAIN, LINK -> PictureFont.regular(PlacedPiece.FONT);
        };
    }

    @Override
    public String csv() {
        return diagram.csv();
    }
}
