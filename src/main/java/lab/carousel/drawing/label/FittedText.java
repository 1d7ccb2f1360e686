package lab.carousel.drawing.label;

import java.util.function.ToDoubleFunction;

/** Cuts texts so that they fit into a width. */
public final class FittedText {

    private FittedText() {}

    /**
     * The text itself if it fits; otherwise as much of its beginning as fits with an ellipsis behind it; if that is
     * nothing, its first character alone, which is more than nothing; empty if not even that fits.
     *
     * @param widthOf measures a text
     */
    public static String of(String text, double width, ToDoubleFunction<String> widthOf) {
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

    /** The first character of a text, which may be a sign of two code units; empty if there is none. */
    public static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
