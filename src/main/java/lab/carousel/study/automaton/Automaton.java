package lab.carousel.study.automaton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.Target;

/**
 * A finite automaton that answers in each state. The first state is the start, and the others are numbered by their distance
 * from it, those of earlier symbols first: equal automata have equal numbers.
 */
public record Automaton(List<State> states) {

    public static final int START = 0;
    /** No state: nothing leads there. */
    public static final int NONE = -1;

    /**
     * A state.
     *
     * @param answer   the set of symbols that are answered there; {@link Target#NONE} where nothing is asked
     * @param next     where each symbol leads; one that leads nowhere has no entry
     * @param prefixes of the task that lead there, by their numbers, the smallest first
     */
    public record State(Target answer, SortedMap<Integer, Integer> next, List<Integer> prefixes) {
        public State {
            next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
            prefixes = prefixes.stream().sorted().toList();
        }
    }

    public record Arrow(int from, int symbol, int to) {}

    public Automaton {
        states = List.copyOf(states);
    }

    /** Numbers states that have any numbers; those that cannot be reached are left out. */
    static Automaton of(int start, IntFunction<State> states) {
        List<Integer> reached = new ArrayList<>(List.of(start));
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(start, START));
        for (int at = 0; at < reached.size(); at++) {
            for (int next : states.apply(reached.get(at)).next.values()) {
                if (numbers.putIfAbsent(next, reached.size()) == null) {
                    reached.add(next);
                }
            }
        }
        return new Automaton(reached.stream()
                .map(states::apply)
                .map(state -> {
                    SortedMap<Integer, Integer> next = new TreeMap<>(state.next);
                    next.replaceAll((symbol, to) -> numbers.getOrDefault(to, NONE));
                    return new State(state.answer, next, state.prefixes);
                })
                .toList());
    }

    public int size() {
        return states.size();
    }

    /** Where a symbol leads from a state; {@link #NONE} if nowhere. */
    public int next(int state, int symbol) {
        return state == NONE ? NONE : states.get(state).next.getOrDefault(symbol, NONE);
    }

    /** Where some symbols lead from the start. */
    public int after(int... word) {
        return IntStream.of(word).reduce(START, this::next);
    }

    public Stream<Arrow> arrows() {
        return IntStream.range(0, size()).boxed().flatMap(from -> states.get(from).next.entrySet().stream()
                .map(next -> new Arrow(from, next.getKey(), next.getValue())));
    }
}
