package lab.carousel.view;

import java.util.List;

/**
 * One of a few values. Its name stands in the words of its view, and so do those of the values: {@code clueProbe.vectors.BOTH}.
 *
 * @param values what is offered
 * @param first  chosen at first, or where another one is not offered; among the values
 */
public record Choice(String name, List<String> values, String first) {

    public Choice {
        values = List.copyOf(values);
    }

    /** The first one at first, if {@code first} is not offered. */
    static <E extends Enum<E>> Choice of(String name, List<E> values, E first) {
        return new Choice(
                name,
                values.stream().map(Enum::name).toList(),
                (values.contains(first) ? first : values.get(0)).name());
    }
}
