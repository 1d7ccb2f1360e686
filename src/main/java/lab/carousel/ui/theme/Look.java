package lab.carousel.ui.theme;

import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;

/**
 * How a window looks.
 *
 * @param theme      light or dark
 * @param colours    of charts and heatmaps
 * @param presenting whether everybody in a room must be able to read it
 */
public record Look(Theme theme, Colours colours, boolean presenting) {

    /** What a new window looks like. */
    public static final Look INITIAL = new Look(Theme.LIGHT, Colours.OKABE_ITO, false);

    /** The colours of all that is drawn. */
    public Palette palette() {
        Palette palette = colours.palette(isDark());
        return presenting ? palette.highContrast() : palette;
    }

    /** Whether the theme is the dark one. */
    public boolean isDark() {
        return theme == Theme.DARK;
    }

    /** The same in the light or the dark theme. */
    public Look withDark(boolean dark) {
        return new Look(dark ? Theme.DARK : Theme.LIGHT, colours, presenting);
    }

    /** The same with other colours. */
    public Look with(Colours others) {
        return new Look(theme, others, presenting);
    }

    /** The same for a room, or not. */
    public Look presenting(boolean forRoom) {
        return new Look(theme, colours, forRoom);
    }
}
