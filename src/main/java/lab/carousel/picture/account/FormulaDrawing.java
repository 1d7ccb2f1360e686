package lab.carousel.picture.account;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Marks;

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
        PictureFont metrics = PictureFont.regular(EXACTLY * FONT);
        double wide = formulas.stream()
                        .mapToDouble(each -> metrics.width(each.text()))
                        .max()
                        .orElse(1)
                / EXACTLY;
        double high = formulas.size() * LINE;
        double scale = Math.min(LARGEST_SCALE, Math.min(width / wide, height / Math.max(1, high)));
        return new Place((width - scale * wide) / 2, (height - scale * high) / 2, scale);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Place place = place(width, height);
        marks.begin(place.left, place.top, place.scale);
        marks.font(PictureFont.regular(FONT));
        marks.ink(Ink.TEXT);
        for (int line = 0; line < formulas.size(); line++) {
            marks.words(formulas.get(line).text(), 0, (line * LINE + BASELINE));
        }
        marks.end();
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
