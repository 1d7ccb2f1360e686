package lab.carousel.training;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;

/**
 * State of an earlier run from which a run goes on. It counts on from there and keeps the losses of before; its
 * optimiser is fresh, h and c are zero, and its random draws start from the beginning.
 *
 * @param epoch completed epochs of the earlier run
 * @param course its past; empty for an opened network
 */
public record Origin(Parameters parameters, int epoch, Optional<PastRun> course) {

    /** Origin of a run that goes on from a network of another program. */
    public static Origin opened(Parameters parameters) {
        return new Origin(parameters, 0, Optional.empty());
    }

    public boolean isOpened() {
        return course.isEmpty();
    }

    public Position start() {
        return course.map(before -> new Position(epoch, 0, 0, before.updates())).orElse(Position.START);
    }

    static Position startOf(Optional<Origin> origin) {
        return origin.map(Origin::start).orElse(Position.START);
    }
}
