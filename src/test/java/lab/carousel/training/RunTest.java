package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import lab.carousel.engine.Trainer;
import lab.carousel.message.InvalidInput;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTest {

    /** Eight updates in an epoch, 24 in all. */
    private static final Experiment THREE_EPOCHS = epochs(3);
    /** No test lives to see the second update. */
    private static final Pace ENDLESSLY_SLOW = new Pace(1e-6);

    private Run run;

    private static Experiment epochs(int epochs) {
        Experiment reference = Experiment.reference();
        return reference.with(reference.hyperparameters().withEpochs(epochs));
    }

    @AfterEach
    void closeRun() {
        run.close();
    }

    private void start(RecordingEngine engine) {
        run = new Run(THREE_EPOCHS, engine);
    }

    private RunStatus await(RunState state) {
        Await.until("the run is " + state, () -> run.status().state() == state);
        return run.status();
    }

    private Snapshot awaitUpdates(RunState state, long updates) {
        Await.until("the run is " + state + " after " + updates + " updates, but " + run.status(), () -> {
            RunStatus status = run.status();
            return status.state() == state
                    && status.snapshot().orElseThrow().position().updates() == updates;
        });
        return run.status().snapshot().orElseThrow();
    }

    private void awaitEnd(RecordingEngine engine) {
        Await.until("the run has ended", () -> engine.trainersClosed.get() == 1);
    }

    @Test
    void waitsAtItsStartToBeTold() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        Snapshot snapshot = awaitUpdates(RunState.PAUSED, 0);
        assertThat(snapshot.position()).isEqualTo(Position.START);
        assertThat(snapshot.parameters()).isEqualTo(InitialParameters.of(THREE_EPOCHS));
        assertThat(engine.calls).isEmpty();
        assertThat(run.experiment()).isEqualTo(THREE_EPOCHS);
    }

    @Test
    void playsToTheEndAndSaysSo() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.play(); // most likely while it is still preparing
        RunStatus status = await(RunState.FINISHED);
        Snapshot last = status.snapshot().orElseThrow();
        assertThat(last.position()).isEqualTo(new Position(3, 2, 4, 24));
        assertThat(last.history().size()).isEqualTo(3);
        assertThat(status.remaining()).isEmpty();
        assertThat(status.divergence()).isEmpty();
        assertThat(status.failure()).isEmpty();
        assertThat(engine.updates).hasValue(24);
    }

    @Test
    void aFinishedRunDoesNotGoOn() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.play();
        await(RunState.FINISHED);
        run.play();
        run.stepOnce();
        run.epochOnce();
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(24);
        assertThat(run.status().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void withoutEpochsItIsFinishedAtOnce() {
        run = new Run(epochs(0), new RecordingEngine());
        assertThat(await(RunState.FINISHED).snapshot().orElseThrow().position()).isEqualTo(Position.START);
    }

    @Test
    void pausesAfterTheUpdateUnderWay() {
        HeldEngine engine = new HeldEngine(5);
        start(engine);
        run.play();
        engine.awaitUpdate();
        run.pause();
        engine.release();
        awaitUpdates(RunState.PAUSED, 5);
        run.play();
        await(RunState.FINISHED);
        assertThat(engine.updates).hasValue(24);
    }

    @Test
    void isRunningBeforeItsFirstUpdateIsDone() {
        HeldEngine engine = new HeldEngine(1);
        start(engine);
        await(RunState.PAUSED);
        run.play();
        engine.awaitUpdate();
        assertThat(run.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(run.status().snapshot().orElseThrow().position()).isEqualTo(Position.START);
        engine.release();
        await(RunState.FINISHED);
    }

    @Test
    void makesOneUpdateAtATime() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        for (int update = 1; update <= 3; update++) {
            run.stepOnce();
            Snapshot snapshot = awaitUpdates(RunState.PAUSED, update);
            assertThat(snapshot.position()).isEqualTo(new Position(0, 1, update, update));
        }
        assertThat(engine.updates).hasValue(3);
    }

    @Test
    void aStepAskedForDuringAnUpdateIsAnUpdateOfItsOwn() {
        HeldEngine engine = new HeldEngine(1);
        start(engine);
        run.stepOnce();
        engine.awaitUpdate();
        run.stepOnce();
        engine.release();
        awaitUpdates(RunState.PAUSED, 2);
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(2);
    }

    @Test
    void goesToTheEndOfTheEpoch() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 1);
        run.epochOnce();
        assertThat(awaitUpdates(RunState.PAUSED, 8).position()).isEqualTo(new Position(1, 2, 4, 8));
        run.epochOnce();
        awaitUpdates(RunState.PAUSED, 16);
        run.epochOnce();
        awaitUpdates(RunState.FINISHED, 24);
    }

    @Test
    void anEpochAskedForDuringTheLastUpdateOfAnEpochIsTheNextOne() {
        HeldEngine engine = new HeldEngine(8);
        start(engine);
        run.epochOnce();
        engine.awaitUpdate();
        run.epochOnce();
        engine.release();
        awaitUpdates(RunState.PAUSED, 16);
    }

    @Test
    void aFasterPaceCountsAtOnce() {
        start(new RecordingEngine());
        run.setPace(ENDLESSLY_SLOW);
        run.play();
        awaitUpdates(RunState.RUNNING, 1);
        run.setPace(Pace.FASTEST);
        awaitUpdates(RunState.FINISHED, 24);
    }

    @Test
    void commandsDoNotWaitForASlowPace() {
        start(new RecordingEngine());
        run.setPace(ENDLESSLY_SLOW);
        run.play();
        awaitUpdates(RunState.RUNNING, 1);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 2);
        run.play();
        awaitUpdates(RunState.RUNNING, 3);
        run.pause();
        awaitUpdates(RunState.PAUSED, 3);
    }

    @Test
    void theEndIsToldAtOnceAlsoAtASlowPace() {
        HeldEngine engine = new HeldEngine(24);
        start(engine);
        run.play();
        engine.awaitUpdate();
        run.setPace(ENDLESSLY_SLOW);
        engine.release();
        awaitUpdates(RunState.FINISHED, 24);
    }

    @Test
    void theTimeLeftFollowsThePace() {
        start(new RecordingEngine());
        run.setPace(new Pace(2));
        Await.until("24 updates are expected to take 12 s", () -> run.status()
                .remaining()
                .equals(Optional.of(Duration.ofSeconds(12))));
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 1);
        assertThat(run.status().remaining()).contains(Duration.ofMillis(11_500));
    }

    @Test
    void aNewLearningRateCountsFromTheNextUpdate() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 1);
        run.setLearningRate(0.5);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 2);
        assertThat(engine.calls)
                .containsExactly(
                        "rate 0.001",
                        "[3, 0, 1, 2, 3] from 0: 1 x 1",
                        "rate 0.5",
                        "[3, 0, 1, 2, 3] from 1: 1 x 1");
        assertThatThrownBy(() -> run.setLearningRate(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void closingInterruptsTheWaitOfASlowPace() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.setPace(ENDLESSLY_SLOW);
        run.play();
        awaitUpdates(RunState.RUNNING, 1);
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(1);
    }

    @Test
    void closingDoesNotWaitForALongUpdate() {
        HeldEngine engine = new HeldEngine(2);
        start(engine);
        run.play();
        engine.awaitUpdate();
        run.close(); // comes back although the update is still under way
        assertThat(engine.trainersClosed).hasValue(0);
        engine.release();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(2);
    }

    @Test
    void aClosedRunTakesNoCommands() {
        RecordingEngine engine = new RecordingEngine();
        start(engine);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 1);
        run.close();
        run.play();
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(1);
        assertThat(run.status().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void divergesWithTheLastGoodSnapshotAndStops() {
        RecordingEngine engine = new RecordingEngine() {
            @Override
            double loss(int update) {
                return update == 11 ? Double.POSITIVE_INFINITY : 1;
            }
        };
        start(engine);
        run.epochOnce();
        Snapshot good = awaitUpdates(RunState.PAUSED, 8);
        run.stepOnce();
        awaitUpdates(RunState.PAUSED, 9);
        run.play();
        RunStatus status = await(RunState.DIVERGED);
        assertThat(status.divergence()).contains(new Divergence(2, 1, 3));
        assertThat(status.remaining()).isEmpty();
        Snapshot last = status.snapshot().orElseThrow();
        assertThat(last.position().updates()).isBetween(9L, 10L);
        assertThat(last.parameters().isFinite()).isTrue();
        assertThat(last.history().size()).isEqualTo(good.history().size());
        run.play();
        run.close();
        awaitEnd(engine);
        assertThat(engine.updates).hasValue(11);
        assertThat(run.status().state()).isEqualTo(RunState.DIVERGED);
    }

    @Test
    void anUnexpectedFailureIsToldAndKeepsTheLastSnapshot() {
        Throwable failure = new AssertionError("expected by this test");
        RecordingEngine engine = new RecordingEngine() {
            @Override
            double loss(int update) {
                if (update == 9) {
                    throw (AssertionError) failure;
                }
                return 1;
            }
        };
        start(engine);
        run.epochOnce();
        Snapshot good = awaitUpdates(RunState.PAUSED, 8);
        run.play();
        RunStatus status = await(RunState.FAILED);
        assertThat(status.failure()).containsSame(failure);
        assertThat(status.snapshot()).contains(good);
        assertThat(engine.trainersClosed).hasValue(1);
    }

    @Test
    void anEngineThatCannotStartIsAFailure() {
        RecordingEngine engine = new RecordingEngine() {
            @Override
            public Trainer start(Experiment experiment, Parameters initial) {
                throw new UnsatisfiedLinkError("expected by this test");
            }
        };
        start(engine);
        run.play();
        RunStatus status = await(RunState.FAILED);
        assertThat(status.failure().orElseThrow()).isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(status.snapshot().orElseThrow().position()).isEqualTo(Position.START);
    }

    @Test
    void everyStatusIsConsistentAndTheyAreNotTooMany() {
        int epochs = 3_000;
        run = new Run(epochs(epochs), new RecordingEngine());
        long start = System.nanoTime();
        run.play();
        int published = 0;
        RunStatus last = null;
        while (last == null || last.state() != RunState.FINISHED) {
            RunStatus status = run.status();
            if (status != last) {
                status.snapshot().ifPresent(RunTest::assertConsistent);
                published++;
                last = status;
            }
            assertThat(System.nanoTime() - start).isLessThan(Await.LIMIT.toNanos());
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        assertThat(last.snapshot().orElseThrow().position().epoch()).isEqualTo(epochs);
        // One each 33 ms, and those of preparing, going on, and finishing (once when due, once more at rest)
        assertThat(published).isLessThanOrEqualTo((int) (milliseconds / 33) + 6);
    }

    /** The recording engine writes the number of updates into the last parameter. */
    private static void assertConsistent(Snapshot snapshot) {
        Position position = snapshot.position();
        assertThat(snapshot.parameters().get(snapshot.parameters().layout().size() - 1))
                .isEqualTo(position.updates());
        LossHistory.View history = snapshot.history();
        assertThat(history.size()).isEqualTo(position.epoch());
        if (position.epoch() > 0) {
            assertThat(history.epoch(history.size() - 1)).isEqualTo(position.epoch());
        }
        assertThat(position.updates() / 8).isEqualTo(position.epoch());
    }
}
