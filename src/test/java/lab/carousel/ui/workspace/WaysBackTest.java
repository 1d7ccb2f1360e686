package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.project.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever takes the place of a trained run, there is a way back to it. */
class WaysBackTest {

    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final Experiment SHORT =
            Experiment.reference().with(Experiment.reference().hyperparameters().with(Settings.EPOCHS, 6));

    @TempDir
    private Path folder;

    private final Workspace workspace =
            new Workspace(Background.synchronous(), name -> new KernelEngine(), new AnsweringDialogs(), SHORT);

    @AfterEach
    void close() {
        workspace.close();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            Thread.sleep(1);
            workspace.pulse();
        }
    }

    /** Trains to the end, and gives what came of it. */
    private Snapshot train() throws InterruptedException {
        workspace.lab().play();
        await(() -> workspace.state() == RunState.FINISHED);
        return workspace.snapshot().orElseThrow();
    }

    private void assertIsBack(Snapshot run) throws InterruptedException {
        await(() -> workspace
                .snapshot()
                .filter(now -> now.parameters().equals(run.parameters()))
                .isPresent());
        Snapshot now = workspace.snapshot().orElseThrow();
        assertThat(now.position()).isEqualTo(run.position());
        assertThat(now.recorded().all()).isEqualTo(run.recorded().all());
        assertThat(workspace.lab().editedProperty().get()).contains(run.experiment());
    }

    private void assertUndoesTo(Snapshot run) throws InterruptedException {
        workspace.project().undo();
        assertIsBack(run);
    }

    @Test
    void aRunThatAFileReplacedComesBackAndAfterRedoingThatOfTheFileDoes() throws InterruptedException {
        Path file = folder.resolve("other.carousel");
        ExperimentFile.write(file, SHORT.with(SHORT.hyperparameters().with(Settings.SEED, 4L)));
        Snapshot first = train();
        workspace.files().open(file);
        await(() -> workspace.updates() == 0);
        Snapshot second = train();
        assertThat(second.parameters()).isNotEqualTo(first.parameters());
        assertUndoesTo(first);
        workspace.project().redo();
        assertIsBack(second);
        assertUndoesTo(first);
    }

    @Test
    void aRunThatASessionReplacedComesBack() throws InterruptedException {
        Snapshot first = train();
        Path file = folder.resolve("kept.carousel-session");
        SessionFile.write(file, workspace.session());
        workspace
                .project()
                .edit(draft -> draft.with(SHORT.with(SHORT.hyperparameters().with(Settings.SEED, 4L))));
        await(() -> workspace.state() == RunState.FINISHED
                && workspace.lab().runningProperty().get().hyperparameters().get(Settings.SEED) == 4);
        Snapshot second = workspace.snapshot().orElseThrow();
        workspace.files().open(file);
        assertIsBack(first);
        assertUndoesTo(second);
    }

    @Test
    void aRunThatAStepOfALessonReplacedComesBack() throws InterruptedException {
        Snapshot first = train();
        Experiment step = SHORT.with(SHORT.hyperparameters().with(Settings.HIDDEN_UNITS, 5));
        workspace.project().open(Message.of("undo.lesson"), Document.untitled(step), step);
        await(() -> workspace.updates() == 0);
        assertUndoesTo(first);
    }

    @Test
    void goingOnFromAPastEpochCountsOnAndIsUndone() throws InterruptedException {
        Snapshot first = train();
        workspace.travel().lookAt(4);
        workspace.continueFromHere();
        await(() -> workspace.snapshot().flatMap(Snapshot::origin).isPresent());
        assertThat(workspace.state()).isEqualTo(RunState.PAUSED);
        assertThat(workspace.snapshot().orElseThrow().position().epoch()).isEqualTo(4);
        assertThat(workspace
                        .project()
                        .historyProperty()
                        .get()
                        .undoName()
                        .orElseThrow()
                        .text())
                .isEqualTo("going on from epoch 4");
        Snapshot second = train();
        assertThat(second.position().epoch()).isEqualTo(10);
        assertUndoesTo(first);
        assertThat(workspace.lab().origin()).isEmpty();
        workspace.project().redo();
        assertIsBack(second);
        assertThat(workspace.lab().origin()).isPresent();
    }

    @Test
    void anEditAfterGoingOnStartsThereToo() throws InterruptedException {
        train();
        workspace.travel().lookAt(3);
        workspace.continueFromHere();
        await(() -> workspace.snapshot().flatMap(Snapshot::origin).isPresent());
        Experiment faster = SHORT.with(SHORT.hyperparameters().with(Settings.LEARNING_RATE, 0.01));
        workspace.project().edit(draft -> draft.with(faster));
        await(() -> workspace.lab().runningProperty().get().equals(faster));
        assertThat(workspace.snapshot().orElseThrow().position().epoch()).isEqualTo(3);
        assertThat(workspace.state()).isEqualTo(RunState.PAUSED);
        assertThat(train().position().epoch()).isEqualTo(9);
    }
}
