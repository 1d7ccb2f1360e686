package lab.carousel.file.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;

/**
 * All that a window holds: what is being edited, the run with its history, the pinned runs, and how it looks.
 *
 * @param experiment as edited; while something in it is not valid, as it was before
 * @param document   the experiment file that it belongs to, if it was opened or saved
 * @param run        the run; empty if nothing was learned yet
 * @param pinned     the pinned runs
 * @param layout     the panels
 * @param view       what is looked at
 * @param work       what was made besides
 */
public record Session(
        Experiment experiment,
        Optional<Path> document,
        Optional<PausedRun> run,
        List<Pinned> pinned,
        PanelLayout layout,
        SessionView view,
        ClassWork work) {

    /**
     * A pinned run.
     *
     * @param number   its number, from 1
     * @param snapshot where it was, without the states of its earlier epochs
     */
    public record Pinned(int number, Snapshot snapshot) {}

    /** Copies the list. */
    public Session {
        pinned = List.copyOf(pinned);
    }
}
