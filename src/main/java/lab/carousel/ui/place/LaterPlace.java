package lab.carousel.ui.place;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;

/** A place that is made when it is first looked at, or when there is time for it: a start need not wait for what is not seen. */
public final class LaterPlace extends Place {

    private final Supplier<Place> maker;
    private Optional<Place> made = Optional.empty();
    private Palette palette = Palette.LIGHT;

    /**
     * A place that is not made yet.
     *
     * @param key   that of the place
     * @param kind  that of the place
     * @param maker makes it
     */
    public LaterPlace(String key, PlaceKind kind, Supplier<Place> maker) {
        super(key, kind);
        this.maker = maker;
    }

    @Override
    public boolean isMade() {
        return made.isPresent();
    }

    private Place place() {
        if (made.isEmpty()) {
            Place place = maker.get();
            if (!place.key().equals(key()) || place.kind() != kind()) {
                throw new IllegalStateException("made " + place.key() + " as " + key());
            }
            place.setPalette(palette);
            made = Optional.of(place);
        }
        return made.get();
    }

    @Override
    public Region view() {
        return place().view();
    }

    @Override
    public boolean watchesUpdates() {
        return place().watchesUpdates();
    }

    @Override
    public void setPalette(Palette newPalette) {
        palette = newPalette;
        made.ifPresent(place -> place.setPalette(newPalette));
    }

    @Override
    public Optional<Picture> picture() {
        return made.flatMap(Place::picture);
    }

    @Override
    public void close() {
        made.ifPresent(Place::close);
    }
}
