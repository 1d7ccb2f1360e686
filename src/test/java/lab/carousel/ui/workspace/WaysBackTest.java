package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.project.Document;
import org.junit.jupiter.api.Test;

/** Whatever takes the place of a trained run, there is a way back to it. */
class WaysBackTest extends WorkspaceFixture {

    private static final Experiment SHORT = Experiment.reference().with(all -> all.with(Settings.EPOCHS, 6));

    WaysBackTest() {
        super(SHORT);
    }

    private void assertIsBack(Snapshot run) {
        await(() -> workspace
                .run()
                .latest()
                .filter(now -> now.parameters().equals(run.parameters()))
                .isPresent());
        Snapshot now = network();
        assertThat(now.position()).isEqualTo(run.position());
        assertThat(now.recorded().all()).isEqualTo(run.recorded().all());
        assertThat(edited()).contains(run.experiment());
    }

    private void assertUndoesTo(Snapshot run) {
        workspace.project().undo();
        assertIsBack(run);
    }

    @Test
    void aRunThatAFileReplacedComesBackAndAfterRedoingThatOfTheFileDoes() {
        Path file = folder.resolve("other.carousel");
        ExperimentFile.write(file, SHORT.with(all -> all.with(Settings.SEED, 4L)));
        Snapshot first = train();
        workspace.files().open(file);
        await(() -> workspace.run().updates() == 0);
        Snapshot second = train();
        assertThat(second.parameters()).isNotEqualTo(first.parameters());
        assertUndoesTo(first);
        workspace.project().redo();
        assertIsBack(second);
        assertUndoesTo(first);
    }

    @Test
    void aRunThatASessionReplacedComesBack() {
        Snapshot first = train();
        Path file = folder.resolve("kept.carousel-session");
        SessionFile.write(file, workspace.session());
        workspace.project().edit(draft -> draft.with(SHORT.with(all -> all.with(Settings.SEED, 4L))));
        await(() -> workspace.run().state() == RunState.FINISHED
                && workspace.lab().runningProperty().get().hyperparameters().get(Settings.SEED) == 4);
        Snapshot second = network();
        workspace.files().open(file);
        assertIsBack(first);
        assertUndoesTo(second);
    }

    @Test
    void aRunThatAStepOfALessonReplacedComesBack() {
        Snapshot first = train();
        Experiment step = SHORT.with(all -> all.with(Settings.HIDDEN_UNITS, 5));
        workspace.project().open(Message.of("undo.lesson"), Document.untitled(step), step);
        await(() -> workspace.run().updates() == 0);
        assertUndoesTo(first);
    }

    @Test
    void goingOnFromAPastEpochCountsOnAndIsUndone() {
        Snapshot first = train();
        workspace.travel().lookAt(4);
        workspace.continueFromHere();
        await(() -> workspace.run().latest().flatMap(Snapshot::origin).isPresent());
        assertThat(workspace.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(network().position().epoch()).isEqualTo(4);
        assertThat(workspace
                        .project()
                        .historyProperty()
                        .get()
                        .undoName()
                        .orElseThrow()
                        .text())
                .isEqualTo("continuing from epoch 4");
        Snapshot second = train();
        assertThat(second.position().epoch()).isEqualTo(10);
        assertUndoesTo(first);
        assertThat(workspace.lab().origin()).isEmpty();
        workspace.project().redo();
        assertIsBack(second);
        assertThat(workspace.lab().origin()).isPresent();
    }

    @Test
    void anEditAfterGoingOnStartsThereToo() {
        train();
        workspace.travel().lookAt(3);
        workspace.continueFromHere();
        await(() -> workspace.run().latest().flatMap(Snapshot::origin).isPresent());
        Experiment faster = SHORT.with(all -> all.with(Settings.LEARNING_RATE, 0.01));
        edit(faster);
        await(() -> workspace.lab().runningProperty().get().equals(faster));
        assertThat(network().position().epoch()).isEqualTo(3);
        assertThat(workspace.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(train().position().epoch()).isEqualTo(9);
    }
}
