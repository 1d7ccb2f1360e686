package lab.carousel.study.automaton;

import java.util.function.BooleanSupplier;

/** @param stopped told during the search */
public record SearchLimits(int states, double seconds, BooleanSupplier stopped) {
    /** As many states as can be read in a picture. */
    public static final int MOST_STATES = 60;

    public static final SearchLimits USUAL = new SearchLimits(MOST_STATES, 10, () -> false);

    public SearchLimits stoppedBy(BooleanSupplier other) {
        return new SearchLimits(states, seconds, other);
    }
}
