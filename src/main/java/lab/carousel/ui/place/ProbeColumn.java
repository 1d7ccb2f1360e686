package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.styled;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.drawing.DrawingView;

/** What a place shows one below the other: its title, what can be chosen, the answer in words, and the drawing. */
public final class ProbeColumn extends VBox {

    /**
     * A column.
     *
     * @param key     of the place; its title has {@code .title} behind it
     * @param drawing gets all the height that the others leave
     * @param parts   what stands between both
     */
    public ProbeColumn(String key, DrawingView drawing, Node... parts) {
        Label title = styled(new Label(Message.text(key + ".menu")), "place-title");
        getStyleClass().addAll("place", "probe");
        getChildren().add(title);
        getChildren().addAll(parts);
        getChildren().add(drawing);
        VBox.setVgrow(drawing, Priority.ALWAYS);
    }

    /** Controls side by side. */
    public static HBox row(Pos alignment, Node... controls) {
        HBox row = styled(new HBox(controls), "probe-row");
        row.setAlignment(alignment);
        return row;
    }

    /** Sentences one below the other, with room for the longest ones. */
    public static VBox words(Label... sentences) {
        VBox words = styled(new VBox(sentences), "probe-words");
        for (Label sentence : sentences) {
            sentence.setWrapText(true);
        }
        return words;
    }
}
