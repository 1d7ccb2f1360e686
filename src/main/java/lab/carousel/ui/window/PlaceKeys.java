package lab.carousel.ui.window;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.FirstControl;

/** Ctrl and Tab go to the next place of the window, with Shift to the one before: Tab alone passes every control. */
final class PlaceKeys {

    private final Region window;
    private final Supplier<List<? extends Node>> places;

    /** @param places from left to right and from top to bottom; those that are not on the screen are passed over */
    PlaceKeys(Commands commands, Region window, Supplier<List<? extends Node>> places) {
        this.window = window;
        this.places = places;
        commands.add("viewMenu", "nextPanel", "view.nextPanel", () -> go(1), "Shortcut+Tab");
        commands.add("viewMenu", "previousPanel", "view.previousPanel", () -> go(-1), "Shortcut+Shift+Tab");
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
