package lab.carousel.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;
import org.jspecify.annotations.Nullable;

/**
 * A scroll pane that scrolls up and down only, and keeps no picture of what is in it. JavaFX's own does ({@code setCache}
 * of its viewport), draws it anew whenever something in it changes, which here is at each frame of a training, and gives
 * the pictures of earlier sizes back only when memory is short: 80 MB after half an hour of random clicks.
 */
public class ScrollArea extends ScrollPane {

    public ScrollArea() {
        this(null);
    }

    public ScrollArea(@Nullable Node content) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WithoutPicture(this);
    }

    private static final class WithoutPicture extends ScrollPaneSkin {

        WithoutPicture(ScrollPane pane) {
            super(pane);
            getChildren().forEach(child -> child.setCache(false));
        }
    }
}
