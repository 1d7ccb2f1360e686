package lab.carousel.lesson;

import java.util.function.ToDoubleFunction;
import lab.carousel.training.Snapshot;

/** A number that can be read off the screen. */
public enum Reading {
    /** The loss, as a mean over the outputs. */
    LOSS(snapshot -> snapshot.evaluation().loss()),
    /** How many steps are predicted right. */
    RIGHT(snapshot -> snapshot.evaluation().right()),
    /** The margin at the worst deciding step. */
    MARGIN(snapshot -> snapshot.evaluation().margin()),
    /** The bits of the verdict. */
    BITS(snapshot -> snapshot.evaluation().judgement().bits()),
    /** The epochs done. */
    EPOCH(snapshot -> snapshot.position().epoch());

    private final ToDoubleFunction<Snapshot> number;

    Reading(ToDoubleFunction<Snapshot> number) {
        this.number = number;
    }

    /** What the screen shows of a run. */
    public double of(Snapshot snapshot) {
        return number.applyAsDouble(snapshot);
    }
}
