package lab.carousel.ui.theme;

import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;

/**
 * How a window looks.
 *
 * @param presenting whether everybody in a room must be able to read it
 */
public record Look(Theme theme, Colours colours, boolean presenting) {

    public static final Look INITIAL = new Look(Theme.LIGHT, Colours.OKABE_ITO, false);

    public Palette palette() {
        Palette palette = colours.palette(isDark());
        return presenting ? palette.highContrast() : palette;
    }

    public boolean isDark() {
        return theme == Theme.DARK;
    }

    public Look withDark(boolean dark) {
        return new Look(dark ? Theme.DARK : Theme.LIGHT, colours, presenting);
    }

    public Look with(Colours others) {
        return new Look(theme, others, presenting);
    }

    public Look presenting(boolean forRoom) {
        return new Look(theme, colours, forRoom);
    }
}
