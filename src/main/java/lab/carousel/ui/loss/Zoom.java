package lab.carousel.ui.loss;

import java.util.Optional;
import lab.carousel.picture.loss.LossRange;

/** The part of the loss chart that the user asked for; the whole, following the training, at first. */
public final class Zoom {

    private Optional<LossRange> range = Optional.empty();

    /** The part; empty while everything is shown. */
    Optional<LossRange> range() {
        return range;
    }

    void set(Optional<LossRange> newRange) {
        range = newRange;
    }
}
