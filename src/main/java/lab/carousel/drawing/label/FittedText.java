package lab.carousel.drawing.label;

import java.util.function.ToDoubleFunction;

/** Cuts texts so that they fit into a width. */
public final class FittedText {

    private FittedText() {}

    /**
     * The text itself if it fits; otherwise as much of its beginning as fits with an ellipsis behind it; empty if not
     * even one character does.
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
        return "";
    }
}
