package lab.carousel.drawing.chart;

import java.util.List;
import java.util.function.IntUnaryOperator;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.Thinning;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Message;

/**
 * The steps of a sequence below an area that they share: the symbol fed at each where there is room, and its number.
 *
 * @param number   the number of each step, counted from 0
 * @param selected the step that is pointed out, counted from 0; -1 for none
 */
public record StepAxis(List<String> symbols, IntUnaryOperator number, int selected) {

    public static final double HEIGHT = 2 * Plot.ROW + 4;

    private static final double WIDEST = 60;

    /** Draws it below an area, with the names of its two rows at the left. */
    public void draw(Marks marks, Box area) {
        Lettering lettering = new Lettering(marks);
        double pitch = area.width() / Math.max(1, symbols.size());
        double widest = symbols.stream().mapToDouble(lettering::width).max().orElse(0);
        boolean named = pitch >= Math.min(widest, WIDEST) + 2;
        String last = symbols.isEmpty() ? "" : Integer.toString(number.applyAsInt(symbols.size() - 1));
        Thinning numbers = Thinning.of(pitch, lettering.width(last) + 6);
        double words = area.bottom() + Plot.ROW;
        double below = words + Plot.ROW;
        for (int step = 0; step < symbols.size(); step++) {
            marks.ink(step == selected ? Ink.ACCENT : Ink.MUTED);
            double middle = area.x() + (step + 0.5) * pitch;
            if (named) {
                lettering.around(symbols.get(step), middle, words, WIDEST);
            }
            if (numbers.shows(step + 1) || step == selected) {
                lettering.around(Integer.toString(number.applyAsInt(step)), middle, below, Double.POSITIVE_INFINITY);
            }
        }
        marks.ink(Ink.MUTED);
        if (named) {
            marks.words(Message.text("picture.in"), 0, words);
        }
        marks.words(Message.text("picture.step"), 0, below);
    }
}
