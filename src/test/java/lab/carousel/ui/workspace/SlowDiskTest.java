package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.project.Document;
import org.junit.jupiter.api.Test;

/** What is worked on while files are read and written. */
class SlowDiskTest extends WorkspaceFixture {

    /** Work that is done when the test says so. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    SlowDiskTest() {
        super(Experiment.reference());
        dialogs.mayOverwrite = true;
    }

    private Workspace slow(String kind) {
        return open(
                Background.byName(
                        name -> name.equals(kind) ? waiting::add : Runnable::run, Runnable::run, System::nanoTime),
                Experiment.reference());
    }

    private void go() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Path file(String name, long seed) {
        Path file = folder.resolve(name);
        ExperimentFile.write(file, withSeed(seed));
        return file;
    }

    @Test
    void whatIsEditedWhileAFileIsReadIsNotLost() {
        Path file = file("slow.carousel", 5);
        try (Workspace slow = slow(Background.DISK)) {
            slow.files().open(file);
            slow.project().edit(draft -> draft.with(withSeed(6)));
            assertThat(slow.project().edited()).contains(withSeed(6));
            go();
            assertThat(slow.project().edited()).contains(withSeed(5));
            slow.project().undo();
            assertThat(slow.project().edited()).contains(withSeed(6));
        }
    }

    @Test
    void whatIsSavedWaitsForNothingThatIsRead() {
        Path read = file("read.carousel", 5);
        Path saved = file("saved.carousel", 6);
        try (Workspace slow = slow(Background.OPENING)) {
            slow.files().open(saved);
            go();
            slow.files().open(read);
            slow.project().edit(draft -> draft.with(withSeed(7)));
            slow.files().save();
            assertThat(ExperimentFile.read(saved)).isEqualTo(withSeed(7));
            go();
            assertThat(slow.project().edited()).contains(withSeed(5));
        }
    }

    /** A workspace with a slow disk, and a file that was opened in it. */
    private Workspace slowWith(Path file) {
        Workspace slow = slow(Background.DISK);
        slow.files().open(file);
        go();
        return slow;
    }

    @Test
    void filesAreOpenedInTheOrderInWhichThatWasAskedFor() {
        Path first = file("first.carousel", 5);
        Path second = file("second.carousel", 6);
        try (Workspace slow = slow(Background.DISK)) {
            slow.files().open(first);
            slow.files().open(second);
            go();
            assertThat(slow.project().state().document()).isEqualTo(Document.at(second, withSeed(6)));
            slow.project().undo();
            assertThat(slow.project().state().document()).isEqualTo(Document.at(first, withSeed(5)));
        }
    }

    @Test
    void whatIsSavedIsWhatStoodThereWhenThatWasAskedFor() {
        Path file = file("slow.carousel", 5);
        try (Workspace slow = slowWith(file)) {
            slow.project().edit(draft -> draft.with(withSeed(6)));
            slow.files().save();
            slow.project().edit(draft -> draft.with(withSeed(7)));
            go();
            assertThat(ExperimentFile.read(file)).isEqualTo(withSeed(6));
            assertThat(slow.project().state().document()).isEqualTo(Document.at(file, withSeed(6)));
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
        try (Workspace slow = slowWith(file)) {
            slow.project().edit(draft -> draft.with(withSeed(8)));
            slow.files().save();
            slow.files().open(other);
            go();
            assertThat(ExperimentFile.read(file)).isEqualTo(withSeed(8));
            assertThat(slow.project().state().document()).isEqualTo(Document.at(other, withSeed(6)));
        }
    }
}
