package lab.carousel.ui.toolbar;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The step that was learned, and the time left where there is room for it beside the whole of that. */
final class PlaceRow extends HBox {

    private static final double GAP = 8;

    private final Label place;
    private final Label time;

    PlaceRow(Label place, Label time) {
        this.place = place;
        this.time = time;
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        setSpacing(GAP);
        place.setMinWidth(0);
        time.setMinWidth(0);
        getChildren().addAll(place, gap, time);
    }

    @Override
    protected void layoutChildren() {
        boolean fits = place.prefWidth(-1) + 2 * GAP + time.prefWidth(-1) <= getWidth();
        // Not managed it would take its room from nobody; invisible it must not take any from the step
        time.setMaxWidth(fits ? USE_PREF_SIZE : 0);
        time.setOpacity(fits ? 1 : 0);
        super.layoutChildren();
    }
}
