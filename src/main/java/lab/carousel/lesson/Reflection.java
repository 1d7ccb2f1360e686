package lab.carousel.lesson;

import java.util.List;

/**
 * What a step asks once its outcome is seen.
 *
 * @param observations what is seen, asked before anybody explains it: one observation in five contradicts what happened
 *                     (Miller et al., 2013)
 * @param cards        terms to be recalled
 * @param isTransfer   whether the step carries over what was learned to an experiment that the lesson has not shown before
 * @param listsTries   whether the step lists the runs that were tried in the lesson
 */
public record Reflection(
        List<Observation> observations, List<RecallCard> cards, boolean isTransfer, boolean listsTries) {

    /** Asks nothing. */
    public static final Reflection NONE = new Reflection(List.of(), List.of(), false, false);

    /** The most observations in a step. */
    public static final int MOST_OBSERVATIONS = 4;

    /** The most cards in a step. */
    public static final int MOST_CARDS = 12;

    /** Copies the lists. */
    public Reflection {
        observations = List.copyOf(observations);
        cards = List.copyOf(cards);
    }

    /** The same in other words; there must be as many of each. */
    public Reflection with(List<Observation> newObservations, List<RecallCard> newCards) {
        return new Reflection(newObservations, newCards, isTransfer, listsTries);
    }
}
