package lab.carousel.picture.account;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.UnitAccount;

/**
 * A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows.
 *
 * @param parts   in the order of drawing
 * @param account what it shows
 * @param names   of units and symbols
 */
public record CellDiagram(List<DiagramPart> parts, ForwardAccount account, AccountNames names) implements Drawing {

    /** The width of a diagram that is not scaled, in points. */
    public static final double WIDTH = 368;
    /** The height of a diagram that is not scaled, in points. */
    public static final double HEIGHT = 204;

    private static final double LARGEST_SCALE = 3;

    /** Copies the parts. */
    public CellDiagram {
        parts = List.copyOf(parts);
    }

    /** The diagram of an account. */
    public static CellDiagram of(ForwardAccount account, AccountNames names) {
        UnitAccount unit = account.unit();
        DiagramPlan plan = new DiagramPlan();
        String input = unit.layer() == 0 ? names.symbol(account.step().input()) : "";
        switch (unit.cell()) {
            case LSTM -> {
                LstmDiagram.draw(unit, plan);
                Bus.drawInto(input, plan);
            }
            case GRU -> {
                GruDiagram.draw(unit, plan);
                Bus.drawInto(input, plan);
            }
            case RECURRENT, DENSE -> TanhDiagram.draw(unit, input, plan);
        }
        return new CellDiagram(plan.parts(), account, names);
    }

    private static double scale(double width, double height) {
        return Math.min(LARGEST_SCALE, Math.min(width / WIDTH, height / HEIGHT));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double scale = scale(width, height);
        AffineTransform before = graphics.getTransform();
        graphics.translate((width - scale * WIDTH) / 2, (height - scale * HEIGHT) / 2);
        graphics.scale(scale, scale);
        DiagramPen pen = new DiagramPen(graphics, palette);
        parts.forEach(pen::draw);
        graphics.setTransform(before);
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        double scale = scale(width, height);
        double inX = (x - (width - scale * WIDTH) / 2) / scale;
        double inY = (y - (height - scale * HEIGHT) / 2) / scale;
        return parts.stream()
                .filter(part -> part.area().contains(inX, inY))
                .map(DiagramPart::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> new Spot(-1, -1, words));
    }

    @Override
    public String csv() {
        return AccountCsv.of(account, names);
    }
}
