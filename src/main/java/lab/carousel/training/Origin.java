package lab.carousel.training;

import java.util.Optional;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.training.loss.LossHistory;

/**
 * Where a run started that did not start from the weights of its seed, but goes on from a state of an earlier run. It counts
 * on from there and keeps the losses of before; its optimiser remembers nothing, h and c are zero, and what it draws it draws
 * from the beginning.
 *
 * @param parameters the weights it started from
 * @param epoch      the epochs that the earlier run had completed then
 * @param course     what was before, from which it counts on; empty if it is an opened network
 */
public record Origin(Parameters parameters, int epoch, Optional<Past> course) {

    /**
     * What was before.
     *
     * @param updates the weight updates made until then
     * @param task    what was learned
     * @param losses  of the epochs until then, that one with them
     */
    public record Past(long updates, Task task, LossHistory.View losses) {}

    /** Of a run that goes on from a network that another program trained. */
    public static Origin opened(Parameters parameters) {
        return new Origin(parameters, 0, Optional.empty());
    }

    /** Whether nothing is known of what was before. */
    public boolean isOpened() {
        return course.isEmpty();
    }

    /** Where the run was before its first update. */
    public Position start() {
        return course.map(before -> new Position(epoch, 0, 0, before.updates())).orElse(Position.START);
    }

    /** Where a run was before its first update, whether it went on from another one or not. */
    static Position startOf(Optional<Origin> origin) {
        return origin.map(Origin::start).orElse(Position.START);
    }
}
