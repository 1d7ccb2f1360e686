package lab.carousel.lesson;

import java.util.function.ToDoubleFunction;
import lab.carousel.training.Snapshot;

public enum Reading {
    LOSS(Spots.LOSS_VALUE, snapshot -> snapshot.evaluation().loss()),
    RIGHT(Spots.RECALL, snapshot -> snapshot.evaluation().right()),
    /** Margin at the worst deciding step. */
    MARGIN(Spots.MARGIN, snapshot -> snapshot.evaluation().margin()),
    BITS(Spots.VERDICT, snapshot -> snapshot.evaluation().judgement().bits()),
    EPOCH(Spots.PROGRESS, snapshot -> snapshot.position().epoch());

    private final WindowSpot spot;
    private final ToDoubleFunction<Snapshot> number;

    Reading(WindowSpot spot, ToDoubleFunction<Snapshot> number) {
        this.spot = spot;
        this.number = number;
    }

    public WindowSpot spot() {
        return spot;
    }

    public double of(Snapshot snapshot) {
        return number.applyAsDouble(snapshot);
    }
}
