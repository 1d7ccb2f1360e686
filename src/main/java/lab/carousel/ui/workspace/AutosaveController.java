package lab.carousel.ui.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.file.FileController;
import lab.carousel.ui.file.FileServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is worked on, so that it can be gone on with however the program ends. */
final class AutosaveController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveController.class);

    private static final int SECONDS_TO_END = 10;

    private final Background background;
    private final FileServices fileServices;
    private final Supplier<Session> session;
    private final FileController files;
    /** Empty until the folder is there. */
    private Optional<Autosave> autosave = Optional.empty();

    private Optional<AutosaveFolder> folder = Optional.empty();
    private boolean isClosed;
    /** Whether the last session is still offered. */
    private boolean isLastOffered;

    /**
     * Keeps nothing yet.
     *
     * @param fileServices  reads and writes, tells and offers
     * @param session gives what is kept
     * @param files   opens the session to go on with, and saves in another place
     */
    AutosaveController(
            Background background, FileServices fileServices, Supplier<Session> session, FileController files) {
        this.background = background;
        this.fileServices = fileServices;
        this.session = session;
        this.files = files;
    }

    /** Begins to keep, and offers what a program left that did not end properly. If that cannot be done it is told. */
    void start(Path data) {
        fileServices
                .disk()
                .ask(
                        () -> open(data),
                        found -> found.ifPresentOrElse(
                                this::keepIn,
                                () -> fileServices.notices().problem(Message.text("ui.autosave.impossible", data))));
    }

    private static Optional<AutosaveFolder> open(Path data) {
        try {
            return Optional.of(AutosaveFolder.open(data.resolve(AutosaveFolder.NAME)));
        } catch (IOException problem) {
            LOG.warn("Nothing can be saved by itself in {}", data, problem);
            return Optional.empty();
        }
    }

    private void keepIn(AutosaveFolder found) {
        if (isClosed) {
            fileServices.disk().execute(found::close);
            return;
        }
        autosave = Optional.of(new Autosave(background, found.file(), session, background.nanoTime(), this::tell));
        folder = Optional.of(found);
        files.kept().find(found);
        fileServices
                .disk()
                .ask(
                        found::offer,
                        left -> left.ifPresentOrElse(
                                this::offerLeft, () -> fileServices.disk().ask(found::previous, this::offerLast)));
    }

    private void offerLeft(Path left) {
        fileServices
                .notices()
                .offer(Message.of("ui.session.crashed"), Message.of("ui.session.goOn"), () -> files.goOn(left));
    }

    /** Who has begun with something else already does not want it. */
    private void offerLast(List<AutosaveFolder.Ended> ended) {
        if (!ended.isEmpty() && isUntouched()) {
            isLastOffered = true;
            fileServices.notices().offer(Message.of("ui.session.ended"), Message.of("ui.session.goOn"), files::goOn);
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
            fileServices
                    .notices()
                    .offer(
                            Message.of("ui.autosave.failed", failure.get()),
                            Message.of("ui.autosave.elsewhere"),
                            files::saveSessionAs);
        } else {
            fileServices.notices().withdraw();
            fileServices.notices().done(Message.text("ui.autosave.works"));
        }
    }

    /** Saves if it is time. Called once per frame. */
    void pulse() {
        if (isLastOffered && !isUntouched()) {
            isLastOffered = false;
            fileServices.notices().withdraw();
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
        folder.ifPresent(held -> fileServices.disk().execute(held::close));
        fileServices.disk().finish(SECONDS_TO_END);
    }

    /**
     * Saves the session every few seconds, if anything has changed, in the background. Saving takes one part in twenty of
     * the time: after one that took long the next comes later, but within a minute. Used on the JavaFX thread.
     */
    static final class Autosave implements AutoCloseable {

        private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(4);
        private static final long MOST_NANOS_BETWEEN = TimeUnit.MINUTES.toNanos(1);
        private static final int SHARE = 20;
        /** Of the recorded epochs so much is saved; of more every other one, or fewer. */
        private static final long MOST_BYTES_OF_PAST = 16_000_000;

        private final Background background;
        private final Consumer<Optional<String>> onFailure;
        private final Path file;
        private final Supplier<Session> session;
        private final LongSupplier nanoTime;
        private final SerialExecutor saving;
        private Session saved;
        private boolean isAnythingSaved;
        private volatile boolean isSaving;
        private long begun;
        /** Whether the last one was not saved: the same is to be tried again. */
        private volatile boolean isFailing;
        /** When the next one may begin; written by the background thread before it says that it is done. */
        private volatile long due;

        /**
         * Saves to a file.
         *
         * @param background writes
         * @param session gives the session as it is now; the one of the first call counts as saved
         * @param onFailure is told on the JavaFX thread when saving does not work any more, why, and with nothing when it
         *     does again
         */
        Autosave(
                Background background,
                Path file,
                Supplier<Session> session,
                LongSupplier nanoTime,
                Consumer<Optional<String>> onFailure) {
            this.background = background;
            this.onFailure = onFailure;
            this.saving = background.inOrder("autosave", Background.Urgency.ASIDE);
            this.file = file;
            this.session = session;
            this.nanoTime = nanoTime;
            this.saved = session.get();
            this.due = nanoTime.getAsLong() + NANOS_BETWEEN;
        }

        /** Begins to save if it is time. Called once per frame. */
        void pulse() {
            if (isSaving) {
                if (nanoTime.getAsLong() - begun > MOST_NANOS_BETWEEN && !isFailing) {
                    isFailing = true;
                    onFailure.accept(Optional.of(Message.text("ui.autosave.slow")));
                }
                return;
            }
            if (nanoTime.getAsLong() - due < 0) {
                return;
            }
            Session now = session.get();
            if (!isToBeSaved(now)) {
                due = nanoTime.getAsLong() + NANOS_BETWEEN;
                return;
            }
            saved = now;
            isAnythingSaved = true;
            begun = nanoTime.getAsLong();
            isSaving = true;
            saving.execute(() -> {
                save(now);
                isSaving = false;
            });
        }

        /** A window that was only looked at must not take the place of the session before. */
        private boolean isToBeSaved(Session now) {
            boolean isWork = now.run().isPresent()
                    || !now.pinned().isEmpty()
                    || now.document().isPresent()
                    || now.work().isAny()
                    || !now.experiment().equals(saved.experiment());
            return (isFailing || !now.equals(saved)) && (isAnythingSaved || isWork);
        }

        private void save(Session now) {
            long start = nanoTime.getAsLong();
            try {
                SessionFile.write(file, now, MOST_BYTES_OF_PAST);
                if (isFailing) {
                    isFailing = false;
                    background.show(() -> onFailure.accept(Optional.empty()));
                }
            } catch (InvalidInput | OutOfMemoryError impossible) {
                LOG.warn("The session could not be saved by itself", impossible);
                if (!isFailing) {
                    isFailing = true;
                    background.show(() -> onFailure.accept(Optional.of(reason(impossible))));
                }
            }
            long took = nanoTime.getAsLong() - start;
            LOG.debug("The session was saved within {} ms", TimeUnit.NANOSECONDS.toMillis(took));
            due = start + Math.max(NANOS_BETWEEN, took + Math.min(MOST_NANOS_BETWEEN, (SHARE - 1) * took));
        }

        /** Without the path of a file that nobody has chosen, of which the log tells. */
        private String reason(Throwable impossible) {
            if (!(impossible instanceof InvalidInput invalid)) {
                return Message.text("ui.autosave.memory");
            }
            Object[] arguments = invalid.problem().arguments().stream()
                    .map(argument -> argument.equals(file) ? Message.text("ui.autosave.session") : argument)
                    .map(argument -> argument.equals(file.getParent()) ? Message.text("ui.autosave.folder") : argument)
                    .toArray();
            return Message.text(invalid.problem().key(), arguments);
        }

        /** Saves for the last time, and waits until that is done. */
        @Override
        public void close() {
            Session now = session.get();
            if (isToBeSaved(now)) {
                saving.execute(() -> save(now));
            }
            if (!saving.finish(SECONDS_TO_END)) {
                LOG.warn("The session was not saved in time");
            }
        }
    }
}
