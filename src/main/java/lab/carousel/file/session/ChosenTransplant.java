package lab.carousel.file.session;

import java.util.Set;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.UnitChoice;

/** A transplant of h, c, or both, from sequence A into B, before a step counted from 1. */
public record ChosenTransplant(SequencePair sequences, Set<Quantity> states, int step, UnitChoice units) {

    public static final ChosenTransplant INITIAL = new ChosenTransplant(
            new SequencePair(0, 1), Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE), 2, UnitChoice.ALL);

    public ChosenTransplant {
        states = Set.copyOf(states);
    }
}
