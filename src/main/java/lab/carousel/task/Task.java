package lab.carousel.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Sequences to be learned, and their alphabet. Where they are drawn fresh each time, those of the task are a sample to
 * look at; training and evaluation take fresh ones from the source.
 *
 * @param sequences 1 to {@value #MAX_SEQUENCES}; where numbers are fed, their texts
 * @param source empty if the sequences are listed
 * @param sets whether every symbol that may follow counts, and not only the one that does: all that follow the same beginning,
 *     all symbols of a sequence from its first on, in any of the sequences. Only where they are listed
 */
public record Task(Alphabet alphabet, List<Sequence> sequences, Optional<DrawnTask> source, boolean sets) {

    public static final int MAX_SEQUENCES = 200;
    /** Symbols that are shown of the first sequence. */
    private static final int SHOWN = 8;

    /**
     * @throws InvalidInput if there are none or too many, or one has a symbol that is not in the alphabet
     */
    public Task {
        sequences = List.copyOf(sequences);
        if (source.isPresent() && !source.get().alphabet().equals(alphabet)) {
            throw new IllegalArgumentException("a drawn task has the alphabet of its source");
        }
        if (sets && source.isPresent()) {
            throw new InvalidInput("task.sets.drawn");
        }
        if (sequences.isEmpty()) {
            throw new InvalidInput("task.noSequence");
        }
        if (sequences.size() > MAX_SEQUENCES) {
            throw new InvalidInput("task.tooManySequences", sequences.size(), MAX_SEQUENCES);
        }
        Set<String> known = new HashSet<>(alphabet.symbols());
        for (int s = 0; s < sequences.size() && source.isEmpty(); s++) {
            for (String symbol : sequences.get(s).symbols()) {
                if (!known.contains(symbol)) {
                    throw new InvalidInput("task.symbol.unknown", symbol, s + 1);
                }
            }
        }
    }

    public Task(Alphabet alphabet, List<Sequence> sequences) {
        this(alphabet, sequences, Optional.empty(), false);
    }

    /** The same where every symbol that may follow counts, or only the one that does. */
    public Task withSets(boolean now) {
        return new Task(alphabet, sequences, source, now);
    }

    public static Task drawn(DrawnTask source) {
        Alphabet alphabet = source.alphabet();
        List<Sequence> sample =
                source.sample().stream().map(steps -> steps.text(alphabet)).toList();
        return new Task(alphabet, sample, Optional.of(source), false);
    }

    /** A task over the given alphabet; both written with blanks between the symbols. */
    public static Task parse(String alphabet, String... sequences) {
        return new Task(
                new Alphabet(Sequence.symbolsIn(alphabet)),
                Arrays.stream(sequences).map(Sequence::parse).toList());
    }

    /** The reference task, that of the tutorial: {@code 3 0 1 2 3} against {@code 4 0 1 2 4}. */
    public static Task reference() {
        return parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
    }

    public int steps() {
        return sequences.stream().mapToInt(Sequence::steps).sum();
    }

    public boolean isDrawn() {
        return source.isPresent();
    }

    /** What the task is, in a few words. */
    public String words() {
        return source.map(drawn -> Message.text("hyperparameters.task.drawn", drawn.name()))
                .orElseGet(() -> Message.text(
                        sets ? "hyperparameters.task.sets" : "hyperparameters.task.listed",
                        sequences.size(),
                        sequences.get(0).symbols().stream().limit(SHOWN).collect(Collectors.joining(" "))));
    }

    /** Number of listed sequences; 0 if they are drawn. */
    public int listedSequences() {
        return isDrawn() ? 0 : sequences.size();
    }

    /** Steps of the longest listed sequence; the least number of steps if they are drawn. */
    public int longestSteps() {
        if (source.isPresent()) {
            return source.get().shortestSteps();
        }
        return sequences.stream().mapToInt(Sequence::steps).max().orElseThrow();
    }

    public int shortestSteps() {
        if (source.isPresent()) {
            return source.get().shortestSteps();
        }
        return sequences.stream().mapToInt(Sequence::steps).min().orElseThrow();
    }

    /** Number of network outputs: one for each of the first symbols of the alphabet. */
    public int outputs() {
        return source.map(DrawnTask::outputs).orElseGet(alphabet::size);
    }

    /** Whether only the last step of a sequence counts for loss, recall and margin, by the nature of the task. */
    public boolean scoresLastStepOnly() {
        return source.isPresent() && source.get().scoresLastStepOnly();
    }

    /** Number of network inputs: one for each symbol, or for each number that is fed. */
    public int inputs() {
        return source.map(DrawnTask::inputs).orElseGet(alphabet::size);
    }

    /** Whether every symbol that may follow is a target, by choice or by the kind that is drawn. */
    public boolean hasSets() {
        return sets || (isDrawn() && source.get().kind().hasSets());
    }

    /** Whether numbers are fed and wanted, instead of symbols. */
    public boolean isOfNumbers() {
        return source.isPresent() && source.get().kind().isOfNumbers();
    }

    /** How many sequences were needed where the task was published; empty if that is not told. */
    public OptionalDouble publishedSequences() {
        return source.map(drawn -> drawn.kind().publishedSequences(drawn)).orElseGet(OptionalDouble::empty);
    }

    /** The steps of each sequence, all of them scored; inputs and targets are indices into the alphabet. A new array. */
    public Steps[] encoded() {
        if (source.isPresent()) {
            return source.get().sample().toArray(Steps[]::new);
        }
        int[][] indices = indices();
        return sets
                ? LegalSymbols.encoded(indices)
                : Arrays.stream(indices).map(Steps::of).toArray(Steps[]::new);
    }

    /** Indices into the alphabet of the symbols of each sequence: {@code [sequence][symbol]}. A new array. */
    public int[][] indices() {
        Map<String, Integer> indices = alphabet.indices();
        return sequences.stream()
                .map(sequence ->
                        sequence.symbols().stream().mapToInt(indices::get).toArray())
                .toArray(int[][]::new);
    }

    /** A step; the sequence is counted from 0, the step from 1. */
    public Step step(int sequence, int number) {
        if (sets || isDrawn()) {
            return encoded()[sequence].step(sequence, number - 1);
        }
        List<String> symbols = sequences.get(sequence).symbols();
        Map<String, Integer> indices = alphabet.indices();
        // The constructor has checked all symbols
        int input = Objects.requireNonNull(indices.get(symbols.get(number - 1)));
        int target = Objects.requireNonNull(indices.get(symbols.get(number)));
        return new Step(sequence, number, input, target);
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
}
