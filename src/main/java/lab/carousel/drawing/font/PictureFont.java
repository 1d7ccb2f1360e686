package lab.carousel.drawing.font;

/**
 * Letters of the bundled font Carousel Sans in a size, for pictures.
 *
 * @param size in points
 */
public record PictureFont(double size, FontFace face) {

    public static final String FAMILY = "Carousel Sans";

    public static PictureFont regular(double size) {
        return new PictureFont(size, FontFace.REGULAR);
    }

    public static PictureFont bold(double size) {
        return new PictureFont(size, FontFace.BOLD);
    }

    public boolean isBold() {
        return face == FontFace.BOLD;
    }

    /** The room that words take on a line, in points. */
    public double width(String words) {
        return face.width(words, size);
    }

    /** How far letters reach above the baseline, in points. */
    public double ascent() {
        return FontFace.ascent(size);
    }

    /** How far they reach below it. */
    public double descent() {
        return FontFace.descent(size);
    }
}
