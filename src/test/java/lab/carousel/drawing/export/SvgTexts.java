package lab.carousel.drawing.export;

import java.util.List;

/** The texts of an SVG, for tests in other packages. */
public final class SvgTexts {

    private SvgTexts() {}

    /** All texts, in the order of drawing. */
    public static List<String> of(byte[] svg) throws Exception {
        return SvgReader.of(svg).texts();
    }
}
