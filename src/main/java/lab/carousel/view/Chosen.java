package lab.carousel.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.text.InvalidInput;

/**
 * What is chosen of a view, by the names of its choices.
 *
 * @param values one that is offered for each of its choices
 */
public record Chosen(Map<String, String> values) {

    public Chosen {
        values = Map.copyOf(values);
    }

    /** What somebody chose as far as it is offered, and of the rest what is offered first. */
    public static Chosen within(List<Choice> choices, Map<String, String> values) {
        return new Chosen(choices.stream().collect(Collectors.toMap(Choice::name, choice -> choice.of(values))));
    }

    /**
     * What somebody chose, and of the rest what is offered first.
     *
     * @throws InvalidInput if the view has no such choice, or does not offer such a value
     */
    public static Chosen of(View view, Experiment experiment, Map<String, String> values) {
        List<Choice> choices = view.choices(experiment);
        values.forEach((name, value) -> {
            Choice choice = choices.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(
                            "view.noChoice",
                            name,
                            choices.isEmpty()
                                    ? "–"
                                    : choices.stream().map(Choice::name).collect(Collectors.joining(", "))));
            choice.check(value);
        });
        return within(choices, values);
    }

    String of(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    <E extends Enum<E>> E of(String name, Class<E> type) {
        return Enum.valueOf(type, of(name));
    }

    /** A number that is chosen of some, not typed in other words. */
    int number(String name) {
        return Integer.parseInt(of(name).strip());
    }

    /** Units, numbered over all layers from 0. */
    Set<Integer> units(String name, ParameterLayout layout) {
        return UnitRanges.choice(of(name), layout).in(layout);
    }

    /** Whether yes is chosen. */
    boolean is(String name) {
        return of(name).equals(Choice.YES);
    }

    /** All that are chosen of a choice of several. */
    <E extends Enum<E>> Set<E> several(String name, Class<E> type) {
        return Arrays.stream(of(name).split(Choice.AND))
                .map(value -> Enum.valueOf(type, value))
                .collect(Collectors.toSet());
    }
}
