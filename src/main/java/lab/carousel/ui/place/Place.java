package lab.carousel.ui.place;

import java.util.Optional;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

/**
 * Something in the column on the right that looks into the network or operates on it. Its words stand in the bundle
 * {@code microscope} under its key: the name on its button, and with {@code .tip} what it is for. One place is shown at a
 * time; a place whose view is invisible does no work (see {@link WhileShown}).
 */
public interface Place {

    /** What a place does. */
    enum Kind {
        /** It shows what is. */
        SEE,
        /** It changes something and shows what comes of it. */
        OPERATE,
        /** It is written in. */
        WRITE
    }

    /** Its name in bundles and ids. */
    String key();

    /** What it does. */
    Kind kind();

    /** What is shown. */
    Region view();

    /** Whether it shows how the last weight update was made, which the run has to keep for it. */
    default boolean watchesUpdates() {
        return false;
    }

    /** Changes the colours of its drawings. */
    default void setPalette(Palette palette) {}

    /** What it shows as a picture for a slide; empty if there is nothing to show. */
    default Optional<Picture> picture() {
        return Optional.empty();
    }

    /** Takes over what the user has put together in the same place of a window that this one replaces. */
    default void takeOver(Place before) {}

    /** Stops what it does in the background. */
    default void close() {}
}
