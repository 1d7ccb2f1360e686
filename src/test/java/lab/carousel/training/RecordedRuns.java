package lab.carousel.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.engine.Engine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;

/** Trainings for tests, with what they publish on the way. */
public final class RecordedRuns {

    private RecordedRuns() {}

    /** The snapshots of a run at its start and after each of so many updates. */
    public static List<Snapshot> updates(Experiment experiment, Engine engine, int updates) {
        List<Snapshot> snapshots = new ArrayList<>();
        try (Training training = new Training(experiment, engine)) {
            snapshots.add(training.snapshot());
            for (int update = 0; update < updates; update++) {
                training.advance();
                snapshots.add(training.snapshot());
            }
        }
        return snapshots;
    }

    /** The snapshots of a run at the ends of these epochs, in ascending order. */
    public static List<Snapshot> epochs(Experiment experiment, Engine engine, int... epochs) {
        List<Snapshot> snapshots = new ArrayList<>();
        try (Training training = new Training(experiment, engine)) {
            for (int epoch : epochs) {
                while (training.position().epoch() < epoch) {
                    training.advance();
                }
                snapshots.add(training.snapshot());
            }
        }
        return snapshots;
    }

    /** The end of a run of the kernel. */
    public static Snapshot end(Experiment experiment) {
        return end(experiment, new KernelEngine(), Optional.empty());
    }

    /** The end of a run, from an origin if one is given. */
    public static Snapshot end(Experiment experiment, Engine engine, Optional<Origin> origin) {
        try (Training training = new Training(experiment, engine, origin)) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }
}
