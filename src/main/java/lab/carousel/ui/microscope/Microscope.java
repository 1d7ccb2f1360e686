package lab.carousel.ui.microscope;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.carousel.message.Message;

/**
 * Places that share one column of the window: one of them is shown, a row of buttons chooses which. A place that is not
 * shown is invisible, by which it knows that it need not work.
 */
public final class Microscope extends BorderPane {

    /**
     * A place.
     *
     * @param key  names it; its words stand under this key in the bundle {@code microscope}, and the id of its button is
     *             {@code show-} and the key
     * @param view what is shown
     */
    public record Place(String key, Region view) {}

    private final ToggleGroup buttons = new ToggleGroup();
    private final ObjectProperty<Place> shown = new SimpleObjectProperty<>(this, "shown");

    /** A column of these places, of which the first one is shown. */
    public Microscope(List<Place> places) {
        setId("microscope");
        getStyleClass().add("microscope");
        HBox row = new HBox();
        row.getStyleClass().add("microscope-places");
        StackPane stack = new StackPane();
        shown.addListener((observable, before, now) -> show(places, now));
        for (Place place : places) {
            row.getChildren().add(button(place));
            stack.getChildren().add(place.view());
        }
        setTop(row);
        setCenter(stack);
        shown.set(places.get(0));
    }

    private ToggleButton button(Place place) {
        ToggleButton button = new ToggleButton(Message.text("microscope." + place.key()));
        button.setId("show-" + place.key());
        button.setTooltip(new Tooltip(Message.text("microscope." + place.key() + ".tip")));
        button.setToggleGroup(buttons);
        button.setUserData(place);
        button.setMinWidth(USE_PREF_SIZE);
        // Pressed again it stays: one place is always shown
        button.setOnAction(event -> shown.set(place));
        return button;
    }

    private void show(List<Place> places, Place now) {
        for (Place place : places) {
            place.view().setVisible(place == now);
            place.view().setManaged(place == now);
        }
        buttons.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == now));
    }

    /** The place that is shown. */
    public ObjectProperty<Place> shownProperty() {
        return shown;
    }
}
