package lab.carousel.ui.window;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import lab.carousel.ui.controls.FirstControl;

/** Ctrl and Tab go to the next place of the window, with Shift to the one before: Tab alone passes every control. */
final class PlaceKeys {

    private final Region window;
    private final Supplier<List<? extends Node>> places;

    /** @param places from left to right and from top to bottom; those that are not on the screen are passed over */
    PlaceKeys(Region window, Supplier<List<? extends Node>> places) {
        this.window = window;
        this.places = places;
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.isControlDown() && !event.isAltDown()) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    /** To the place that is so many further among those that can have the focus. */
    private void go(int by) {
        List<? extends Node> able = places.get().stream()
                .filter(place ->
                        FirstControl.isOnScreen(place) && FirstControl.in(place).isPresent())
                .toList();
        if (able.isEmpty()) {
            return;
        }
        Node owner = window.getScene().getFocusOwner();
        int here = IntStream.range(0, able.size())
                .filter(place -> FirstControl.isIn(owner, able.get(place)))
                .findFirst()
                .orElse(by > 0 ? -1 : 0);
        FirstControl.in(able.get(Math.floorMod(here + by, able.size()))).ifPresent(Node::requestFocus);
    }
}
