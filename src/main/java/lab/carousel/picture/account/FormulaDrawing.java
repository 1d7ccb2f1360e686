package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * Formulas one below the other, as large as the room allows.
 *
 * @param table the numbers of the whole account
 */
public record FormulaDrawing(List<Formula> formulas, Table<?> table) implements Drawing {

    private static final PictureFont LETTERS = PictureFont.regular(13);
    private static final double LINE = 22;
    private static final double BASELINE = 15;
    private static final double LARGEST_SCALE = 2.5;

    public FormulaDrawing {
        formulas = List.copyOf(formulas);
    }

    /** The formulas of a stage of a step. */
    public static FormulaDrawing of(Formulas all, StepStage stage) {
        return new FormulaDrawing(all.at(stage), AccountTable.of(all.account(), all.names()));
    }

    /** A line of a formula. */
    private record Line(int formula, String text) {}

    /** The lines, the place of the first one, and how much larger than usual they are. */
    private record Place(List<Line> lines, double left, double top, double scale) {}

    /** Each formula on a line of its own, unless they are larger if long ones are broken. */
    private Place place(double width, double height) {
        Place whole = place(lines(Double.MAX_VALUE), width, height);
        Place broken = place(lines(width), width, height);
        return broken.scale > whole.scale ? broken : whole;
    }

    private static Place place(List<Line> lines, double width, double height) {
        double wide = lines.stream()
                .mapToDouble(line -> LETTERS.width(line.text))
                .max()
                .orElse(1);
        double high = Math.max(1, lines.size()) * LINE;
        double scale = Math.min(LARGEST_SCALE, Math.min(width / wide, height / high));
        return new Place(lines, (width - scale * wide) / 2, (height - scale * high) / 2, scale);
    }

    /** The formulas, broken where a sign begins that has no room. */
    private List<Line> lines(double room) {
        List<Line> lines = new ArrayList<>();
        for (int formula = 0; formula < formulas.size(); formula++) {
            String line = "";
            for (String part : formulas.get(formula).text().split("(?= [=≈+−] )")) {
                if (!line.isEmpty() && LETTERS.width(line + part) > room) {
                    lines.add(new Line(formula, line));
                    line = part.strip();
                } else {
                    line += part;
                }
            }
            lines.add(new Line(formula, line));
        }
        return lines;
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Place place = place(width, height);
        marks.begin(place.left, place.top, place.scale);
        marks.font(LETTERS);
        marks.ink(Ink.TEXT);
        for (int line = 0; line < place.lines.size(); line++) {
            marks.words(place.lines.get(line).text, 0, line * LINE + BASELINE);
        }
        marks.end();
        Box all = new Box(0, place.top, width, place.lines.size() * LINE * place.scale);
        marks.spotRows(all, place.lines.size(), line -> hit(place.lines.get(line).formula));
    }

    private Hit hit(int formula) {
        return new Hit(formula, -1, formulas.get(formula).text());
    }
}
