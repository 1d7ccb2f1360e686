package lab.carousel.training;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.training.loss.LossCourse;

/**
 * State of an earlier run from which a run goes on. It counts on from there and keeps the losses of before; its
 * optimiser is fresh, h and c are zero, and its random draws start from the beginning.
 *
 * @param epoch completed epochs of the earlier run
 * @param course its past; empty for an opened network
 */
public record Origin(Parameters parameters, int epoch, Optional<Past> course) {

    /** Past of the earlier run, with the losses up to and including the origin. */
    public record Past(long updates, Task task, LossCourse losses) {}

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
