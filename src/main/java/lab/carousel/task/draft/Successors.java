package lab.carousel.task.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lab.carousel.text.Message;

/**
 * Which symbols follow which in the sequences of a draft: what tells its deciding steps. An answer is worked out when
 * it is first asked for, since an editor asks only for the symbols in view.
 */
public final class Successors {

    /** How many successors a reason names at most. */
    private static final int NAMED = 3;

    private final List<TypedSymbols> sequences;
    private final Map<String, Boolean> undecided = new ConcurrentHashMap<>();

    /** Looks at these sequences. */
    Successors(List<TypedSymbols> sequences) {
        this.sequences = sequences;
    }

    /** Whether at least two different symbols follow a symbol, so that a step with this input is a deciding step. */
    public boolean undecided(String symbol) {
        return undecided.computeIfAbsent(symbol, this::isUndecided);
    }

    private boolean isUndecided(String symbol) {
        String known = null;
        for (TypedSymbols sequence : sequences) {
            TypedSymbols.Successor successor = sequence.successors().get(symbol);
            if (successor == null) {
                continue;
            }
            if (successor.other() != null || (known != null && !known.equals(successor.first()))) {
                return true;
            }
            known = successor.first();
        }
        return false;
    }

    /** Why a step with an undecided symbol is a deciding step, in words. */
    public Message reason(String symbol) {
        List<String> after = after(symbol, NAMED + 1);
        if (after.size() > NAMED) {
            return Message.of("task.deciding.many", symbol, String.join(", ", after.subList(0, NAMED)));
        }
        int last = after.size() - 1;
        return Message.of("task.deciding", symbol, String.join(", ", after.subList(0, last)), after.get(last));
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
