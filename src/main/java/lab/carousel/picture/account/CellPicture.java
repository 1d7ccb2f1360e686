package lab.carousel.picture.account;

import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/** The diagram of a unit at a step, and its formulas below it, for a slide. */
public record CellPicture(CellDiagram diagram, FormulaDrawing formulas) implements Drawing {

    private static final double SHARE = 0.55;

    @Override
    public void draw(Marks marks, double width, double height) {
        diagram.draw(marks, width, SHARE * height);
        double top = SHARE * height;
        formulas.draw(marks, new Box(0, top, width, height - top));
    }

    @Override
    public Table<?> table() {
        return diagram.table();
    }
}
