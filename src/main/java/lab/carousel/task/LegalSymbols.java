package lab.carousel.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which symbols may follow each beginning of some sequences. A beginning is all symbols from the first on, so that beginnings
 * form a tree, and what may follow one are the symbols that lead on from there.
 */
final class LegalSymbols {

    private static final int ROOT = 0;

    /** The beginning that a symbol leads to, by the one it leads on from and the symbol. */
    private final Map<Long, Integer> next = new HashMap<>();
    /** By the beginning. */
    private final List<TreeSet<Integer>> following = new ArrayList<>(List.of(new TreeSet<>()));

    private LegalSymbols() {}

    /** The steps of sequences of indices, each with all symbols that may follow. */
    static Steps[] encoded(int[][] sequences) {
        LegalSymbols legal = new LegalSymbols();
        int[][] beginnings = new int[sequences.length][];
        for (int s = 0; s < sequences.length; s++) {
            beginnings[s] = legal.add(sequences[s]);
        }
        List<Target> targets = legal.following.stream()
                .map(symbols -> Target.ofSet(symbols.stream().mapToInt(Integer::intValue)))
                .toList();
        Steps[] steps = new Steps[sequences.length];
        for (int s = 0; s < steps.length; s++) {
            int[] beginning = beginnings[s];
            steps[s] = Steps.of(sequences[s], t -> targets.get(beginning[t]));
        }
        return steps;
    }

    /** Adds a sequence; its beginning after each symbol. */
    private int[] add(int[] sequence) {
        int[] beginnings = new int[sequence.length];
        int at = ROOT;
        for (int t = 0; t < sequence.length; t++) {
            following.get(at).add(sequence[t]);
            at = next.computeIfAbsent((long) at << Integer.SIZE | sequence[t], led -> {
                following.add(new TreeSet<>());
                return following.size() - 1;
            });
            beginnings[t] = at;
        }
        return beginnings;
    }
}
