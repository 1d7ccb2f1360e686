package lab.carousel.study.automaton;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lab.carousel.task.Target;

/**
 * A state of an automaton.
 *
 * @param answer   the set of symbols that are answered there; {@link Target#NONE} where nothing is asked
 * @param next     where each symbol leads; one that leads nowhere has no entry
 * @param prefixes of the task that lead there, by their numbers, the smallest first
 */
public record AutomatonState(Target answer, SortedMap<Integer, Integer> next, List<Integer> prefixes) {
    public AutomatonState {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
        prefixes = prefixes.stream().sorted().toList();
    }
}
