package lab.carousel.picture.account;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lab.carousel.drawing.DrawnPicture.PictureHead;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

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
        double widest = FormulaDrawing.width(rows);
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
        graphics.translate(PictureHead.MARGIN, HEAD + DIAGRAM_HEIGHT + PictureHead.MARGIN);
        FormulaDrawing.draw(graphics, rows, palette);
        graphics.translate(-PictureHead.MARGIN, -HEAD - DIAGRAM_HEIGHT - PictureHead.MARGIN);
    }

    /** The colour of a bar: that of the heatmap's end with its sign. */
    public static Color barColour(double share, Palette palette) {
        return new Color(palette.diverging().row(share < 0 ? 0 : ColourMap.SIZE - 1));
    }

    @Override
    public String csv() {
        return diagram.csv();
    }
}
