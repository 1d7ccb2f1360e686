package lab.carousel.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.task.Step;

/**
 * What a click in a drawing selects for all views.
 *
 * @param fork    the steps of the one that is selected with the step; empty for none
 * @param choices of the view itself, by their names
 */
public record Selected(OptionalInt unit, Optional<Step> step, List<Step> fork, Map<String, String> choices) {

    public Selected {
        fork = List.copyOf(fork);
        choices = Map.copyOf(choices);
    }

    static Optional<Selected> unit(int unit) {
        return unit < 0
                ? Optional.empty()
                : Optional.of(new Selected(OptionalInt.of(unit), Optional.empty(), List.of(), Map.of()));
    }

    static Optional<Selected> step(Step step) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.of(step), List.of(), Map.of()));
    }

    /** The steps of a fork, and one of them. */
    static Optional<Selected> fork(List<Step> steps, Step chosen) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.of(chosen), steps, Map.of()));
    }

    static Optional<Selected> both(OptionalInt unit, Step step) {
        return Optional.of(new Selected(unit, Optional.of(step), List.of(), Map.of()));
    }

    static Optional<Selected> choice(String name, String value) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.empty(), List.of(), Map.of(name, value)));
    }
}
