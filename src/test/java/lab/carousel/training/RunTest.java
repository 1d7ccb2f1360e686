package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest extends RunFixture {

    /** A command is given, and another one while an update of it is under way; where the run then pauses. */
    private record Meanwhile(int update, Consumer<Run> first, Consumer<Run> second, int end) {}

    static Stream<Meanwhile> meanwhile() {
        return Stream.of(
                new Meanwhile(5, Run::play, Run::pause, 5),
                new Meanwhile(1, Run::stepOnce, Run::stepOnce, 2),
                new Meanwhile(8, Run::epochOnce, Run::epochOnce, 16),
                new Meanwhile(11, Run::play, run -> run.playTo(1), 11));
    }

    @ParameterizedTest
    @MethodSource("meanwhile")
    void aCommandDuringAnUpdateCountsAfterIt(Meanwhile given) {
        HeldEngine engine = holdAndSay(given.update, given.first, given.second);
        awaitUpdates(RunState.PAUSED, given.end);
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
        RecordingEngine engine = start();
        for (int update = 1; update <= 3; update++) {
            run.stepOnce();
            Snapshot snapshot = awaitUpdates(RunState.PAUSED, update);
            assertThat(snapshot.position()).isEqualTo(new Position(0, 1, update, update));
        }
        assertThat(engine.updates).hasValue(3);
    }

    @Test
    void goesToTheEndOfTheEpoch() {
        startAndStep();
        run.epochOnce();
        assertThat(awaitUpdates(RunState.PAUSED, 8).position()).isEqualTo(new Position(1, 2, 4, 8));
        after(Run::epochOnce, RunState.PAUSED, 16);
        after(Run::epochOnce, RunState.FINISHED, 24);
    }

    @Test
    void playsToAnEpochAndPauses() {
        RecordingEngine engine = start();
        run.playTo(2);
        assertThat(awaitUpdates(RunState.PAUSED, 16).position()).isEqualTo(new Position(2, 2, 4, 16));
        after(Run::stepOnce, RunState.PAUSED, 17);
        // Two epochs are done already
        run.playTo(2);
        after(Run::stepOnce, RunState.PAUSED, 18);
        after(now -> now.playTo(100), RunState.FINISHED, 24);
        assertThat(engine.updates).hasValue(24);
    }

    @Test
    void aFasterPaceCountsAtOnce() {
        start(new RecordingEngine());
        playSlowly();
        run.setPace(Pace.FASTEST);
        awaitUpdates(RunState.FINISHED, 24);
    }

    @Test
    void commandsDoNotWaitForASlowPace() {
        start(new RecordingEngine());
        playSlowly();
        after(Run::stepOnce, RunState.PAUSED, 2);
        after(Run::play, RunState.RUNNING, 3);
        after(Run::pause, RunState.PAUSED, 3);
    }

    @Test
    void aPaceInEpochsIsKept() {
        start(new RecordingEngine());
        run.setPace(Pace.epochs(10));
        Await.until(
                "3 epochs are expected to take 300 ms",
                () -> run.status().remaining().equals(Optional.of(Duration.ofMillis(300))));
        long start = System.nanoTime();
        after(Run::play, RunState.FINISHED, 24);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(230));
    }

    @Test
    void hurriesToAnEpochAndGoesOnAtItsPace() {
        start(new RecordingEngine());
        run.setPace(ENDLESSLY_SLOW);
        run.hurryTo(2);
        after(Run::play, RunState.RUNNING, 16);
        assertThat(run.status().remaining().orElse(Duration.ZERO)).isGreaterThan(Duration.ofDays(1));
    }

    @Test
    void theTimeLeftFollowsThePace() {
        start(new RecordingEngine());
        run.setPace(new Pace(2));
        Await.until(
                "24 updates are expected to take 12 s",
                () -> run.status().remaining().equals(Optional.of(Duration.ofSeconds(12))));
        after(Run::stepOnce, RunState.PAUSED, 1);
        assertThat(run.status().remaining()).contains(Duration.ofMillis(11_500));
    }

    @Test
    void aNewLearningRateCountsFromTheNextUpdate() {
        RecordingEngine engine = startAndStep();
        run.setLearningRate(0.5);
        after(Run::stepOnce, RunState.PAUSED, 2);
        assertThat(engine.calls)
                .containsExactly(
                        "rate 0.001", "[3, 0, 1, 2, 3] from 0: 1 x 1", "rate 0.5", "[3, 0, 1, 2, 3] from 1: 1 x 1");
        assertThatThrownBy(() -> run.setLearningRate(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void everyStatusIsConsistentAndTheyAreNotTooMany() {
        int epochs = 3_000;
        run = new Run(epochs(epochs), new RecordingEngine(), Optional.empty());
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
        LossCourse history = snapshot.history();
        assertThat(history.size()).isEqualTo(position.epoch());
        if (position.epoch() > 0) {
            assertThat(history.epoch(history.size() - 1)).isEqualTo(position.epoch());
        }
        assertThat(position.updates() / 8).isEqualTo(position.epoch());
    }
}
