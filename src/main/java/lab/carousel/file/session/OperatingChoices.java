package lab.carousel.file.session;

import java.util.List;
import java.util.Set;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.UnitChoice;

/** Choices at the places where a class operates on the memory of a network. */
public record OperatingChoices(List<PlannedLesion> lesions, ChosenSequences twoSequences, ChosenTransplant transplant) {

    public OperatingChoices {
        lesions = List.copyOf(lesions);
    }

    /** Two sequences of a task, counted from 0. */
    public record Pair(int a, int b) {}

    public record ChosenSequences(Pair sequences, Quantity quantity) {

        public static final ChosenSequences INITIAL = new ChosenSequences(new Pair(0, 1), Quantity.CELL_STATE);
    }

    /** A transplant of h, c, or both, from sequence A into B, before a step counted from 1. */
    public record ChosenTransplant(Pair sequences, Set<Quantity> states, int step, UnitChoice units) {

        public static final ChosenTransplant INITIAL = new ChosenTransplant(
                new Pair(0, 1), Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE), 2, UnitChoice.ALL);

        public ChosenTransplant {
            states = Set.copyOf(states);
        }
    }
}
