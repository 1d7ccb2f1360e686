package lab.carousel.study.many;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * What is varied, and over which values: a list, or for a random search a range.
 *
 * @param name    names it in files and tables, for example {@code hiddenUnits}
 * @param words   name it on charts, for example {@code Hidden units}
 * @param choices its values in the order in which they are shown: 1 to {@value #MAX_CHOICES}; none if it is a range
 * @param range   where random values come from; empty if the values are listed
 */
public record Axis(String name, Message words, List<AxisValue> choices, Optional<Range> range) {

    public static final int MAX_CHOICES = 1_000;

    /**
     * Copies the choices.
     *
     * @throws InvalidInput if it has no name, no value or too many, or two values have the same label
     */
    public Axis {
        choices = List.copyOf(choices);
        if (name.isBlank()) {
            throw new InvalidInput("studies.axis.noName");
        }
        if (range.isPresent() && !choices.isEmpty()) {
            throw new IllegalArgumentException("an axis is a list or a range");
        }
        if (range.isEmpty() && (choices.isEmpty() || choices.size() > MAX_CHOICES)) {
            throw new InvalidInput("studies.axis.values", name, MAX_CHOICES);
        }
        Set<String> labels = new HashSet<>();
        for (AxisValue choice : choices) {
            if (!labels.add(choice.name())) {
                throw new InvalidInput("studies.axis.twice", name, choice.name());
            }
        }
    }

    public static Axis listed(String name, Message words, List<AxisValue> choices) {
        return new Axis(name, words, choices, Optional.empty());
    }

    public static Axis ranging(String name, Message words, Range range) {
        return new Axis(name, words, List.of(), Optional.of(range));
    }

    public String title() {
        return words.text();
    }

    /** Whether each value stands for a number, so that the values lie on a scale. */
    public boolean isScale() {
        return range.isPresent()
                || choices.stream().allMatch(choice -> choice.number().isPresent());
    }
}
