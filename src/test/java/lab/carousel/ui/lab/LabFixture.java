package lab.carousel.ui.lab;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.Engine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.AfterEach;

/** A lab, pulsed as the screen does. */
abstract class LabFixture {

    static final Experiment REFERENCE = Experiment.reference();

    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    Lab lab;
    /** Stands still unless a test moves it. */
    long nanos;

    int runs;

    @AfterEach
    void close() {
        lab.close();
    }

    void make(Engine engine, Experiment experiment) {
        lab = new Lab(
                name -> {
                    runs++;
                    return engine;
                },
                experiment,
                () -> nanos);
    }

    void finish(Engine engine) {
        make(engine, REFERENCE);
        lab.play();
        await(() -> state() == RunState.FINISHED);
    }

    void edit(Experiment experiment) {
        lab.edit(Optional.of(experiment.task()), Optional.of(experiment.hyperparameters()), experiment.engine());
    }

    static Experiment units(int units) {
        return REFERENCE.with(all -> all.with(Settings.HIDDEN_UNITS, units));
    }

    RunState state() {
        return lab.statusProperty().get().state();
    }

    Snapshot snapshot() {
        return lab.statusProperty().get().snapshot().orElseThrow();
    }

    /** Pulses until there is a snapshot and a condition holds. */
    void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                fail("waited in vain; the run is " + state());
            }
            LockSupport.parkNanos(200_000);
            lab.pulse();
        } while (lab.statusProperty().get().snapshot().isEmpty() || !condition.getAsBoolean());
    }
}
