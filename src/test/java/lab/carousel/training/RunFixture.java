package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.AfterEach;

/** A run, and what its tests need to wait for it. */
abstract class RunFixture {

    /** Eight updates in an epoch, 24 in all. */
    static final Experiment THREE_EPOCHS = epochs(3);
    /** No test lives to see the second update. */
    static final Pace ENDLESSLY_SLOW = new Pace(1e-6);

    Run run;

    static Experiment epochs(int epochs) {
        Experiment reference = Experiment.reference();
        return reference.with(reference.hyperparameters().with(Settings.EPOCHS, epochs));
    }

    @AfterEach
    void closeRun() {
        run.close();
    }

    void start(RecordingEngine engine) {
        run = new Run(THREE_EPOCHS, engine, Optional.empty());
    }

    /** Starts a run with an engine that only writes down what it is asked to do. */
    RecordingEngine start() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        return engine;
    }

    /** The same, after its first update. */
    RecordingEngine startAndStep() {
        RecordingEngine engine = start();
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 1);
        return engine;
    }

    /** Starts a run with an engine that holds one of its updates, and goes on until it is held. */
    HeldEngine startAndHold(int update, Consumer<Run> command) {
        HeldEngine engine = new HeldEngine(update);
        start(engine);
        command.accept(run);
        engine.awaitUpdate();
        return engine;
    }

    /** The same, gives another command while the update is held, and lets it go on. */
    HeldEngine holdAndSay(int update, Consumer<Run> command, Consumer<Run> meanwhile) {
        HeldEngine engine = startAndHold(update, command);
        meanwhile.accept(run);
        engine.release();
        return engine;
    }

    RunStatus await(RunState state) {
        Await.until("the run is " + state, () -> run.status().state() == state);
        return run.status();
    }

    Snapshot awaitUpdates(RunState state, long updates) {
        Await.until("the run is " + state + " after " + updates + " updates", () -> {
            RunStatus status = run.status();
            return status.state() == state
                    && status.snapshot().orElseThrow().position().updates() == updates;
        });
        return run.status().snapshot().orElseThrow();
    }

    /** Gives a command, and waits for what comes of it. */
    Snapshot after(Consumer<Run> command, RunState state, long updates) {
        command.accept(run);
        return awaitUpdates(state, updates);
    }

    /** Plays so slowly that no test lives to see a second update. */
    void playSlowly() {
        run.setPace(ENDLESSLY_SLOW);
        run.play();
        awaitUpdates(RunState.RUNNING, 1);
    }

    /** Closes the run, and waits until its engine has made its last update. */
    void assertEndsAfter(int updates, RecordingEngine engine) {
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(updates);
    }

    void awaitEnd(RecordingEngine engine) {
        Await.until("the run has ended", () -> engine.trainersClosed.get() == 1);
    }
}
