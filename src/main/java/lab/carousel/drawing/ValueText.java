package lab.carousel.drawing;

import lab.carousel.drawing.colour.ColourScale;

/** How a drawing writes its values. Beside all colour bars the ends have as few digits as they need. */
@FunctionalInterface
public interface ValueText {

    /** A value. */
    String of(double value);

    /** The upper end of a scale. */
    default String high(ColourScale scale) {
        return scale.highText();
    }

    /** The lower end of a scale. */
    default String low(ColourScale scale) {
        return scale.lowText();
    }
}
