package lab.carousel.ui.microscope;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.message.Message;
import lab.carousel.picture.Palette;
import lab.carousel.picture.Picture;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Places that share one column of the window: one of them is shown, a row of buttons for each kind of place chooses
 * which. The column can be made wide.
 */
public final class Microscope extends BorderPane {

    private static final double KIND_WIDTH = 56;

    private final List<Place> places;
    private final ObjectProperty<Place> shown = new SimpleObjectProperty<>(this, "shown");
    private final ToggleButton wide = new ToggleButton(null, new FontIcon(Feather.MAXIMIZE_2));

    /** A column of these places, of which the first one is shown. */
    public Microscope(List<Place> places) {
        this.places = List.copyOf(places);
        setId("microscope");
        getStyleClass().add("microscope");
        getStylesheets()
                .add(Microscope.class
                        .getResource("/lab/carousel/ui/microscope.css")
                        .toExternalForm());
        StackPane stack = new StackPane();
        places.forEach(place -> stack.getChildren().add(place.view()));
        VBox rows = new VBox();
        rows.getStyleClass().add("microscope-kinds");
        Arrays.stream(Place.Kind.values())
                .filter(kind -> places.stream().anyMatch(place -> place.kind() == kind))
                .forEach(kind -> rows.getChildren().add(row(kind)));
        HBox.setHgrow(rows, Priority.ALWAYS);
        HBox top = new HBox(rows, wideButton());
        top.getStyleClass().add("microscope-places");
        setTop(top);
        setCenter(stack);
        shown.addListener((observable, before, now) -> show(now));
        shown.set(places.get(0));
    }

    private Node row(Place.Kind kind) {
        Label label = new Label(Message.text("microscope.kind." + kind.name()));
        label.getStyleClass().add("muted");
        label.setMinWidth(KIND_WIDTH);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("microscope-buttons");
        places.stream()
                .filter(place -> place.kind() == kind)
                .forEach(place -> buttons.getChildren().add(button(place)));
        // Its preferred width is one row of all buttons; it shall wrap them instead of asking for that much
        buttons.setPrefWrapLength(0);
        buttons.setMinWidth(0);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        HBox row = new HBox(label, buttons);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private ToggleButton button(Place place) {
        ToggleButton button = new ToggleButton(Message.text("microscope." + place.key()));
        button.setId("show-" + place.key());
        button.setTooltip(tooltip("microscope." + place.key() + ".tip"));
        button.setMinWidth(USE_PREF_SIZE);
        // Pressed again it stays: one place is always shown
        button.setOnAction(event -> {
            shown.set(place);
            button.setSelected(true);
        });
        shown.addListener((observable, before, now) -> button.setSelected(now == place));
        return button;
    }

    private Node wideButton() {
        wide.setId("microscopeWide");
        wide.setTooltip(tooltip("microscope.wide.tip"));
        wide.setAccessibleText(Message.text("microscope.wide"));
        wide.setMinWidth(USE_PREF_SIZE);
        return wide;
    }

    private static Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip(Message.text(key));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        return tooltip;
    }

    private void show(Place now) {
        for (Place place : places) {
            place.view().setManaged(place == now);
            place.view().setVisible(place == now);
        }
    }

    /** The place that is shown. */
    public ObjectProperty<Place> shownProperty() {
        return shown;
    }

    /** Shows the place of a key, if there is one. */
    public void show(String key) {
        places.stream().filter(place -> place.key().equals(key)).findFirst().ifPresent(shown::set);
    }

    /** Whether the column has the width of the editors too. */
    public BooleanProperty wideProperty() {
        return wide.selectedProperty();
    }

    /** The picture of the place that is shown; empty if it has none. */
    public Optional<Picture> picture() {
        return shown.get().picture();
    }

    /** Changes the colours of all places. */
    public void setPalette(Palette palette) {
        places.forEach(place -> place.setPalette(palette));
    }

    /** Stops what the places do in the background. */
    public void close() {
        places.forEach(Place::close);
    }
}
