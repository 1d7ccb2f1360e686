package lab.carousel.ui.place;

import java.util.Optional;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

/**
 * Something in the column on the right that looks into the network or operates on it. Its words stand in the bundle
 * {@code microscope} under its key: the name on its button, and with {@code .tip} what it is for. One place is shown at a
 * time; a place whose view is invisible does no work (see {@link AskingPlace.WhileShown}).
 */
public abstract class Place {

    /** What a place does. */
    public enum PlaceKind {
        /** It shows what is. */
        SEE,
        /** It changes something and shows what comes of it. */
        OPERATE
    }

    private final String key;
    private final PlaceKind kind;

    /**
     * A place.
     *
     * @param key  its name in bundles and ids
     * @param kind what it does
     */
    protected Place(String key, PlaceKind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Its name in bundles and ids. */
    public final String key() {
        return key;
    }

    /** What it does. */
    public final PlaceKind kind() {
        return kind;
    }

    /** What is shown. */
    public abstract Region view();

    /** Whether it is made already; asking for what is shown makes it. */
    public boolean isMade() {
        return true;
    }

    /** Whether it shows how the last weight update was made, which the run has to keep for it. */
    public boolean watchesUpdates() {
        return false;
    }

    /** Changes the colours of its drawings. */
    public void setPalette(Palette palette) {}

    /** What it shows as a picture for a slide; empty if there is nothing to show. */
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    /** Stops what it does in the background. */
    public void close() {}
}
