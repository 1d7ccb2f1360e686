package lab.carousel.ui.place;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.lesson.PlaceName;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;
import org.jspecify.annotations.Nullable;

/**
 * Something in the column on the right that looks into the network or operates on it, as it is declared. Its words stand in
 * the bundle of its key: its name, what it is for, and what is said while there is no network. What it shows is made when it
 * is first looked at, or when there is time for it; while that is invisible it does no work.
 */
public final class Place {

    private final PlaceName name;
    private final PlaceKind kind;
    private final Set<PlaceNeed> needs;
    private final Supplier<PlaceContent> maker;
    private Palette palette = Palette.LIGHT;
    private @Nullable PlaceContent content;

    /**
     * A place.
     *
     * @param maker makes what it shows
     */
    public Place(PlaceName name, PlaceKind kind, Supplier<PlaceContent> maker, PlaceNeed... needs) {
        this.name = name;
        this.kind = kind;
        this.needs = Set.of(needs);
        this.maker = maker;
    }

    /** Its name in bundles and ids. */
    public String key() {
        return name.key();
    }

    public PlaceName name() {
        return name;
    }

    public PlaceKind kind() {
        return kind;
    }

    /** Whether it needs something of the window. */
    public boolean needs(PlaceNeed need) {
        return needs.contains(need);
    }

    /** Whether what it shows is made already. */
    public boolean isMade() {
        return content != null;
    }

    /** What is shown; asking for it makes it. */
    public Region view() {
        if (content == null) {
            content = maker.get();
            content.setPalette(palette);
        }
        return content.view();
    }

    /** Changes the colours of its drawings. */
    public void setPalette(Palette colours) {
        palette = colours;
        if (content != null) {
            content.setPalette(colours);
        }
    }

    /** What it shows as a picture for a slide; empty if there is nothing to show. */
    public Optional<Picture> picture() {
        return content == null ? Optional.empty() : content.picture();
    }

    /** Stops what it does in the background. */
    public void close() {
        if (content != null) {
            content.close();
        }
    }
}
