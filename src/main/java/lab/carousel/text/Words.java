package lab.carousel.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words that stand for constants in files and on the command line, the same in all languages: their names in small
 * letters, with a space between the parts, as in {@code after sequence}.
 *
 * @param type of the constants
 */
public record Words<E extends Enum<E>>(Class<E> type) {

    /** The words for all constants of a type. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(type);
    }

    /** The word for a constant. */
    public String word(E constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The constant for a word. */
    public Optional<E> find(String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** All words, as a sentence lists them. */
    public String list() {
        return Arrays.stream(type.getEnumConstants()).map(this::word).collect(Collectors.joining(", "));
    }
}
