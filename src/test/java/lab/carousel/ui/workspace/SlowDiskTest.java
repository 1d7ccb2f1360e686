package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.project.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is worked on while files are read and written. */
class SlowDiskTest {

    @TempDir
    private Path folder;

    /** Files are slow: they are read and written when the test says so. */
    private Workspace slow(Deque<Runnable> waiting) {
        Background background = Background.byName(
                name -> name.equals(Background.DISK) ? waiting::add : Runnable::run, Runnable::run, System::nanoTime);
        return new Workspace(background, name -> new KernelEngine(), WorkspaceTest.dialogs(), Experiment.reference());
    }

    private static void go(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Path file(String name, long seed) {
        Path file = folder.resolve(name);
        ExperimentFile.write(file, WorkspaceTest.withSeed(seed));
        return file;
    }

    @Test
    void whatIsEditedWhileAFileIsReadIsNotLost() {
        Path file = file("slow.carousel", 5);
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (Workspace slow = slow(waiting)) {
            slow.files().open(file);
            slow.project().edit(draft -> draft.with(WorkspaceTest.withSeed(6)));
            assertThat(slow.project().edited()).contains(WorkspaceTest.withSeed(6));
            go(waiting);
            assertThat(slow.project().edited()).contains(WorkspaceTest.withSeed(5));
            slow.project().undo();
            assertThat(slow.project().edited()).contains(WorkspaceTest.withSeed(6));
        }
    }

    @Test
    void whatIsSavedWaitsForNothingThatIsRead() {
        Path read = file("read.carousel", 5);
        Path saved = file("saved.carousel", 6);
        Deque<Runnable> opening = new ArrayDeque<>();
        Background background = Background.byName(
                name -> name.equals(Background.OPENING) ? opening::add : Runnable::run,
                Runnable::run,
                System::nanoTime);
        try (Workspace workspace = new Workspace(
                background, name -> new KernelEngine(), WorkspaceTest.dialogs(), Experiment.reference())) {
            workspace.files().open(saved);
            go(opening);
            workspace.files().open(read);
            workspace.project().edit(draft -> draft.with(WorkspaceTest.withSeed(7)));
            workspace.files().save();
            assertThat(ExperimentFile.read(saved)).isEqualTo(WorkspaceTest.withSeed(7));
            go(opening);
            assertThat(workspace.project().edited()).contains(WorkspaceTest.withSeed(5));
        }
    }

    /** A workspace with a slow disk, and a file that was opened in it. */
    private Workspace slowWith(Path file, Deque<Runnable> waiting) {
        Workspace slow = slow(waiting);
        slow.files().open(file);
        go(waiting);
        return slow;
    }

    @Test
    void filesAreOpenedInTheOrderInWhichThatWasAskedFor() {
        Path first = file("first.carousel", 5);
        Path second = file("second.carousel", 6);
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (Workspace slow = slow(waiting)) {
            slow.files().open(first);
            slow.files().open(second);
            go(waiting);
            assertThat(slow.project().state().document()).isEqualTo(Document.at(second, WorkspaceTest.withSeed(6)));
            slow.project().undo();
            assertThat(slow.project().state().document()).isEqualTo(Document.at(first, WorkspaceTest.withSeed(5)));
        }
    }

    @Test
    void whatIsSavedIsWhatStoodThereWhenThatWasAskedFor() {
        Path file = file("slow.carousel", 5);
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (Workspace slow = slowWith(file, waiting)) {
            slow.project().edit(draft -> draft.with(WorkspaceTest.withSeed(6)));
            slow.files().save();
            slow.project().edit(draft -> draft.with(WorkspaceTest.withSeed(7)));
            go(waiting);
            assertThat(ExperimentFile.read(file)).isEqualTo(WorkspaceTest.withSeed(6));
            assertThat(slow.project().state().document()).isEqualTo(Document.at(file, WorkspaceTest.withSeed(6)));
            assertThat(slow.project()
                            .state()
                            .document()
                            .isChanged(slow.project().edited()))
                    .isTrue();
        }
    }

    @Test
    void aFileOpenedAfterSavingWasAskedForStaysTheOneThatIsWorkedOn() {
        Path file = file("slow.carousel", 5);
        Path other = file("other.carousel", 6);
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (Workspace slow = slowWith(file, waiting)) {
            slow.project().edit(draft -> draft.with(WorkspaceTest.withSeed(8)));
            slow.files().save();
            slow.files().open(other);
            go(waiting);
            assertThat(ExperimentFile.read(file)).isEqualTo(WorkspaceTest.withSeed(8));
            assertThat(slow.project().state().document()).isEqualTo(Document.at(other, WorkspaceTest.withSeed(6)));
        }
    }
}
