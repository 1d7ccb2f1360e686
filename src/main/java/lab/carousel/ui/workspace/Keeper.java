package lab.carousel.ui.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.file.Filing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is worked on, so that it can be gone on with however the program ends. */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private static final int SECONDS_TO_END = 10;

    private final Background background;
    private final Filing filing;
    private final Supplier<Session> session;
    private final KeptFiles files;
    private final FileDesk desk;
    /** Empty until the folder is there. */
    private Optional<Autosave> autosave = Optional.empty();

    private Optional<AutosaveFolder> kept = Optional.empty();
    private boolean isClosed;
    /** Whether the last session is still offered. */
    private boolean isLastOffered;

    /**
     * Keeps nothing yet.
     *
     * @param background saves now and then
     * @param filing  reads and writes, tells and offers
     * @param session gives what is kept
     * @param files   is told where sessions are kept
     * @param desk    opens the session to go on with, and saves in another place
     */
    Keeper(Background background, Filing filing, Supplier<Session> session, KeptFiles files, FileDesk desk) {
        this.background = background;
        this.filing = filing;
        this.session = session;
        this.files = files;
        this.desk = desk;
    }

    /** Begins to keep, and offers what a program left that did not end properly. If that cannot be done it is told. */
    void start(Path data) {
        filing.disk()
                .ask(
                        () -> open(data),
                        folder -> folder.ifPresentOrElse(this::keepIn, () -> filing.notices()
                                .problem(Message.text("ui.autosave.impossible", data))));
    }

    private static Optional<AutosaveFolder> open(Path data) {
        try {
            return Optional.of(AutosaveFolder.open(data.resolve("sessions")));
        } catch (IOException problem) {
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            return Optional.empty();
        }
    }

    private void keepIn(AutosaveFolder folder) {
        if (isClosed) {
            filing.disk().execute(folder::close);
            return;
        }
        autosave = Optional.of(new Autosave(background, folder.file(), session, background.nanoTime(), new Hearer()));
        kept = Optional.of(folder);
        files.find(folder);
        filing.disk()
                .ask(
                        folder::offer,
                        left -> left.ifPresentOrElse(
                                this::offerLeft, () -> filing.disk().ask(folder::previous, this::offerLast)));
    }

    private void offerLeft(Path left) {
        filing.notices().offer(Message.of("ui.session.crashed"), Message.of("ui.session.goOn"), () -> desk.goOn(left));
    }

    /** Who has begun with something else already does not want it. */
    private void offerLast(List<AutosaveFolder.Ended> ended) {
        if (!ended.isEmpty() && isUntouched()) {
            isLastOffered = true;
            filing.notices().offer(Message.of("ui.session.ended"), Message.of("ui.session.goOn"), desk::goOn);
        }
    }

    private boolean isUntouched() {
        Session now = session.get();
        return now.run().isEmpty()
                && now.document().isEmpty()
                && now.experiment().equals(Experiment.reference());
    }

    /** Says once that nothing is kept any more, and offers another place, until it works again. */
    private final class Hearer implements Autosave.Hearer {

        @Override
        public void failed(String reason) {
            filing.notices()
                    .offer(
                            Message.of("ui.autosave.failed", reason),
                            Message.of("ui.autosave.elsewhere"),
                            desk::saveSessionAs);
        }

        @Override
        public void works() {
            filing.notices().withdraw();
            filing.notices().done(Message.text("ui.autosave.works"));
        }
    }

    /** Saves if it is time. Called once per frame. */
    void pulse() {
        if (isLastOffered && !isUntouched()) {
            isLastOffered = false;
            filing.notices().withdraw();
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
        kept.ifPresent(folder -> filing.disk().execute(folder::close));
        filing.disk().finish(SECONDS_TO_END);
    }
}
