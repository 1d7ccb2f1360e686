package lab.carousel.study;

import java.util.Optional;
import java.util.Set;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;

/** A lesion as it was chosen, whatever the network is: it is made in those of its units that a network has. */
public record PlannedLesion(Quantity quantity, double value, UnitChoice units, TypedSteps steps) {

    /** The lesion in a network; empty if that has none of the units, or its cell lacks the quantity. */
    public Optional<Lesion> in(ParameterLayout layout) {
        Set<Integer> there = units.in(layout);
        return there.isEmpty() || !layout.cell().quantities().contains(quantity)
                ? Optional.empty()
                : Optional.of(new Lesion(there, quantity, value, steps.from() - 1, steps.lastIndex()));
    }
}
