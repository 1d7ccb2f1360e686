package lab.carousel.ui.cell;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.PlacedPiece;

/**
 * How wide texts are on the screen. Digits are all of one width, so that each form of a number is measured just once.
 */
final class DigitMeasure {

    private static final String FAMILY = "Carousel Sans";
    private static final int MOST = 2_000;

    private static final double FOLD_FONT = 20;

    private final Map<String, Font> fonts = new HashMap<>();
    private final Map<Style, Map<String, Double>> widths = new HashMap<>();
    private final Text probe = new Text();

    /** The font of the signs that rows are folded away, whose glyphs are small. */
    Font foldFont(double zoom) {
        return font("", FOLD_FONT * zoom);
    }

    /** The font of a style. */
    Font font(Style style, double zoom) {
        double size = style == Style.MUTED ? PlacedPiece.SMALL_FONT : PlacedPiece.FONT;
        return font(style == Style.STRONG ? "bold" : "", zoom * size);
    }

    private Font font(String weight, double size) {
        FontWeight fontWeight = weight.isEmpty() ? FontWeight.NORMAL : FontWeight.BOLD;
        return fonts.computeIfAbsent(weight + size, key -> Font.font(FAMILY, fontWeight, size));
    }

    double widthOf(String text, Style style) {
        Map<String, Double> known = widths.computeIfAbsent(style, key -> new HashMap<>());
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(form(text), form -> measure(form, style));
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder(text);
        for (int place = 0; place < form.length(); place++) {
            if (form.charAt(place) >= '1' && form.charAt(place) <= '9') {
                form.setCharAt(place, '0');
            }
        }
        return form.toString();
    }

    private double measure(String text, Style style) {
        probe.setFont(font(style, 1));
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
