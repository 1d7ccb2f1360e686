package lab.carousel.view;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.task.Step;

/**
 * What a click in a drawing selects for all views.
 *
 * @param choices of the view itself, by their names
 */
public record Selected(OptionalInt unit, Optional<Step> step, Map<String, String> choices) {

    public Selected {
        choices = Map.copyOf(choices);
    }

    static Optional<Selected> unit(int unit) {
        return unit < 0
                ? Optional.empty()
                : Optional.of(new Selected(OptionalInt.of(unit), Optional.empty(), Map.of()));
    }

    static Optional<Selected> step(Step step) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.of(step), Map.of()));
    }

    static Optional<Selected> both(OptionalInt unit, Step step) {
        return Optional.of(new Selected(unit, Optional.of(step), Map.of()));
    }

    static Optional<Selected> choice(String name, String value) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.empty(), Map.of(name, value)));
    }
}
