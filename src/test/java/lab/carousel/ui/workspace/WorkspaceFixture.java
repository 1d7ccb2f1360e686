package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.AnsweringDialogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What is worked on, without any window; all that takes a while is done at once, but for the run. */
abstract class WorkspaceFixture {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path folder;

    final AnsweringDialogs dialogs = new AnsweringDialogs();
    final Workspace workspace;

    WorkspaceFixture(Experiment initial) {
        workspace = open(Background.synchronous(), initial);
    }

    Workspace open(Background background, Experiment initial) {
        return new Workspace(background, name -> new KernelEngine(), dialogs, initial);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    static Experiment withSeed(long seed) {
        return Experiment.reference().with(all -> all.with(Settings.SEED, seed));
    }

    void await(BooleanSupplier condition) {
        await(workspace, condition);
    }

    static void await(Workspace any, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("waited").isLessThan(PATIENCE_NANOS);
            LockSupport.parkNanos(1_000_000);
            any.pulse();
        }
    }

    void trainEpoch() {
        workspace.lab().epochOnce();
        await(() -> workspace.run().updates() == 8
                && workspace.run().state() == RunState.PAUSED
                && edited().equals(Optional.of(workspace.lab().runningProperty().get())));
    }

    /** Trains to the end, and gives what came of it. */
    Snapshot train() {
        workspace.lab().play();
        await(() -> workspace.run().state() == RunState.FINISHED);
        return network();
    }

    /** As soon as there is one. */
    Snapshot network() {
        await(() -> workspace.run().latest().isPresent());
        return workspace.run().latest().orElseThrow();
    }

    Optional<Experiment> edited() {
        return workspace.project().edited();
    }

    void edit(Experiment experiment) {
        workspace.project().edit(draft -> draft.with(experiment));
    }
}
