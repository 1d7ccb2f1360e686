package lab.carousel.ui.cell;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowSlots;

/**
 * How wide texts are on the screen. Digits are all of one width, so that each form of a number is measured just once.
 */
final class TextMeasure {

    private static final String FAMILY = "Carousel Sans";
    private static final int MOST = 2_000;

    private final Font plain = Font.font(FAMILY, RowSlots.FONT);
    private final Font strong = Font.font(FAMILY, FontWeight.BOLD, RowSlots.FONT);
    private final Font muted = Font.font(FAMILY, RowSlots.SMALL_FONT);
    private final Font fold = Font.font(FAMILY, 20);
    private final Map<Style, Map<String, Double>> widths = new HashMap<>();
    private final Text probe = new Text();

    /** The font of the signs that rows are folded away, whose glyphs are small. */
    Font foldFont() {
        return fold;
    }

    Font font(Style style) {
        return switch (style) {
            case MUTED -> muted;
            case STRONG -> strong;
            case PLAIN, LINK -> plain;
        };
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
        probe.setFont(font(style));
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }
}
