package lab.carousel.ui.controls;

import javafx.scene.control.Tooltip;

/** A tooltip of a sentence or two, in lines of a length that is read easily. */
public final class LongTip extends Tooltip {

    private static final double WIDTH = 320;

    /** A tooltip of some words. */
    public LongTip(String words) {
        super(words);
        setWrapText(true);
        setMaxWidth(WIDTH);
    }
}
