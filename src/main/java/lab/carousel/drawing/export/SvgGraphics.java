package lab.carousel.drawing.export;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a drawing, and with it the font of each text: VectorGraphics2D leaves out the weight of a font, and the size
 * where it is 12.
 */
final class SvgGraphics extends VectorGraphics2D {

    /** Shared with all copies, so that the order of the texts is that of the document. */
    private final List<Font> fonts = new ArrayList<>();

    @Override
    public void drawString(String text, float x, float y) {
        // An empty text is left out of the document, so it must not be counted
        if (!text.isEmpty()) {
            fonts.add(getFont());
            super.drawString(text, x, y);
        }
    }

    /** The fonts of all texts, in the order of drawing. */
    List<Font> fonts() {
        return List.copyOf(fonts);
    }
}
