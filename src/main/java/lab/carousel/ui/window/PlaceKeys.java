package lab.carousel.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    private void go(int by) {
        List<Node> first = places.get().stream()
                .filter(FirstControl::isOnScreen)
                .flatMap(place -> FirstControl.in(place).stream())
                .toList();
        if (first.isEmpty()) {
            return;
        }
        int here = here();
        first.get(Math.floorMod(here < 0 ? Math.min(by, 0) : here + by, first.size()))
                .requestFocus();
    }

    /** The place that has the focus, among those that can have it; -1 if none has. */
    private int here() {
        Optional<Node> owner = Optional.ofNullable(window.getScene().getFocusOwner());
        List<? extends Node> able = places.get().stream()
                .filter(FirstControl::isOnScreen)
                .filter(place -> FirstControl.in(place).isPresent())
                .toList();
        for (int place = 0; place < able.size(); place++) {
            Node each = able.get(place);
            if (owner.filter(node -> FirstControl.isIn(node, each)).isPresent()) {
                return place;
            }
        }
        return -1;
    }
}
