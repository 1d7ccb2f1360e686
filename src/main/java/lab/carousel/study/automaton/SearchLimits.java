package lab.carousel.study.automaton;

import java.util.function.BooleanSupplier;

/** @param stopped told during the search */
public record SearchLimits(int states, double seconds, BooleanSupplier stopped) {
    /** As many states as can be read in a picture. */
    public static final SearchLimits USUAL = new SearchLimits(60, 10, () -> false);

    public SearchLimits stoppedBy(BooleanSupplier other) {
        return new SearchLimits(states, seconds, other);
    }
}
