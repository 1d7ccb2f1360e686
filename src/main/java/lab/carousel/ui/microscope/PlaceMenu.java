package lab.carousel.ui.microscope;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import lab.carousel.text.Message;
import lab.carousel.ui.place.Place;

/** The places by their names, each with what it is for, those of a kind under one heading; shows which one is shown. */
final class PlaceMenu extends MenuButton {

    private static final double WIDTH = 160;

    PlaceMenu(List<Place> places, ObjectProperty<Place> shown) {
        setId("microscopePlaces");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        getStyleClass().add("microscope-menu");
        for (Place.PlaceKind kind : Place.PlaceKind.values()) {
            addKind(kind, places.stream().filter(place -> place.kind() == kind).toList(), shown);
        }
        shown.addListener((observable, before, now) -> setText(name(now)));
    }

    private static String name(Place place) {
        return Message.text("microscope." + place.key());
    }

    private void addKind(Place.PlaceKind kind, List<Place> places, ObjectProperty<Place> shown) {
        if (places.isEmpty()) {
            return;
        }
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        MenuItem heading = new MenuItem(Message.text("microscope.kind." + kind.name()));
        heading.setDisable(true);
        getItems().add(heading);
        for (Place place : places) {
            getItems().add(item(place, shown));
        }
    }

    private static MenuItem item(Place place, ObjectProperty<Place> shown) {
        Label name = new Label(name(place));
        name.getStyleClass().add("microscope-menu-name");
        Label words = new Label(Message.text("microscope." + place.key() + ".tip"));
        words.getStyleClass().add("microscope-menu-words");
        HBox line = new HBox(name, words);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setAccessibleText(Message.text("ui.value", name.getText(), words.getText()));
        CustomMenuItem item = new CustomMenuItem(line);
        item.setId("show-" + place.key());
        item.setOnAction(event -> shown.set(place));
        return item;
    }
}
