package lab.carousel.lesson;

import java.util.function.ToDoubleFunction;
import lab.carousel.training.Snapshot;

/** A number that can be read off the screen. */
public enum Reading {
    /** The loss, as a mean over the outputs. */
    LOSS(Spots.LOSS_VALUE, snapshot -> snapshot.evaluation().loss()),
    /** How many steps are predicted right. */
    RIGHT(Spots.RECALL, snapshot -> snapshot.evaluation().right()),
    /** The margin at the worst deciding step. */
    MARGIN(Spots.MARGIN, snapshot -> snapshot.evaluation().margin()),
    /** The bits of the verdict. */
    BITS(Spots.VERDICT, snapshot -> snapshot.evaluation().judgement().bits()),
    /** The epochs done. */
    EPOCH(Spots.PROGRESS, snapshot -> snapshot.position().epoch());

    private final WindowSpot spot;
    private final ToDoubleFunction<Snapshot> number;

    Reading(WindowSpot spot, ToDoubleFunction<Snapshot> number) {
        this.spot = spot;
        this.number = number;
    }

    /** Where it stands. */
    public WindowSpot spot() {
        return spot;
    }

    /** What the screen shows of a run. */
    public double of(Snapshot snapshot) {
        return number.applyAsDouble(snapshot);
    }
}
