package lab.carousel.file.session;

import java.util.List;
import java.util.Set;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.UnitChoice;

/**
 * What was chosen in the places in which a class operates on the memory of a network.
 *
 * @param lesions      the lesions made, in their order
 * @param twoSequences what is compared in two sequences
 * @param transplant   what is moved
 */
public record OperatingChoices(List<PlannedLesion> lesions, ChosenSequences twoSequences, ChosenTransplant transplant) {

    /** Copies the list. */
    public OperatingChoices {
        lesions = List.copyOf(lesions);
    }

    /**
     * Two sequences of a task.
     *
     * @param a counted from 0
     * @param b counted from 0
     */
    public record Pair(int a, int b) {}

    /**
     * A comparison of two sequences.
     *
     * @param sequences the two compared
     * @param quantity  of which the difference is shown
     */
    public record ChosenSequences(Pair sequences, Quantity quantity) {

        /** What is chosen at first. */
        public static final ChosenSequences INITIAL = new ChosenSequences(new Pair(0, 1), Quantity.CELL_STATE);
    }

    /**
     * A transplant.
     *
     * @param sequences from A into B
     * @param states    h, c, or both
     * @param step      before which it is made, counted from 1
     * @param units     the units whose states are moved
     */
    public record ChosenTransplant(Pair sequences, Set<Quantity> states, int step, UnitChoice units) {

        /** What is chosen at first. */
        public static final ChosenTransplant INITIAL = new ChosenTransplant(
                new Pair(0, 1), Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE), 2, UnitChoice.ALL);

        /** Copies the states. */
        public ChosenTransplant {
            states = Set.copyOf(states);
        }
    }
}
