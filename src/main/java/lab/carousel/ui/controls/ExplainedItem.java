package lab.carousel.ui.controls;

import static lab.carousel.ui.controls.Controls.styled;

import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import lab.carousel.text.Message;

/** An item of a menu that says beside its name in one line what comes of it. */
public final class ExplainedItem extends CustomMenuItem {

    private final String explanation;

    public ExplainedItem(String id, String name, String explanation, Runnable action) {
        this.explanation = explanation;
        HBox line = new HBox(styled(new Label(name), "item-name"), styled(new Label(explanation), "item-words"));
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setAccessibleText(Message.text("ui.value", name, explanation));
        setContent(line);
        setText(name);
        setId(id);
        setOnAction(event -> action.run());
    }

    public String explanation() {
        return explanation;
    }
}
