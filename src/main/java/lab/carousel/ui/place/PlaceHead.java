package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.styled;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.ui.controls.WholeLabel;

/** What a place shows, and below it of which network. */
public final class PlaceHead extends VBox {

    private static final double GAP = 4;

    private final Label title = styled(new Label(), "place-title");
    private final Label subtitle = styled(new WholeLabel(), "muted");

    /**
     * A head without words.
     *
     * @param key of the place; the ids have {@code Title} and {@code Subtitle} behind it
     */
    public PlaceHead(String key) {
        super(GAP);
        title.setId(key + "Title");
        subtitle.setId(key + "Subtitle");
        getChildren().addAll(title, subtitle);
    }

    /** Shows words. */
    public void show(String newTitle, String newSubtitle) {
        title.setText(newTitle);
        subtitle.setText(newSubtitle);
    }
}
