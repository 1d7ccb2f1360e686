package lab.carousel.ui.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the window holds, so that it can be gone on with however the program ends. */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final AutosaveFolder folder;
    private final Autosave autosave;

    private Keeper(Background background, AutosaveFolder folder, Supplier<Session> session) {
        this.folder = folder;
        this.autosave = new Autosave(background, folder.file(), session, System::nanoTime);
    }

    /**
     * Begins to keep, and offers what a program left that did not end properly.
     *
     * @param background writes
     * @param data       where programs keep their data
     * @param session    gives what is kept
     * @param notices    tells and offers
     * @param onGoOn     is given the session to go on with
     * @return empty if that cannot be done, which is told
     */
    static Optional<Keeper> start(
            Background background, Path data, Supplier<Session> session, Notices notices, Consumer<Path> onGoOn) {
        try {
            AutosaveFolder folder = AutosaveFolder.open(data.resolve("sessions"));
            folder.crashed()
                    .ifPresent(left -> notices.offer(
                            Message.of("ui.session.crashed"),
                            Message.of("ui.session.goOn"),
                            () -> onGoOn.accept(left)));
            return Optional.of(new Keeper(background, folder, session));
        } catch (IOException problem) {
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            notices.problem(Message.text("ui.autosave.impossible", data));
            return Optional.empty();
        }
    }

    /** The session that a program saved by itself before; empty if there is none. */
    Optional<Path> previous() {
        return folder.previous();
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
