package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Sequences of symbols that an epoch feeds one after the other, all that there are.
 *
 * @param sequences 1 to {@value #MAX_SEQUENCES}
 * @param sets whether every symbol that may follow counts, and not only the one that does: all that follow the same beginning,
 *     all symbols of a sequence from its first on, in any of the sequences
 */
public record ListedSequences(Alphabet alphabet, List<Sequence> sequences, boolean sets) implements Supply, Judge {

    /** Names of its {@link #values}. */
    public static final String ALPHABET = "alphabet";

    public static final String SEQUENCES = "sequences";
    public static final String SETS = "sets";

    public static final int MAX_SEQUENCES = 200;
    /** The most scored steps; with so many a verdict is still quick. */
    public static final int MAX_SCORED_STEPS = 50_000;
    /** Symbols that are shown of the first sequence. */
    private static final int SHOWN = 8;

    private static final int LONGEST_LINE = 80;

    /**
     * @throws InvalidInput if there are none or too many, or one has a symbol that is not in the alphabet
     */
    public ListedSequences {
        sequences = List.copyOf(sequences);
        if (sequences.isEmpty()) {
            throw new InvalidInput("task.noSequence");
        }
        if (sequences.size() > MAX_SEQUENCES) {
            throw new InvalidInput("task.tooManySequences", sequences.size(), MAX_SEQUENCES);
        }
        Set<String> known = new HashSet<>(alphabet.symbols());
        for (int s = 0; s < sequences.size(); s++) {
            sequences.get(s).checked();
            for (String symbol : sequences.get(s).symbols()) {
                if (!known.contains(symbol)) {
                    throw new InvalidInput("task.symbol.unknown", symbol, s + 1);
                }
            }
        }
    }

    @Override
    public boolean hasSets() {
        return sets;
    }

    @Override
    public Task withSets(Task task, boolean now) {
        return now == sets ? task : new Task(new ListedSequences(alphabet, sequences, now));
    }

    @Override
    public List<Steps> shown() {
        int[][] indices = alphabet.indices(sequences);
        return sets
                ? LegalSymbols.encoded(indices)
                : Arrays.stream(indices).map(Steps::of).toList();
    }

    /** Without their steps, which take a while where there are a million. */
    @Override
    public IntStream listed() {
        return sequences.stream().mapToInt(Sequence::steps);
    }

    @Override
    public Optional<ListedSequences> typed() {
        return Optional.of(this);
    }

    @Override
    public String words() {
        return Message.text(
                sets ? "hyperparameters.task.sets" : "hyperparameters.task.listed",
                sequences.size(),
                sequences.get(0).symbols().stream().limit(SHOWN).collect(Collectors.joining(" ")));
    }

    @Override
    public String line() {
        String all = sequences.stream().map(Sequence::text).collect(Collectors.joining(" / "));
        return all.length() <= LONGEST_LINE
                ? all
                : sequences.size() + " sequences of up to " + (longestSteps() + 1) + " symbols";
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(ALPHABET, String.join(" ", alphabet.symbols()));
        values.put(SEQUENCES, sequences.stream().map(Sequence::text).toList());
        if (sets) {
            values.put(SETS, true);
        }
        return values;
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return MemorylessFloor.of(encoded(scored), outputs(), symbolsSeen);
    }

    /** That of the last symbols, then those of more, wherever one more lowers it; these only where a verdict is quick. */
    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        Steps[] encoded = encoded(scored);
        Stream<MemorylessFloor> lower = scored.of(listed()) > MAX_SCORED_STEPS
                ? Stream.of()
                : MemorylessFloor.ladder(encoded, outputs()).stream()
                        .filter(floor -> floor.symbolsSeen() > symbolsSeen);
        return Stream.concat(Stream.of(MemorylessFloor.of(encoded, outputs(), symbolsSeen)), lower)
                .map(PredictorFloor::seen)
                .toList();
    }

    private Steps[] encoded(ScoredSteps scored) {
        return scored.of(shown().toArray(Steps[]::new));
    }

    @Override
    public int floorsInLine() {
        return 1;
    }

    /**
     * Which symbols may follow each beginning of some sequences. A beginning is all symbols from the first on, so that beginnings
     * form a tree, and what may follow one are the symbols that lead on from there.
     */
    private static final class LegalSymbols {

        private static final int ROOT = 0;

        /** The beginning that a symbol leads to, by the one it leads on from and the symbol. */
        private final Map<Long, Integer> next = new HashMap<>();
        /** By the beginning. */
        private final List<TreeSet<Integer>> following = new ArrayList<>(List.of(new TreeSet<>()));

        private LegalSymbols() {}

        /** The steps of sequences of indices, each with all symbols that may follow. */
        static List<Steps> encoded(int[][] sequences) {
            LegalSymbols legal = new LegalSymbols();
            int[][] beginnings = Arrays.stream(sequences).map(legal::add).toArray(int[][]::new);
            List<Target> targets = legal.following.stream()
                    .map(symbols -> Target.ofSet(symbols.stream().mapToInt(Integer::intValue)))
                    .toList();
            return IntStream.range(0, sequences.length)
                    .mapToObj(s -> Steps.of(sequences[s], t -> targets.get(beginnings[s][t])))
                    .toList();
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
}
