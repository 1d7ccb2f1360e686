package lab.carousel.study;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.layout.ParameterLayout;

/**
 * Units that were chosen. The choice stays what it is when the network becomes another one: all units of it, or those that
 * it still has.
 *
 * @param all    whether all units of a network are meant, whatever they are
 * @param places the others, if not
 */
public record UnitChoice(boolean all, Set<Unit> places) {

    public static final UnitChoice ALL = new UnitChoice(true, Set.of());
    public static final UnitChoice NONE = new UnitChoice(false, Set.of());

    /**
     * A unit, whatever the size of its layer.
     *
     * @param layer counted from 0
     * @param unit  in its layer, counted from 0
     */
    public record Unit(int layer, int unit) {

        /** The place of a unit numbered over all layers from 0. */
        static Unit of(int unit, ParameterLayout layout) {
            return new Unit(unit / layout.units(), unit % layout.units());
        }
    }

    public UnitChoice {
        places = Set.copyOf(places);
    }

    /** Units of a network, numbered over all layers from 0. Who chose every one meant all. */
    public static UnitChoice of(Set<Integer> units, ParameterLayout layout) {
        if (units.size() == layout.allUnits()) {
            return ALL;
        }
        return new UnitChoice(
                false, units.stream().map(unit -> Unit.of(unit, layout)).collect(Collectors.toSet()));
    }

    /** Those of the chosen units that a network has, numbered over all layers from 0. */
    public Set<Integer> in(ParameterLayout layout) {
        return IntStream.range(0, layout.allUnits())
                .filter(unit -> all || places.contains(Unit.of(unit, layout)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with a unit chosen, or not. */
    public UnitChoice with(int unit, boolean chosen, ParameterLayout layout) {
        Set<Integer> units = new HashSet<>(in(layout));
        if (chosen) {
            units.add(unit);
        } else {
            units.remove(unit);
        }
        return of(units, layout);
    }
}
