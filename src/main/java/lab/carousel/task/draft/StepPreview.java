package lab.carousel.task.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.text.Message;

/**
 * A sequence of a draft as the network gets to see it: input-output pairs and one-hot vectors.
 */
public final class StepPreview {

    private final List<String> symbols;
    /** What is expected at each step. */
    private final List<String> expected;

    private final Map<String, Integer> indices;
    private final int features;
    private final IntFunction<StepMark> marks;

    /** The sequence of a draft; sequence and marks are counted from 0. */
    public StepPreview(TaskDraft draft, int sequence, IntFunction<StepMark> marks) {
        symbols = draft.sequences().get(sequence).symbols();
        indices = draft.alphabet().firstPlaces();
        features = draft.alphabet().size();
        expected = draft.sets() ? legal(draft) : symbols.subList(Math.min(1, symbols.size()), symbols.size());
        this.marks = marks;
    }

    /** All symbols that follow the same beginning, in the order of the alphabet. */
    private List<String> legal(TaskDraft draft) {
        List<List<String>> alike =
                draft.sequences().stream().map(TypedSymbols::symbols).toList();
        List<String> found = new ArrayList<>();
        for (int step = 0; step + 1 < symbols.size(); step++) {
            int next = step + 1;
            alike = alike.stream()
                    .filter(other -> other.size() > next && other.get(next - 1).equals(symbols.get(next - 1)))
                    .toList();
            found.add(alike.stream()
                    .map(other -> other.get(next))
                    .distinct()
                    .sorted(Comparator.comparing(symbol -> indices.getOrDefault(symbol, features)))
                    .collect(Collectors.joining("|")));
        }
        return found;
    }

    /**
     * An input with the expected next symbol, or each that may follow.
     *
     * @param number of the step, counted from 1
     */
    public record Pair(int number, String input, String expected, StepMark mark) {

        /** For example {@code 3 → 0}. */
        public String text() {
            return input + " → " + expected;
        }
    }

    /** A symbol and its one-hot vector. */
    public record Encoded(String symbol, OneHot vector) {}

    public List<Pair> pairs() {
        return IntStream.range(0, symbols.size() - 1)
                .mapToObj(step -> new Pair(step + 1, symbols.get(step), expected.get(step), marks.apply(step)))
                .toList();
    }

    public List<Encoded> vectors() {
        return symbols.stream()
                .map(symbol -> new Encoded(symbol, new OneHot(indices.getOrDefault(symbol, -1), features)))
                .toList();
    }

    /**
     * A one-hot vector: 1 at the index of its symbol, 0 elsewhere.
     *
     * @param index counted from 0; -1 if the symbol is not in the alphabet
     */
    public record OneHot(int index, int length) {

        /** Longest vector written out in full. */
        public static final int WRITTEN_OUT = 16;

        /** The vector in brackets: all numbers of a short one; otherwise the 1 and the number of zeros beside it. */
        public String text() {
            if (index < 0) {
                return Message.text("task.oneHot.unknown");
            }
            if (length > WRITTEN_OUT) {
                String place = index == 0 ? "first" : index == length - 1 ? "last" : "long";
                return Message.text("task.oneHot." + place, index, length - 1 - index);
            }
            StringJoiner numbers = new StringJoiner(" ", "[", "]");
            for (int place = 0; place < length; place++) {
                numbers.add(place == index ? "1" : "0");
            }
            return numbers.toString();
        }
    }
}
