package lab.carousel.file.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.training.PausedRun;

/**
 * The whole state of a window.
 *
 * @param experiment as edited; the last valid one
 * @param document its experiment file, if it was opened or saved
 * @param run empty if nothing was learned yet
 */
public record Session(
        Experiment experiment,
        Optional<Path> document,
        Optional<PausedRun> run,
        List<PinnedSnapshot> pinned,
        PanelLayout layout,
        SessionView view,
        ClassWork work) {

    public Session {
        pinned = List.copyOf(pinned);
    }
}
