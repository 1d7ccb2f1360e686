package lab.carousel.picture.account;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;

/** The diagram of a unit at a step, and its formulas below it, for a slide. */
public record CellPicture(CellDiagram diagram, FormulaDrawing formulas) implements Drawing {

    private static final double SHARE = 0.55;

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        diagram.draw(graphics, width, SHARE * height, palette);
        double top = SHARE * height;
        formulas.draw(graphics, new Rectangle2D.Double(0, top, width, height - top), palette);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return diagram.at(x, y, width, SHARE * height);
    }

    @Override
    public String csv() {
        return diagram.csv();
    }
}
