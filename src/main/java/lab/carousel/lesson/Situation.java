package lab.carousel.lesson;

import java.util.Optional;
import java.util.function.Predicate;
import lab.carousel.model.Experiment;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;

/**
 * State of the window, as far as a lesson asks.
 *
 * @param edited the edited experiment; empty while it is invalid
 * @param place key of the microscope's place that is shown
 */
public record Situation(Optional<Experiment> edited, RunStatus status, String place) {

    /** Latest snapshot of a run of the edited experiment; empty if the run is of another one. */
    Optional<Snapshot> snapshot() {
        return status.snapshot()
                .filter(snapshot -> edited.filter(snapshot.experiment()::equals).isPresent());
    }

    /** The same, once at least one update was made. */
    Optional<Snapshot> trained() {
        return snapshot().filter(snapshot -> snapshot.position().updates() > 0);
    }

    boolean shows(Predicate<Snapshot> what) {
        return snapshot().filter(what).isPresent();
    }
}
