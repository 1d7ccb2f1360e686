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

    /** All arrows from a state to another one: their symbols in the order of the alphabet, with commas between them. */
    public record Edge(int from, int to, String symbols) {}

    public Automaton {
        states = List.copyOf(states);
    }

    /**
     * Numbers states that have any numbers; those that cannot be reached are left out.
     *
     * @param stateOf the state that each prefix of the task leads to; {@link #NONE} if to none
     */
    static Automaton of(int start, IntFunction<AutomatonState> states, int[] stateOf) {
        List<Integer> reached = new ArrayList<>(List.of(start));
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(start, START));
        for (int at = 0; at < reached.size(); at++) {
            for (int next : states.apply(reached.get(at)).next().values()) {
                if (numbers.putIfAbsent(next, reached.size()) == null) {
                    reached.add(next);
                }
            }
        }
        Map<Integer, List<Integer>> prefixes = new HashMap<>();
        for (int prefix = 0; prefix < stateOf.length; prefix++) {
            prefixes.computeIfAbsent(stateOf[prefix], none -> new ArrayList<>()).add(prefix);
        }
        return new Automaton(reached.stream()
                .map(number -> {
                    AutomatonState state = states.apply(number);
                    SortedMap<Integer, Integer> next = new TreeMap<>(state.next());
                    next.replaceAll((symbol, to) -> numbers.getOrDefault(to, NONE));
                    return new AutomatonState(state.answer(), next, prefixes.getOrDefault(number, List.of()));
                })
                .toList());
    }

    /** The state that each of so many prefixes of the task leads to. */
    public int[] stateOf(int prefixes) {
        int[] stateOf = new int[prefixes];
        for (int state = 0; state < size(); state++) {
            for (int prefix : states.get(state).prefixes()) {
                stateOf[prefix] = state;
            }
        }
        return stateOf;
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

    public List<Edge> edges(Alphabet alphabet) {
        List<Edge> edges = new ArrayList<>();
        for (int state = 0; state < size(); state++) {
            int from = state;
            SortedMap<Integer, String> symbols = new TreeMap<>();
            states.get(from)
                    .next()
                    .forEach((symbol, to) ->
                            symbols.merge(to, alphabet.symbol(symbol), (before, next) -> before + ", " + next));
            symbols.forEach((to, all) -> edges.add(new Edge(from, to, all)));
        }
        return edges;
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
            String ring = marked.test(state) ? ", peripheries=2" : "";
            text.append("  " + state + " [label=" + quoted(answer(state, alphabet)) + ring + "];\n");
        }
        for (Edge edge : edges(alphabet)) {
            text.append("  " + edge.from + " -> " + edge.to + " [label=" + quoted(edge.symbols) + "];\n");
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
