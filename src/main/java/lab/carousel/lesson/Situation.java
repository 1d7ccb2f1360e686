package lab.carousel.lesson;

import java.util.Optional;
import java.util.function.Predicate;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/**
 * What is going on in the window, as far as a lesson asks.
 *
 * @param edited the experiment as edited; empty while something in it is not valid
 * @param status what the run does
 * @param place  the key of the place of the microscope that is shown
 */
public record Situation(Optional<Experiment> edited, RunStatus status, String place) {

    /** The latest snapshot of a run of the experiment as edited; empty if the run is of another one. */
    Optional<Snapshot> snapshot() {
        return status.snapshot()
                .filter(snapshot -> edited.filter(snapshot.experiment()::equals).isPresent());
    }

    /** The same, once at least one update was made. */
    Optional<Snapshot> trained() {
        return snapshot().filter(snapshot -> snapshot.position().updates() > 0);
    }

    /** Whether there is such a snapshot, and something holds for it. */
    boolean shows(Predicate<Snapshot> what) {
        return snapshot().filter(what).isPresent();
    }
}
