package lab.carousel.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.training.Pace;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import org.junit.jupiter.api.Test;

class LabTest extends LabFixture {

    private static final Pace ENDLESSLY_SLOW = new Pace(1e-6);

    @Test
    void aFinishedRunIsTrainedAnewToTheEndAndStaysOnTheScreenUntilThen() {
        finish(new KernelEngine());
        // Its end may be told twice: as a status is due, and as it has nothing left to do
        await(() -> lab.isAtRest());
        double lossBefore = loss();
        List<RunStatus> shown = new ArrayList<>();
        lab.statusProperty().addListener((observable, before, now) -> {
            shown.add(now);
            assertThat(now.snapshot().orElseThrow().experiment())
                    .isEqualTo(lab.runningProperty().get());
        });
        edit(units(7));
        assertThat(lab.restartNeededProperty().get()).isFalse();
        awaitShown(units(7), RunState.FINISHED);
        assertThat(shown).hasSize(1);
        assertThat(position()).isEqualTo(new Position(250, 2, 4, 2_000));
        assertThat(loss()).isNotEqualTo(lossBefore);
    }

    @Test
    void theLearningRateAndTheTaskAreEditsLikeAnyOther() {
        finish(new KernelEngine());
        Experiment faster = REFERENCE.with(REFERENCE.hyperparameters().with(Settings.LEARNING_RATE, 0.01));
        edit(faster);
        awaitShown(faster, RunState.FINISHED);
        Experiment shorter = new Experiment(Task.parse("0 1 2", "0 1 2"), faster.hyperparameters(), EngineName.KERNEL);
        edit(shorter);
        awaitShown(shorter, RunState.FINISHED);
        assertThat(position().updates()).isEqualTo(500);
    }

    @Test
    void aTaskTooLargeForAVerdictIsRefusedWithItsProblem() {
        finish(new KernelEngine());
        String half = "0 1 ".repeat(2_500).strip();
        Task task = Task.parse("0 1", Collections.nCopies(11, half).toArray(String[]::new));
        edit(new Experiment(task, REFERENCE.hyperparameters(), EngineName.KERNEL));
        assertThat(lab.editedProperty().get()).isEmpty();
        assertThat(lab.problemProperty().get().orElseThrow().text()).startsWith("54,989 steps would be scored");
        assertThat(lab.canTrain()).isFalse();
    }

