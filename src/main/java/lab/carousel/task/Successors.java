package lab.carousel.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which symbols follow which in the sequences of a draft: what tells its deciding steps. */
public final class Successors {

    private final List<TypedSymbols> sequences;
    private final Set<String> undecided = new HashSet<>();

    /** Looks at these sequences. */
    Successors(List<TypedSymbols> sequences) {
        this.sequences = sequences;
        Map<String, String> first = new HashMap<>();
        for (TypedSymbols sequence : sequences) {
            sequence.successors().forEach((symbol, successor) -> {
                String known = first.putIfAbsent(symbol, successor.first());
                boolean differs = successor.other() != null || known != null && !known.equals(successor.first());
                if (differs) {
                    undecided.add(symbol);
                }
            });
        }
    }

    /** Whether a symbol is followed by at least two different ones, so that a step with this input is a deciding step. */
    public boolean undecided(String symbol) {
        return undecided.contains(symbol);
    }

    /**
     * The distinct symbols that follow a symbol, in the order of their appearance. Looks through the sequences.
     *
     * @param most how many at most
     */
    public List<String> after(String symbol, int most) {
        Set<String> found = new LinkedHashSet<>();
        for (TypedSymbols sequence : sequences) {
            if (!sequence.successors().containsKey(symbol)) {
                continue;
            }
            List<String> symbols = sequence.symbols();
            for (int index = 0; index + 1 < symbols.size(); index++) {
                if (symbols.get(index).equals(symbol)) {
                    found.add(symbols.get(index + 1));
                    if (found.size() == most) {
                        return List.copyOf(found);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
