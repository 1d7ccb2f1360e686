package lab.carousel.ui.controls;

import javafx.scene.control.Label;

/** A label whose words are always seen whole, on as many lines as they need. */
public final class WholeLabel extends Label {

    public WholeLabel() {
        this("");
    }

    public WholeLabel(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }
}