    @Test
    void aRunThatTakesLongerIsShownGrowing() {
        finish(new GatedEngine(GatedEngine.ALL, 12));
        edit(units(7));
        for (int pulse = 0; pulse < 20; pulse++) {
            lab.pulse();
            assertThat(lab.runningProperty().get()).isEqualTo(REFERENCE);
            assertThat(lab.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        }
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        awaitShown(units(7), RunState.RUNNING);
    }

    @Test
    void aPausedRunIsTrainedAnewToTheEpochWhereItStands() {
        make(new KernelEngine(), REFERENCE);
        lab.epochOnce();
        await(() -> position().epoch() == 1 && state() == RunState.PAUSED);
        lab.epochOnce();
        await(() -> position().epoch() == 2 && state() == RunState.PAUSED);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        edit(units(7));
        awaitShown(units(7), RunState.PAUSED);
        assertThat(position()).isEqualTo(new Position(2, 2, 4, 16));
        edit(units(8));
        awaitShown(units(8), RunState.PAUSED);
        assertThat(position().epoch()).isEqualTo(2);
        // What it caught up with at the fastest pace is behind it
        lab.play();
        await(() -> state() == RunState.RUNNING && position().updates() == 17);
        assertThat(lab.statusProperty().get().remaining().orElseThrow()).isGreaterThan(Duration.ofDays(1));
    }

    @Test
    void aRunThatPlaysSlowlyGoesOnSlowlyFromTheStart() {
        make(new KernelEngine(), REFERENCE);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        lab.play();
        await(() -> position().updates() == 1);
        edit(units(7));
        lab.pulse();
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        await(() -> lab.runningProperty().get().equals(units(7)) && position().updates() == 1);
        assertThat(state()).isEqualTo(RunState.RUNNING);
        assertThat(lab.statusProperty().get().remaining().orElseThrow()).isGreaterThan(Duration.ofDays(1));
    }

    @Test
    void aRunThatPlaysAtAPaceIsSoonWhereItWasAfterAnEdit() {
        make(new KernelEngine(), REFERENCE);
        lab.play();
        await(() -> position().epoch() >= 20);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        // What its thread has begun comes to an end first
        await(LabTest::allRunsWait);
        lab.pulse();
        int before = position().epoch();
        edit(units(7));
        lab.pulse();
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        await(() -> lab.runningProperty().get().equals(units(7)) && position().epoch() >= before);
        assertThat(position().epoch()).isLessThanOrEqualTo(before + 1);
        assertThat(state()).isEqualTo(before >= 250 ? RunState.FINISHED : RunState.RUNNING);
    }

    @Test
    void onlyTheLatestEditIsTrainedAndAtMostOneOldRunIsStillEnding() {
        GatedEngine engine = new GatedEngine(GatedEngine.ALL, 0, 0, GatedEngine.ALL);
        finish(engine);
        edit(units(1));
        lab.pulse();
        await(() -> engine.started.size() == 2);
        for (int units = 2; units <= 5; units++) {
            edit(units(units));
            lab.pulse();
        }
        assertThat(runs).isEqualTo(2);
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        lab.pulse();
        assertThat(lab.runningProperty().get()).isEqualTo(units(1));
        await(() -> engine.started.size() == 3);

        // The run with 1 unit is held within its first update: no third one is started beside it
        edit(units(6));
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        lab.pulse();
        assertThat(runs).isEqualTo(3);
        engine.open(1);
        await(() -> runs == 4);
        engine.open(2);
        awaitShown(units(6), RunState.FINISHED);
        assertThat(engine.started).containsExactly(REFERENCE, units(1), units(5), units(6));
    }

    /** The button says that it trains again from the start, and that is to be seen. */
    @Test
    void playAtTheEndTrainsFromTheStartAlsoWhileAnEditIsCaughtUp() {
        GatedEngine engine = new GatedEngine(GatedEngine.ALL, 0, GatedEngine.ALL);
        finish(engine);
        edit(units(1));
        lab.pulse();
        await(() -> engine.started.size() == 2);
        assertThat(state()).isEqualTo(RunState.FINISHED);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        lab.play();
        assertThat(runs).isEqualTo(3);
        await(() -> state() == RunState.RUNNING);
        assertThat(lab.runningProperty().get()).isEqualTo(units(1));
        assertThat(lab.isToldToGo()).isTrue();
        assertThat(position().epoch()).isZero();
        engine.open(1);
    }

    @Test
    void playWhileTheEndIsCaughtUpBeforeTheEyesGoesOnAtThePaceOfTheLab() {
        GatedEngine engine = new GatedEngine(GatedEngine.ALL, 12);
        finish(engine);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        edit(units(7));
        lab.pulse();
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        awaitShown(units(7), RunState.RUNNING);
        assertThat(lab.isToldToGo()).isFalse();
        lab.play();
        assertThat(lab.isToldToGo()).isTrue();
        engine.open(1);
        await(() -> lab.statusProperty().get().remaining().orElse(Duration.ZERO).compareTo(Duration.ofDays(1)) > 0);
        assertThat(state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void whatPlaysIsPausedAtOnceAlsoAfterAnEdit() {
        make(new KernelEngine(), REFERENCE);
        lab.paceProperty().set(ENDLESSLY_SLOW);
        lab.play();
        await(() -> position().updates() == 1);
        edit(units(7));
        assertThat(lab.isToldToGo()).isTrue();
        lab.pulse();
        nanos += TimeUnit.MILLISECONDS.toNanos(100);
        awaitShown(units(7), RunState.RUNNING);
        assertThat(lab.isToldToGo()).isTrue();
        lab.pause();
        await(() -> state() == RunState.PAUSED);
        assertThat(lab.isToldToGo()).isFalse();
    }

    @Test
    void anEditThatIsNotValidChangesNothing() {
        finish(new KernelEngine());
        lab.edit(Optional.of(REFERENCE.task()), Optional.empty(), EngineName.KERNEL);
        lab.pulse();
        assertThat(runs).isEqualTo(1);
        assertThat(lab.restartNeededProperty().get()).isFalse();
        assertThat(state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void withLiveOffARestartIsOfferedUntilLiveIsOnAgain() {
        finish(new KernelEngine());
        lab.liveProperty().set(false);
        edit(units(7));
        lab.pulse();
        assertThat(lab.restartNeededProperty().get()).isTrue();
        assertThat(runs).isEqualTo(1);
        lab.liveProperty().set(true);
        assertThat(lab.restartNeededProperty().get()).isFalse();
        awaitShown(units(7), RunState.FINISHED);
    }

    @Test
    void deeplearning4jIsTooSlowToBeLive() {
        Experiment slow = reference(EngineName.DL4J);
        GatedEngine engine = new GatedEngine(GatedEngine.ALL, GatedEngine.ALL);
        make(engine, slow);
        assertThat(lab.canBeLiveProperty().get()).isFalse();
        lab.play();
        await(() -> state() == RunState.FINISHED);
        edit(slow.with(slow.hyperparameters().with(Settings.HIDDEN_UNITS, 7)));
        lab.pulse();
        assertThat(lab.restartNeededProperty().get()).isTrue();
        assertThat(runs).isEqualTo(1);
        edit(units(7));
        assertThat(lab.canBeLiveProperty().get()).isTrue();
        awaitShown(units(7), RunState.FINISHED);
    }

    @Test
    void itIsAtRestWhenAllIsDoneAndShown() {
        finish(new KernelEngine());
        await(() -> lab.isAtRest());
        edit(units(7));
        assertThat(lab.isAtRest()).as("before the run of an edit").isFalse();
        await(() -> lab.isAtRest());
        assertThat(lab.runningProperty().get()).isEqualTo(units(7));
        assertThat(state()).isEqualTo(RunState.FINISHED);
        lab.play();
        assertThat(lab.isAtRest()).as("while it trains").isFalse();
        await(() -> lab.isAtRest());
        assertThat(position().epoch()).isEqualTo(250);
    }

    @Test
    void anUntouchedRunFollowsAndStaysAtItsStart() {
        make(new KernelEngine(), REFERENCE);
        await(() -> state() == RunState.PAUSED);
        List<RunState> shown = new ArrayList<>();
        lab.statusProperty().addListener((observable, before, now) -> shown.add(now.state()));
        edit(units(7));
        awaitShown(units(7), RunState.PAUSED);
        assertThat(position()).isEqualTo(Position.START);
        assertThat(shown).containsExactly(RunState.PAUSED);
    }

    private static Experiment reference(EngineName engine) {
        return new Experiment(REFERENCE.task(), REFERENCE.hyperparameters(), engine);
    }

    private Position position() {
        return snapshot().position();
    }

    private double loss() {
        return snapshot().evaluation().loss();
    }

    private void awaitShown(Experiment experiment, RunState state) {
        await(() -> lab.runningProperty().get().equals(experiment) && state() == state);
    }

    private static boolean allRunsWait() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("run"))
                .allMatch(thread ->
                        thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING);
    }
}
