package lab.carousel.view;

import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.task.Step;

/** What a click in a drawing selects for all views. */
public record Selected(OptionalInt unit, Optional<Step> step) {

    static Optional<Selected> unit(int unit) {
        return unit < 0 ? Optional.empty() : Optional.of(new Selected(OptionalInt.of(unit), Optional.empty()));
    }

    static Optional<Selected> step(Step step) {
        return Optional.of(new Selected(OptionalInt.empty(), Optional.of(step)));
    }
}
