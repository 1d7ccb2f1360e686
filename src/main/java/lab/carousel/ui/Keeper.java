package lab.carousel.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import lab.carousel.file.AutosaveFolder;
import lab.carousel.file.RecentFiles;
import lab.carousel.file.Session;
import lab.carousel.message.Message;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.notice.NoticeBar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the window holds, so that it can be gone on with however the program ends. */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final AutosaveFolder folder;
    private final Autosave autosave;

    private Keeper(AutosaveFolder folder, Autosave autosave) {
        this.folder = folder;
        this.autosave = autosave;
    }

    /**
     * Begins to keep, and offers what a program left that did not end properly.
     *
     * @param data where programs keep their data
     * @return null if that cannot be done, which is told
     */
    static Keeper start(Path data, FileDesk desk, Supplier<Session> session, NoticeBar notices) {
        desk.setRecent(new RecentFiles(data.resolve("recent.txt")));
        try {
            AutosaveFolder folder = AutosaveFolder.open(data.resolve("sessions"));
            desk.setPrevious(folder::previous);
            folder.crashed()
                    .ifPresent(left -> notices.offer(
                            Message.text("ui.session.crashed"),
                            Message.text("ui.session.goOn"),
                            () -> desk.goOn(left)));
            return new Keeper(folder, new Autosave(folder.file(), session, System::nanoTime));
        } catch (IOException problem) {
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            notices.problem(Message.text("ui.autosave.impossible", data));
            return null;
        }
    }

    /** Saves if it is time. Called once per frame. */
    void pulse() {
        autosave.pulse();
    }

    /** Saves for the last time. */
    @Override
    public void close() {
        autosave.close();
        folder.close();
    }
}
