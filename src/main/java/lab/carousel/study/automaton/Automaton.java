package lab.carousel.study.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;

/**
 * A finite automaton that answers in each state. The first state is the start, and the others are numbered by their distance
 * from it, those of earlier symbols first: equal automata have equal numbers.
 */
public record Automaton(List<AutomatonState> states) {

    public static final int START = 0;
    /** No state: nothing leads there. */
    public static final int NONE = -1;

    public record Arrow(int from, int symbol, int to) {}

    public Automaton {
        states = List.copyOf(states);
    }

    /** Numbers states that have any numbers; those that cannot be reached are left out. */
    static Automaton of(int start, IntFunction<AutomatonState> states) {
        List<Integer> reached = new ArrayList<>(List.of(start));
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(start, START));
        for (int at = 0; at < reached.size(); at++) {
            for (int next : states.apply(reached.get(at)).next().values()) {
                if (numbers.putIfAbsent(next, reached.size()) == null) {
                    reached.add(next);
                }
            }
        }
        return new Automaton(reached.stream()
                .map(states::apply)
                .map(state -> {
                    SortedMap<Integer, Integer> next = new TreeMap<>(state.next());
                    next.replaceAll((symbol, to) -> numbers.getOrDefault(to, NONE));
                    return new AutomatonState(state.answer(), next, state.prefixes());
                })
                .toList());
    }

    public int size() {
        return states.size();
    }

    /** Where a symbol leads from a state; {@link #NONE} if nowhere. */
    public int next(int state, int symbol) {
        return state == NONE ? NONE : states.get(state).next().getOrDefault(symbol, NONE);
    }

    /** Where some symbols lead from the start. */
    public int after(int... word) {
        return IntStream.of(word).reduce(START, this::next);
    }

    public Stream<Arrow> arrows() {
        return IntStream.range(0, size()).boxed().flatMap(from -> states.get(from).next().entrySet().stream()
                .map(next -> new Arrow(from, next.getKey(), next.getValue())));
    }

    /** What is answered in a state: symbols with bars between them, {@code ∅} for none of them, nothing where nothing is asked. */
    public String answer(int state, Alphabet alphabet) {
        Target answer = states.get(state).answer();
        return answer.isSet() && answer.size() == 0 ? "∅" : alphabet.symbol(answer);
    }

    /** The symbols that lead from a state to another one, in the order of the alphabet. */
    public SortedMap<Integer, List<String>> arrowsFrom(int state, Alphabet alphabet) {
        SortedMap<Integer, List<String>> symbols = new TreeMap<>();
        states.get(state).next().forEach((symbol, to) -> symbols.computeIfAbsent(to, none -> new ArrayList<>())
                .add(alphabet.symbol(symbol)));
        return symbols;
    }

    /**
     * As a graph for Graphviz.
     *
     * @param marked states that get a second ring
     */
    public String dot(Alphabet alphabet, IntPredicate marked) {
        StringBuilder text = new StringBuilder("digraph automaton {\n  rankdir=LR;\n  node [shape=circle];\n")
                .append("  start [shape=point];\n  start -> 0;\n");
        for (int state = 0; state < size(); state++) {
            text.append("  ").append(state).append(" [label=").append(quoted(answer(state, alphabet)));
            text.append(marked.test(state) ? ", peripheries=2];\n" : "];\n");
        }
        for (int from = 0; from < size(); from++) {
            int state = from;
            arrowsFrom(from, alphabet).forEach((to, symbols) -> text.append("  ")
                    .append(state)
                    .append(" -> ")
                    .append(to)
                    .append(" [label=")
                    .append(quoted(String.join(", ", symbols)))
                    .append("];\n"));
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
