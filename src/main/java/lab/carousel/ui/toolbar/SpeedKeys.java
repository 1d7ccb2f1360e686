package lab.carousel.ui.toolbar;

import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the speed: + and - change it, * is the fastest, wherever nothing is typed. */
final class SpeedKeys {

    private final SpeedControl speed;

    SpeedKeys(SpeedControl speed) {
        this.speed = speed;
    }

    /** Does what a key says; uses it up if it was one of these. */
    void press(KeyEvent event) {
        boolean isTyped = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof Spinner;
        if (isTyped || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int places = places(event);
        if (isFastest(event)) {
            speed.fastestOrBack();
        } else if (places != 0) {
            speed.change(places);
        } else {
            return;
        }
        event.consume();
    }

    /** By its character, which may need Shift and any key on some keyboards. */
    private static boolean isFastest(KeyEvent event) {
        return switch (event.getCode()) {
            case MULTIPLY, ASTERISK -> true;
            default -> "*".equals(event.getText());
        };
    }

    private static int places(KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> 1;
            case MINUS, SUBTRACT -> -1;
            default -> 0;
        };
    }
}
