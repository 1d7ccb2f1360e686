package lab.carousel.ui.theme;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;

/** A choice of the colours of charts and heatmaps. */
public final class ColoursMenu extends Menu {

    /**
     * A menu.
     *
     * @param owner holds the menu
     * @param look  what is changed by it, and what it follows
     */
    public ColoursMenu(Node owner, ObjectProperty<Look> look) {
        super(Message.text("view.colours"));
        setId("view-colours");
        ToggleGroup group = new ToggleGroup();
        for (Colours colours : Colours.values()) {
            RadioMenuItem item = new RadioMenuItem(Message.text("view.colours." + colours.name()));
            item.setId("view-colours-" + colours.name());
            item.setToggleGroup(group);
            item.setSelected(look.get().colours() == colours);
            item.setOnAction(event -> look.set(look.get().with(colours)));
            Hearing.of(owner, look, (observable, before, now) -> item.setSelected(now.colours() == colours));
            getItems().add(item);
        }
    }
}
