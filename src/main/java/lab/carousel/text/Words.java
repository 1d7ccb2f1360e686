package lab.carousel.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words for constants in files and on the command line, the same in all languages: their names in small letters with
 * spaces, as in {@code after sequence}.
 *
 * @param constants whose {@code toString} is their name
 */
public record Words<T>(List<T> constants) {

    public Words {
        constants = List.copyOf(constants);
    }

    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(List.of(type.getEnumConstants()));
    }

    public String word(T constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public Optional<T> find(String word) {
        return constants.stream()
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    public String list() {
        return constants.stream().map(this::word).collect(Collectors.joining(", "));
    }
}
