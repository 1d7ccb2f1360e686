package lab.carousel.picture.account;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;

/**
 * Formulas one below the other, as large as the room allows.
 *
 * @param csv the numbers of the whole account
 */
public record FormulaDrawing(List<Formula> formulas, String csv) implements Drawing {

    private static final double FONT = 13;
    private static final double EXACTLY = 16;
    private static final double LINE = 22;
    private static final double BASELINE = 15;
    private static final double LARGEST_SCALE = 2.5;

    public FormulaDrawing {
        formulas = List.copyOf(formulas);
    }

    /** The formulas of a stage of a step. */
    public static FormulaDrawing of(Formulas all, StepStage stage) {
        return new FormulaDrawing(all.at(stage), AccountCsv.of(all.account(), all.names()));
    }

    /** The place of the first line, and how much larger than usual it is. */
    private record Place(double left, double top, double scale) {}

    private Place place(double width, double height) {
        // Of a large font, as measures are whole points
        FontMetrics metrics = PictureFont.metrics(PictureFont.regular(EXACTLY * FONT));
        double wide = formulas.stream()
                        .mapToInt(each -> metrics.stringWidth(each.text()))
                        .max()
                        .orElse(1)
                / EXACTLY;
        double high = formulas.size() * LINE;
        double scale = Math.min(LARGEST_SCALE, Math.min(width / wide, height / Math.max(1, high)));
        return new Place((width - scale * wide) / 2, (height - scale * high) / 2, scale);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        Place place = place(width, height);
        AffineTransform before = graphics.getTransform();
        graphics.translate(place.left, place.top);
        graphics.scale(place.scale, place.scale);
        graphics.setFont(PictureFont.regular(FONT));
        graphics.setColor(palette.text());
        for (int line = 0; line < formulas.size(); line++) {
            graphics.drawString(formulas.get(line).text(), 0, (float) (line * LINE + BASELINE));
        }
        graphics.setTransform(before);
    }

    /** The formula under the pointer. */
    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Place place = place(width, height);
        int line = (int) Math.floor((y - place.top) / place.scale / LINE);
        return line < 0 || line >= formulas.size()
                ? Optional.empty()
                : Optional.of(new Hit(line, -1, formulas.get(line).text()));
    }
}
