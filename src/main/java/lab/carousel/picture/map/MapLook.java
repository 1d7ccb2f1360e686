package lab.carousel.picture.map;

import java.util.Optional;
import lab.carousel.task.Step;

/**
 * How a map is looked at.
 *
 * @param selected the step that is selected; empty if none is
 * @param unit     the unit that is selected, over all layers from 0; -1 for none
 */
public record MapLook(MapPlane plane, DotColour colour, Optional<Step> selected, int unit) {

    /** The first two axes, coloured by the symbol, with nothing selected. */
    public static final MapLook FIRST = new MapLook(MapPlane.FIRST_SECOND, DotColour.SYMBOL, Optional.empty(), -1);
}
