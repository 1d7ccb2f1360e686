package lab.carousel.lesson;

import java.util.Optional;

/**
 * An answer to what was seen.
 *
 * @param answer index of a choice, from 0, or a number
 * @param truth what is to be seen; the answer itself where nothing is called right
 * @param agrees whether they are equal, as far as one can read; empty where nothing is called right
 */
public record Observed(double answer, double truth, Optional<Boolean> agrees) {

    public Observed(double answer, double truth, boolean agrees) {
        this(answer, truth, Optional.of(agrees));
    }

    /** An answer of which nobody knows whether it is right. */
    static Observed unjudged(double answer) {
        return new Observed(answer, answer, Optional.empty());
    }

    public boolean isRight() {
        return agrees.orElse(false);
    }
}
