package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.carousel.engine.Trainer;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

/** How runs end: finished, closed, diverged or failed. */
class RunEndTest extends RunFixture {

    @Test
    void playsToTheEndAndSaysSo() {
        RecordingEngine engine = start();
        run.play(); // most likely while it is still preparing
        RunStatus status = await(RunState.FINISHED);
        Snapshot last = status.snapshot().orElseThrow();
        assertThat(last.position()).isEqualTo(new Position(3, 2, 4, 24));
        assertThat(last.history().size()).isEqualTo(3);
        assertThat(status.remaining()).isEmpty();
        assertThat(status.divergence()).isEmpty();
        assertThat(status.failure()).isEmpty();
        run.play();
        run.stepOnce();
        run.epochOnce();
        assertEndsAfter(24, engine);
        assertThat(run.status().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void withoutEpochsItIsFinishedAtOnce() {
        run = new Run(epochs(0), new RecordingEngine(), Optional.empty());
        assertThat(await(RunState.FINISHED).snapshot().orElseThrow().position()).isEqualTo(Position.START);
    }

    @Test
    void theEndIsToldAtOnceAlsoAtASlowPace() {
        HeldEngine engine = startAndHold(24, Run::play);
        run.setPace(ENDLESSLY_SLOW);
        engine.release();
        awaitUpdates(RunState.FINISHED, 24);
    }

    @Test
    void closingInterruptsTheWaitOfASlowPace() {
        RecordingEngine engine = start();
        playSlowly();
        assertEndsAfter(1, engine);
    }

    @Test
    void closingDoesNotWaitForALongUpdate() {
        HeldEngine engine = startAndHold(2, Run::play);
        run.close(); // comes back although the update is still under way
        assertThat(engine.trainersClosed).hasValue(0);
        assertThat(run.hasEnded()).isFalse();
        engine.release();
        awaitEnd(engine);
        Await.until("the thread is gone", run::hasEnded);
        assertThat(engine.updates).hasValue(2);
    }

    @Test
    void aClosedRunTakesNoCommands() {
        RecordingEngine engine = startAndStep();
        run.close();
        run.play();
        assertEndsAfter(1, engine);
        assertThat(run.status().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void divergesWithTheLastGoodSnapshotAndStops() {
        RecordingEngine engine = RecordingEngine.divergingAt(11, Double.POSITIVE_INFINITY);
        start(engine);
        run.setPace(new Pace(1_000)); // so that a time left would be known
        run.epochOnce();
        Snapshot good = awaitUpdates(RunState.PAUSED, 8);
        after(Run::stepOnce, RunState.PAUSED, 9);
        run.play();
        RunStatus status = await(RunState.DIVERGED);
        assertThat(status.divergence()).contains(new Divergence(2, 1, 3));
        assertThat(status.remaining()).isEmpty();
        Snapshot last = status.snapshot().orElseThrow();
        assertThat(last.position().updates()).isBetween(9L, 10L);
        assertThat(last.parameters().isFinite()).isTrue();
        assertThat(last.history().size()).isEqualTo(good.history().size());
        run.play();
        assertEndsAfter(11, engine);
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
}
