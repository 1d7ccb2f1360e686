package lab.carousel.drawing.label;

import java.util.function.ToDoubleFunction;
import lab.carousel.drawing.mark.Marks;

/**
 * Writes words in the font and colour that marks have, cut where they have no room. Places are in points, and a
 * baseline is where letters stand.
 */
public record Lettering(Marks marks) {

    /** With less room nothing could be read. */
    private static final double NARROWEST = 6;
    /** So much narrower words are still read. */
    private static final double READABLE = 0.6;

    private static final char BAR = '|';

    public double width(String words) {
        return marks.font().width(words);
    }

    public String fitted(String words, double room) {
        return fitted(words, room, this::width);
    }

    /** Writes words that begin at a place. */
    public void from(String words, double left, double baseline, double room) {
        marks.words(fitted(words, room), left, baseline);
    }

    /** Writes words that end at a place. */
    public void upTo(String words, double right, double baseline, double room) {
        String fitted = fitted(words, room);
        marks.words(fitted, right - width(fitted), baseline);
    }

    /** Writes words around a place; a first character for which there is no room, as for an emoji, is made narrower. */
    public void around(String words, double middle, double baseline, double room) {
        String fitted = fitted(words, room);
        if (isSeveral(words) && width(words) > room && room >= NARROWEST) {
            squeeze(several(words, room, this::width), middle, baseline, room);
        } else if (fitted.isEmpty() && room >= NARROWEST) {
            squeeze(first(words), middle, baseline, room);
        } else {
            marks.words(fitted, middle - width(fitted) / 2, baseline);
        }
    }

    /** Writes words around a place, narrower if they have not enough room. */
    public void squeeze(String words, double middle, double baseline, double room) {
        double width = Math.min(width(words), room);
        marks.words(words, middle - width / 2, baseline, width);
    }

    /** Writes the name of an axis along it, upwards, its middle at a height. */
    public void upwards(String words, double x, double middle) {
        marks.upwards(words, x, middle + width(words) / 2);
    }

    /**
     * The text itself if it fits; otherwise as much of its beginning as fits with an ellipsis behind it; if that is
     * nothing, its first character alone, which is more than nothing; empty if not even that fits.
     *
     * @param widthOf measures a text
     */
    public static String fitted(String text, double width, ToDoubleFunction<String> widthOf) {
        if (widthOf.applyAsDouble(text) <= width) {
            return text;
        }
        for (int length = text.codePointCount(0, text.length()) - 1; length > 0; length--) {
            String cut = text.substring(0, text.offsetByCodePoints(0, length)) + "…";
            if (widthOf.applyAsDouble(cut) <= width) {
                return cut;
            }
        }
        String first = first(text);
        return widthOf.applyAsDouble(first) <= width ? first : "";
    }

    /** Whether a text names several symbols: {@code 3|4}. */
    public static boolean isSeveral(String text) {
        return text.indexOf(BAR, 1) > 0;
    }

    /** All of several symbols if they are read when they are made narrower, otherwise the first with an ellipsis. */
    public static String several(String text, double width, ToDoubleFunction<String> widthOf) {
        return widthOf.applyAsDouble(text) * READABLE <= width ? text : text.substring(0, text.indexOf(BAR, 1)) + "…";
    }

    /** As many first characters of a text as fit, where an ellipsis would take the room of letters; empty if none fits. */
    public static String beginning(String text, double width, ToDoubleFunction<String> widthOf) {
        for (int length = text.codePointCount(0, text.length()); length > 0; length--) {
            String cut = text.substring(0, text.offsetByCodePoints(0, length));
            if (widthOf.applyAsDouble(cut) <= width) {
                return cut;
            }
        }
        return "";
    }

    /** The first character of a text, which may be a sign of two code units; empty if there is none. */
    public static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
