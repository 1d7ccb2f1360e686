package lab.carousel.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import lab.carousel.file.disk.RecentFiles;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.notice.NoticeBar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the window holds, so that it can be gone on with however the program ends. */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final Path data;
    private final AutosaveFolder folder;
    private final Autosave autosave;
    private Supplier<Session> session;
    /** Whether the user has not yet answered whether to go on with what crashed. */
    private boolean isOffering;

    private Keeper(Background background, Path data, AutosaveFolder folder, Supplier<Session> session) {
        this.data = data;
        this.folder = folder;
        this.session = session;
        this.autosave = new Autosave(background, folder.file(), () -> this.session.get(), System::nanoTime);
    }

    /**
     * Begins to keep, and offers what a program left that did not end properly.
     *
     * @param data where programs keep their data
     * @return null if that cannot be done, which is told
     */
    static Keeper start(Background background, Path data, FileDesk desk, Supplier<Session> session, NoticeBar notices) {
        try {
            Keeper keeper = new Keeper(background, data, AutosaveFolder.open(data.resolve("sessions")), session);
            keeper.isOffering = true;
            keeper.serve(desk, notices);
            return keeper;
        } catch (IOException problem) {
            desk.setRecent(new RecentFiles(data.resolve("recent.txt")));
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            notices.problem(Message.text("ui.autosave.impossible", data));
            return null;
        }
    }

    private void serve(FileDesk desk, NoticeBar notices) {
        desk.setRecent(new RecentFiles(data.resolve("recent.txt")));
        desk.setPrevious(folder::previous);
        folder.crashed()
                .filter(left -> isOffering)
                .ifPresent(left -> notices.offer(
                        Message.text("ui.session.crashed"), Message.text("ui.session.goOn"), () -> desk.goOn(left)));
    }

    /** Keeps from now on what another window holds. What was offered and is still open is offered there. */
    void moveTo(FileDesk desk, Supplier<Session> newSession, NoticeBar before, NoticeBar notices) {
        session = newSession;
        isOffering = isOffering && before.isOffering();
        serve(desk, notices);
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
