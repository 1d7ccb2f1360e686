package lab.carousel.ui.controls;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * Writes what can be chosen in a box. Nothing is typed there.
 *
 * @param <T> a choice
 */
public final class ChoiceWords<T> extends StringConverter<T> {

    private final Function<T, String> words;

    /** Writes each choice so; none as nothing. */
    public ChoiceWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("what is chosen is not typed");
    }
}
