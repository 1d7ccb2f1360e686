package lab.carousel.ui.lesion;

import java.util.Optional;
import java.util.Set;
import lab.carousel.message.Message;
import lab.carousel.model.ParameterLayout;
import lab.carousel.model.Quantity;
import lab.carousel.study.Lesion;
import lab.carousel.ui.operation.UnitChoice;
import lab.carousel.ui.operation.UnitRanges;

/**
 * A lesion as it was chosen, whatever the network is: it is made in those of its units that a network has.
 *
 * @param quantity h, c, or a gate
 * @param value    what it is held at
 * @param units    the units
 * @param steps    the steps at which it is
 */
record PlannedLesion(Quantity quantity, double value, UnitChoice units, StepSpan steps) {

    /** The lesion in a network; empty if that has none of the units, or its cell lacks the quantity. */
    Optional<Lesion> in(ParameterLayout layout) {
        Set<Integer> there = units.in(layout);
        return there.isEmpty() || !Lesion.possible(layout.cell()).contains(quantity)
                ? Optional.empty()
                : Optional.of(new Lesion(there, quantity, value, steps.from() - 1, steps.lastIndex()));
    }

    /** What it does, in a line. */
    String words(ParameterLayout layout) {
        if (in(layout).isEmpty()) {
            return Message.text("lesion.item.none", quantity.letter(), value);
        }
        String whose = units.all()
                ? Message.text("lesion.item.all")
                : Message.text("lesion.item.units", UnitRanges.text(units.in(layout), layout), units.in(layout).size());
        return Message.text("lesion.item", quantity.letter(), value, whose, steps.words());
    }
}
