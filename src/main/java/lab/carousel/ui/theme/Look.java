package lab.carousel.ui.theme;

import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;

/**
 * How a window looks.
 *
 * @param presenting whether everybody in a room must be able to read it
 * @param zoom       how much larger everything is than usual, outside of presenter mode
 * @param echoing    whether keys and clicks are shown
 * @param moving     whether what changes may move on its way, for moments
 */
public record Look(Theme theme, Colours colours, boolean presenting, double zoom, boolean echoing, boolean moving) {

    public static final Look INITIAL = new Look(Theme.LIGHT, Colours.OKABE_ITO, false, 1, false, false);

    public Palette palette() {
        Palette palette = colours.palette(isDark());
        return presenting ? palette.highContrast() : palette;
    }

    public boolean isDark() {
        return theme == Theme.DARK;
    }

    public Look withDark(boolean dark) {
        return new Look(dark ? Theme.DARK : Theme.LIGHT, colours, presenting, zoom, echoing, moving);
    }

    public Look with(Colours others) {
        return new Look(theme, others, presenting, zoom, echoing, moving);
    }

    public Look presenting(boolean forRoom) {
        return new Look(theme, colours, forRoom, zoom, echoing, moving);
    }

    public Look zoomed(double factor) {
        return new Look(theme, colours, presenting, factor, echoing, moving);
    }

    public Look echoing(boolean shown) {
        return new Look(theme, colours, presenting, zoom, shown, moving);
    }

    public Look moving(boolean mayMove) {
        return new Look(theme, colours, presenting, zoom, echoing, mayMove);
    }
}
