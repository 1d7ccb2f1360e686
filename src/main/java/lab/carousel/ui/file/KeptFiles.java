package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.file.disk.RecentFiles;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.EndedSession;
import lab.carousel.ui.background.SerialExecutor;

/**
 * Which files can be gone on with, as it was when the disk was looked at last: those opened and saved last, and the
 * sessions that programs saved by themselves. Used on the JavaFX thread.
 */
public final class KeptFiles {

    private final SerialExecutor disk;
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(this, "recent", List.of());
    private final ReadOnlyObjectWrapper<List<EndedSession>> previous =
            new ReadOnlyObjectWrapper<>(this, "previous", List.of());
    private Optional<RecentFiles> list = Optional.empty();
    private Optional<AutosaveFolder> folder = Optional.empty();

    /** None, as long as nobody says where they are. */
    KeptFiles(SerialExecutor disk) {
        this.disk = disk;
    }

    /** The files opened or saved last that are still there, the latest first. */
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /** The sessions that programs saved by themselves before, the last one first. */
    public ReadOnlyObjectProperty<List<EndedSession>> previousProperty() {
        return previous.getReadOnlyProperty();
    }

    /** From now on remembers what is opened and saved. */
    public void rememberIn(Path data) {
        list = Optional.of(new RecentFiles(data.resolve("recent.txt")));
        lookAgain();
    }

    /** From now on finds what the program saved by itself. */
    public void find(AutosaveFolder sessions) {
        folder = Optional.of(sessions);
        lookAgain();
    }

    void remember(Path file) {
        list.ifPresent(files -> disk.execute(() -> files.add(file)));
        lookAgain();
    }

    /** Looks on the disk what there is now: other programs save and open files too. */
    void lookAgain() {
        list.ifPresent(files -> disk.ask(files::paths, recent::set));
        folder.ifPresent(sessions -> disk.ask(sessions::previous, previous::set));
    }
}
