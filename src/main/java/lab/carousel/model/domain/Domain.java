package lab.carousel.model.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import lab.carousel.model.Setting;
import lab.carousel.text.Words;

/** The values that a {@link Setting} can have, and how they are written in files and on the command line. */
public sealed interface Domain<T> {

    /** A value as it is written: a {@link Long}, a {@link Double}, or a word without quotation marks. */
    Object written(T value);

    default boolean contains(T value) {
        return true;
    }

    default Optional<T> ofWord(String word) {
        return Optional.empty();
    }

    default List<String> wordList() {
        return List.of();
    }

    default Optional<Number<T>> numbers() {
        return Optional.empty();
    }

    record Choice<T>(Words<T> words) implements Domain<T> {

        public static <E extends Enum<E>> Choice<E> of(Class<E> type) {
            return new Choice<>(Words.of(type));
        }

        public List<T> options() {
            return words.constants();
        }

        @Override
        public Object written(T value) {
            return words.word(value);
        }

        @Override
        public Optional<T> ofWord(String word) {
            return words.find(word);
        }

        @Override
        public List<String> wordList() {
            return options().stream().map(words::word).toList();
        }
    }

    /**
     * A number.
     *
     * @param slider which of them a slider reaches
     * @param of     the value that a possible number stands for
     * @param number the number that stands for a value
     */
    @SuppressWarnings("JavaLangClash") // always read as Domain.Number
    record Number<T>(Bounds bounds, SliderScale slider, DoubleFunction<T> of, ToDoubleFunction<T> number)
            implements Domain<T> {

        @Override
        public Object written(T value) {
            double written = number.applyAsDouble(value);
            // The two branches of a conditional would both become a double
            return bounds.whole() ? (Object) Long.valueOf((long) written) : Double.valueOf(written);
        }

        @Override
        public boolean contains(T value) {
            return bounds.contains(number.applyAsDouble(value));
        }

        @Override
        public Optional<Number<T>> numbers() {
            return Optional.of(this);
        }
    }

    /**
     * A number, or a word where a number would not do.
     *
     * @param beginning the number to begin with when the word is taken away
     */
    record NumberOrWord<T>(Number<T> number, Map<String, T> words, double beginning) implements Domain<T> {

        public NumberOrWord {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }

        /** The word of a value; empty if it has a number. */
        public Optional<String> word(T value) {
            return words.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public Object written(T value) {
            return word(value).<Object>map(word -> word).orElseGet(() -> number.written(value));
        }

        @Override
        public Optional<T> ofWord(String word) {
            return Optional.ofNullable(words.get(word));
        }

        @Override
        public List<String> wordList() {
            return List.copyOf(words.keySet());
        }

        @Override
        public boolean contains(T value) {
            return words.containsValue(value) || number.contains(value);
        }

        @Override
        public Optional<Number<T>> numbers() {
            return Optional.of(number);
        }
    }
}
