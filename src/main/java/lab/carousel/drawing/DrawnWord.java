package lab.carousel.drawing;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.text.Glossary;
import lab.carousel.text.GlossaryEntry;

/** A word of the glossary in a drawing: a label, the name of an axis or of a line, with the room it takes, in points. */
public record DrawnWord(GlossaryEntry entry, Rectangle2D room) {

    /** The words of a drawing in an area of that size. */
    public static List<DrawnWord> in(Drawing drawing, double width, double height, Palette palette) {
        Reader reader = new Reader();
        drawing.draw(reader, width, height, palette);
        return List.copyOf(reader.words);
    }

    /** Takes notice of texts, and of nothing else. */
    private static final class Reader extends VectorGraphics2D {

        /** Shared with all copies. */
        private final List<DrawnWord> words = new ArrayList<>();

        @Override
        public void drawString(String text, float x, float y) {
            Glossary.current().ofLabel(text).ifPresent(entry -> {
                Rectangle2D box = getFontMetrics(getFont()).getStringBounds(text, this);
                Shape moved = new Rectangle2D.Double(x, y + box.getY(), box.getWidth(), box.getHeight());
                words.add(new DrawnWord(
                        entry, getTransform().createTransformedShape(moved).getBounds2D()));
            });
        }

        @Override
        public void draw(Shape shape) {}

        @Override
        public void fill(Shape shape) {}
    }
}
