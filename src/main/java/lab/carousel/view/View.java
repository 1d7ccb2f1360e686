package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;

/**
 * A question to a network, and its answer: declared once, shown in the window and in the page, and written by the command line.
 * Its words stand in the bundle of its name. One that keeps something from answer to answer is made anew for each surface.
 */
public interface View {

    /** The sentence that warns, where a view has one. */
    String WARNING = "warning";

    PlaceName name();

    default PlaceKind kind() {
        return PlaceKind.SEE;
    }

    /** What it needs of the window. */
    default Set<PlaceNeed> needs() {
        return Set.of();
    }

    /** What can be chosen of an experiment, in this order. */
    default List<Choice> choices(Experiment experiment) {
        return List.of();
    }

    /** Why it says nothing of an experiment, in words that stand in its place. */
    default Optional<String> obstacle(Experiment experiment) {
        return Optional.empty();
    }

    /** Whether it is the one to look at first of an experiment. */
    default boolean isFirstFor(Experiment experiment) {
        return false;
    }

    /** Whether its answer hangs on the unit and the step that are selected: it is asked for again when others are. */
    default boolean looksAtSelection() {
        return false;
    }

    /** About how long an answer takes in a browser; 0 where nobody would notice. */
    default double seconds(Experiment experiment) {
        return 0;
    }

    /** Whether what it draws is automata, which Graphviz can draw, too. */
    default boolean drawsAutomata() {
        return false;
    }

    /** A long search for what is chosen, with the words of its button in {@code search} and {@code search.tip}; empty if there is none. */
    default Optional<Job> job(Look look, Chosen chosen) {
        return Optional.empty();
    }

    /** The names of its sentences, in this order. */
    List<String> sentences();

    /** Takes some milliseconds or seconds, on any thread, one after the other. */
    Answer answer(Look look, Chosen chosen);
}
