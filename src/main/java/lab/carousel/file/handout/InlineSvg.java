package lab.carousel.file.handout;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;

/** Pictures as SVG that stands in the middle of a page of HTML. */
final class InlineSvg {

    private static final Pattern BEFORE_ROOT = Pattern.compile("\\A.*?(?=<svg)", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<svg[^>]*>");
    /** Ids and what refers to them: they must be different in the whole page. */
    private static final Pattern CLIP = Pattern.compile("(\"|#)(?=clip-\\d)");

    private InlineSvg() {}

    /**
     * The element of a picture, as wide as there is room.
     *
     * @param name  a word that no other picture of the page has
     * @param title what it shows, for people who cannot see it; plain words without markup
     */
    static String of(Picture picture, String name, String title) {
        String document = new String(PictureExport.svg(picture), StandardCharsets.UTF_8);
        String svg = BEFORE_ROOT.matcher(document).replaceFirst("");
        // not %d, which writes the digits of the country
        String root = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + picture.width() + " "
                + picture.height() + "\" aria-label=\"" + title + "\">";
        return CLIP.matcher(ROOT.matcher(svg).replaceFirst(root)).replaceAll("$1" + name + "-");
    }
}
