package lab.carousel.picture.map;

import java.util.List;
import java.util.Optional;
import lab.carousel.task.Step;

/**
 * How a map is looked at.
 *
 * @param selected the step that is selected; empty if none is
 * @param unit     the unit that is selected, over all layers from 0; -1 for none
 * @param states   of each dot the state of the task's automaton, which are told by colour and ringed; empty if they are not
 */
public record MapLook(MapPlane plane, DotColour colour, Optional<Step> selected, int unit, List<Integer> states) {

    /** The first two axes, coloured by the symbol, with nothing selected. */
    public static final MapLook FIRST =
            new MapLook(MapPlane.FIRST_SECOND, DotColour.SYMBOL, Optional.empty(), -1, List.of());

    public MapLook {
        states = List.copyOf(states);
    }

    /** The same with the states of the dots. */
    public MapLook with(List<Integer> newStates) {
        return new MapLook(plane, colour, selected, unit, newStates);
    }
}
