package lab.carousel.task.draft;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lab.carousel.task.ArrayShape;
import lab.carousel.text.Message;

/**
 * A sequence of a draft as the network gets to see it: input-output pairs, one-hot vectors, the shape of the array.
 */
public final class Presentation {

    private final List<String> symbols;
    private final Map<String, Integer> indices;
    private final int features;
    private final IntFunction<StepMark> marks;

    /** The sequence of a draft; sequence and marks are counted from 0. */
    public Presentation(TaskDraft draft, int sequence, IntFunction<StepMark> marks) {
        symbols = draft.sequences().get(sequence).symbols();
        indices = draft.alphabet().firstPlaces();
        features = draft.alphabet().size();
        this.marks = marks;
    }

    /**
     * An input with the expected next symbol.
     *
     * @param number of the step, counted from 1
     */
    public record Pair(int number, String input, String expected, StepMark mark) {

        /** For example {@code 3 → 0}. */
        public String text() {
            return input + " → " + expected;
        }
    }

    /**
     * A symbol and its one-hot vector.
     *
     * @param number in the sequence, counted from 1
     */
    public record Encoded(int number, String symbol, OneHot vector) {

        /** For example {@code 3 → [0 0 0 1 0]}. */
        public String text() {
            return symbol + " → " + vector.text();
        }
    }

    public List<Pair> pairs() {
        return IntStream.range(0, symbols.size() - 1)
                .mapToObj(step -> new Pair(step + 1, symbols.get(step), symbols.get(step + 1), marks.apply(step)))
                .toList();
    }

    public long decidingSteps() {
        return IntStream.range(0, symbols.size() - 1)
                .filter(step -> marks.apply(step) == StepMark.DECIDING)
                .count();
    }

    public List<Encoded> vectors() {
        return IntStream.range(0, symbols.size())
                .mapToObj(place -> new Encoded(
                        place + 1,
                        symbols.get(place),
                        new OneHot(indices.getOrDefault(symbols.get(place), -1), features)))
                .toList();
    }

    /** Shape of this sequence's array in the reference: a sample for each step, one time step each. */
    public ArrayShape shape() {
        return ArrayShape.ofSequence(symbols.size(), features);
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
                return Message.text(longKey(), index, length - 1 - index);
            }
            StringJoiner numbers = new StringJoiner(" ", "[", "]");
            for (int place = 0; place < length; place++) {
                numbers.add(place == index ? "1" : "0");
            }
            return numbers.toString();
        }

        private String longKey() {
            if (index == 0) {
                return "task.oneHot.first";
            }
            return index == length - 1 ? "task.oneHot.last" : "task.oneHot.long";
        }
    }
}
