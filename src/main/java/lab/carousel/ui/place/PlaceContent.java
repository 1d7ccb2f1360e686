package lab.carousel.ui.place;

import java.util.Optional;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

public interface PlaceContent extends AutoCloseable {

    Region view();

    /** Changes the colours of its drawings. */
    default void setPalette(Palette palette) {}

    /** What it shows as a picture for a slide; empty if there is nothing to show. */
    default Optional<Picture> picture() {
        return Optional.empty();
    }

    /** Stops what it does in the background. */
    @Override
    default void close() {}
}
