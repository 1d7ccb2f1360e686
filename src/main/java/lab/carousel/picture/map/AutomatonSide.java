package lab.carousel.picture.map;

import java.util.List;
import java.util.Set;
import lab.carousel.study.automaton.Automaton;

/**
 * An automaton that is drawn.
 *
 * @param name   in the table
 * @param marked states that stand for prefixes which should be kept apart
 * @param words  what leads to each state
 */
public record AutomatonSide(String name, String title, Automaton automaton, Set<Integer> marked, List<String> words) {
    public AutomatonSide {
        marked = Set.copyOf(marked);
        words = List.copyOf(words);
    }

    boolean isDrawn() {
        return automaton.size() <= AutomatonDrawing.MOST_STATES;
    }
}
