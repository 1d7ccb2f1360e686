package lab.carousel.ui.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.EndedSession;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.ProjectFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is worked on, so that it can be gone on with however the program ends. */
final class AutosaveController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveController.class);

    static final int SECONDS_TO_END = 10;

    private final Path data;
    private final Background background;
    private final FileAccess fileAccess;
    private final Supplier<Session> session;
    private final ProjectFiles files;
    /** Empty until the folder is there. */
    private Optional<Autosave> autosave = Optional.empty();

    private Optional<AutosaveFolder> folder = Optional.empty();
    private boolean isClosed;
    /** Whether the last session is still offered. */
    private boolean isLastOffered;

    /**
     * Keeps nothing yet.
     *
     * @param data        folder of programs' data
     * @param fileAccess  reads and writes, tells and offers
     * @param session gives what is kept
     * @param files   opens the session to go on with, and saves in another place
     */
    AutosaveController(
            Path data, Background background, FileAccess fileAccess, Supplier<Session> session, ProjectFiles files) {
        this.data = data;
        this.background = background;
        this.fileAccess = fileAccess;
        this.session = session;
        this.files = files;
    }

    /**
     * Begins to keep, and shows the session of the program that this one goes on from, or offers what one left that did not end
     * properly. If nothing can be kept it is told.
     *
     * @param id      of that session, if the program has started again
     * @param resumed told when it is there
     */
    void start(Optional<String> id, Runnable resumed) {
        fileAccess
                .disk()
                .ask(
                        this::open,
                        found -> found.ifPresentOrElse(folder -> keepIn(folder, id, resumed), this::tellImpossible));
    }

    private void tellImpossible() {
        fileAccess.notices().problem(Message.text("ui.autosave.impossible", data));
    }

    private Optional<AutosaveFolder> open() {
        try {
            return Optional.of(AutosaveFolder.open(data.resolve(DataFolder.SESSIONS)));
        } catch (IOException problem) {
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            return Optional.empty();
        }
    }

    private void keepIn(AutosaveFolder found, Optional<String> id, Runnable resumed) {
        if (isClosed) {
            fileAccess.disk().execute(found::close);
            return;
        }
        autosave = Optional.of(new Autosave(background, found.file(), session, background.nanoTime(), this::tell));
        folder = Optional.of(found);
        files.kept().find(found);
        id.ifPresentOrElse(
                session -> fileAccess
                        .disk()
                        .ask(
                                () -> found.ended(session),
                                left -> left.ifPresentOrElse(file -> files.goOn(file, resumed), resumed)),
                () -> offer(found));
    }

    private void offer(AutosaveFolder found) {
        fileAccess
                .disk()
                .ask(
                        found::offer,
                        left -> left.ifPresentOrElse(
                                this::offerLeft, () -> fileAccess.disk().ask(found::previous, this::offerLast)));
    }

    private void offerLeft(Path left) {
        fileAccess
                .notices()
                .offer(Message.of("ui.session.crashed"), Message.of("ui.session.goOn"), () -> files.goOn(left));
    }

    /** Who has begun with something else already does not want it. */
    private void offerLast(List<EndedSession> ended) {
        if (!ended.isEmpty() && isUntouched()) {
            isLastOffered = true;
            fileAccess.notices().offer(Message.of("ui.session.ended"), Message.of("ui.session.goOn"), files::goOn);
        }
    }

    private boolean isUntouched() {
        Session now = session.get();
        return now.run().isEmpty()
                && now.document().isEmpty()
                && now.experiment().equals(Experiment.reference());
    }

    /** Says once that nothing is kept any more, and why, and offers another place, until it works again. */
    private void tell(Optional<String> failure) {
        if (failure.isPresent()) {
            fileAccess
                    .notices()
                    .offer(
                            Message.of("ui.autosave.failed", failure.get()),
                            Message.of("ui.autosave.elsewhere"),
                            files::saveSessionAs);
        } else {
            fileAccess.notices().withdraw();
            fileAccess.notices().done(Message.text("ui.autosave.works"));
        }
    }

    /** Saves now; gives the id of the session once everything is saved. If that cannot be done it is told. */
    void saveNow(Consumer<String> onSaved) {
        autosave.ifPresentOrElse(
                kept -> kept.saveNow(() -> onSaved.accept(folder.orElseThrow().id())), this::tellImpossible);
    }

    /** Saves if it is time. Called once per frame. */
    void pulse() {
        if (isLastOffered && !isUntouched()) {
            isLastOffered = false;
            fileAccess.notices().withdraw();
        }
        autosave.ifPresent(Autosave::pulse);
    }

    /** Saves for the last time, and waits until everything is on the disk. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        autosave.ifPresent(Autosave::close);
        folder.ifPresent(held -> fileAccess.disk().execute(held::close));
        fileAccess.disk().finish(SECONDS_TO_END);
    }
}
