package lab.carousel.lesson;

import java.util.List;

/**
 * Questions of a step once its outcome is seen.
 *
 * @param observations asked before anybody explains the outcome: one observation in five contradicts what happened
 *     (Miller et al., 2013)
 * @param isTransfer whether the step applies what was learned to a new experiment
 * @param listsTries whether the step lists the lesson's runs
 */
public record Reflection(
        List<Observation> observations, List<RecallCard> cards, boolean isTransfer, boolean listsTries) {

    public static final Reflection NONE = new Reflection(List.of(), List.of(), false, false);
    public static final int MOST_OBSERVATIONS = 4;
    public static final int MOST_CARDS = 12;

    public Reflection {
        observations = List.copyOf(observations);
        cards = List.copyOf(cards);
    }

    /** The same translated; there must be as many of each. */
    public Reflection with(List<Observation> newObservations, List<RecallCard> newCards) {
        return new Reflection(newObservations, newCards, isTransfer, listsTries);
    }
}
