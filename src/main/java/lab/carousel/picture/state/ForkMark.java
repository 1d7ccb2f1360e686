package lab.carousel.picture.state;

import java.awt.Color;
import java.util.List;
import lab.carousel.drawing.colour.Palette;

/**
 * How the steps of a fork are marked: a bar of a form and a colour that another fork of the window hardly has, the same
 * wherever the fork comes. Forms tell as much as colours do, for those who see these alike; where there is one fork its bar is
 * whole.
 *
 * @param colour of the bar
 * @param pieces where its pieces begin and end, as shares of its width
 */
public record ForkMark(Color colour, List<Dash> pieces) {

    /** A part of a bar, from 0 to 1. */
    public record Dash(double from, double to) {}

    private static final List<List<Dash>> FORMS = List.of(
            List.of(new Dash(0, 1)),
            List.of(new Dash(0, 0.4), new Dash(0.6, 1)),
            List.of(new Dash(0, 0.5)),
            List.of(new Dash(0.5, 1)));

    /** The mark of a fork by its number, counted from 0. */
    public static ForkMark of(int fork, Palette palette) {
        List<Color> series = palette.series();
        Color colour = fork == 0 ? palette.accent() : series.get(fork % series.size());
        return new ForkMark(colour, FORMS.get((fork + fork / series.size()) % FORMS.size()));
    }
}
