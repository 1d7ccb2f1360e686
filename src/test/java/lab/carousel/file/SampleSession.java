package lab.carousel.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.HeatmapLayer;
import lab.carousel.picture.Colours;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;

/** Sessions for tests, with runs that were really trained. */
public final class SampleSession {

    private SampleSession() {}

    /** A run after so many epochs, and an update more. */
    public static Snapshot trained(Experiment experiment, int epochs, Optional<Origin> origin) {
        try (Training training = new Training(experiment, new KernelEngine(), origin)) {
            while (training.position().epoch() < epochs) {
                training.advance();
            }
            training.advance();
            return training.snapshot();
        }
    }

    /** A session with a run that went on from another one, which is pinned. */
    public static Session of(Experiment experiment, int epochs) {
        Snapshot first = trained(experiment, epochs, Optional.empty());
        Snapshot run = trained(experiment, epochs, Optional.of(first.asOrigin()));
        return new Session(
                experiment.with(experiment.hyperparameters().withSeed(77)),
                Optional.of(Path.of("mine.carousel").toAbsolutePath()),
                Optional.of(new PausedRun(run, Optional.empty())),
                List.of(new Session.Pinned(3, first.withoutPast())),
                new PanelLayout(true, false, true, true, false, 400, 360, 0.6, 0.4),
                new SessionView(
                        "compare",
                        4,
                        Optional.of(new SessionView.Spot(1, 3)),
                        HeatmapLayer.CELL_STATE,
                        OptionalInt.of(2),
                        false,
                        true,
                        Colours.TOL));
    }
}
