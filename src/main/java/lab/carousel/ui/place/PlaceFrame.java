package lab.carousel.ui.place;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What a place shows, or in its place words that say what is missing and what to do. */
public final class PlaceFrame extends StackPane {

    private static final double WORDS_WIDTH = 320;

    private final Region content;
    private final Label instead = new Label();

    /**
     * A frame.
     *
     * @param key     the id; the words are called {@code key + "Empty"}
     * @param content what is shown
     */
    public PlaceFrame(String key, Region content) {
        this.content = content;
        setId(key);
        instead.setId(key + "Empty");
        instead.getStyleClass().add("empty");
        instead.setWrapText(true);
        instead.setMaxWidth(WORDS_WIDTH);
        getChildren().addAll(content, instead);
        showInstead("");
    }

    /** Shows words in place of the content; empty words show the content. */
    public void showInstead(String words) {
        instead.setText(words);
        instead.setVisible(!words.isEmpty());
        content.setVisible(words.isEmpty());
    }
}
