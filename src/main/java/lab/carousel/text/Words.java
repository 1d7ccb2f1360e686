package lab.carousel.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words for constants in files and on the command line, the same in all languages: their names in small letters with
 * spaces, as in {@code after sequence}.
 */
public record Words<E extends Enum<E>>(Class<E> type) {

    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(type);
    }

    public String word(E constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public Optional<E> find(String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    public String list() {
        return Arrays.stream(type.getEnumConstants()).map(this::word).collect(Collectors.joining(", "));
    }
}
