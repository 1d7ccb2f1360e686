package lab.carousel.ui.state;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import lab.carousel.drawing.label.FittedText;

/** Measures texts in one font and cuts them to fit. Keeps the widths of the texts it has met, up to a number. */
final class TextFit {

    private static final int MOST_KEPT = 20_000;

    private final Text probe = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    TextFit(Font font) {
        probe.setFont(font);
    }

    Font font() {
        return probe.getFont();
    }

    /** The width of a text in pixels. */
    double width(String text) {
        if (widths.size() > MOST_KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, this::measured);
    }

    private double measured(String text) {
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }

    /** The text, or its beginning with an ellipsis; empty if not even one character fits. */
    String fitted(String text, double width) {
        return FittedText.of(text, width, this::width);
    }
}
