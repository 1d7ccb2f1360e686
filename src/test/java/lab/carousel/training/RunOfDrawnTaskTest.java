package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run of a task that draws its sequences, which is tested on many of them. */
class RunOfDrawnTaskTest {

    /** Long enough for a test of a second: what the paper's longest gap takes is the same, five times as long. */
    private static final int GAP = 200;

    private final Run run = new Run(experiment(), new KernelEngine(), Optional.empty());

    private static Experiment experiment() {
        Experiment longest = Presets.named("paper2c");
        return new Experiment(
                Task.drawn(NoisyGap.of(GAP, GAP)),
                longest.hyperparameters().with(Settings.CHRONO_SPAN, GAP + 10),
                longest.engine());
    }

    @AfterEach
    void close() {
        run.close();
    }

    private Criterion criterion() {
        return run.status()
                .snapshot()
                .flatMap(Snapshot::criterion)
                .orElse(new Criterion(StoppingRule.fresh(0.2, 10_000), 0, 0, 1, 0, 0));
    }

    private static boolean isUnderWay(Criterion test) {
        return test.isOpen() && test.inARow() > 100;
    }

    /** After which epoch the long test begins. */
    private static int epochOfTheTest() {
        try (Training training = new Training(experiment(), new KernelEngine())) {
            while (training.criterion().filter(RunOfDrawnTaskTest::isUnderWay).isEmpty()) {
                training.advance();
            }
            return training.epoch();
        }
    }

    @Test
    void pausesAndGoesOnInTheMiddleOfALongTest() {
        // So slow, it tells of each part of the test; at full speed it tells of none where snapshots take long
        run.setPace(new Pace(1));
        run.hurryTo(epochOfTheTest());
        run.play();
        Await.until("the test is under way", () -> isUnderWay(criterion()));
        run.pause();
        Await.until("the run is paused", () -> run.status().state() == RunState.PAUSED);
        Criterion paused = criterion();
        long updates = run.status().snapshot().orElseThrow().position().updates();
        assertThat(paused.isOpen()).isTrue();
        assertThat(updates).isEqualTo(paused.trained());

        run.epochOnce();
        Await.until(
                "the test has ended",
                () -> !criterion().isOpen() && run.status().state() != RunState.RUNNING);
        assertThat(criterion().trained()).isEqualTo(updates);
        run.setPace(Pace.FASTEST);
        run.play();
        Await.until("the run has finished", () -> run.status().state() == RunState.FINISHED);
        assertThat(criterion().isSolved()).isTrue();
    }
}
