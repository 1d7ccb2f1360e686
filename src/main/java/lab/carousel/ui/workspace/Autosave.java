package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.background.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the session every few seconds, if anything has changed, in the background. Saving takes one part in twenty of
 * the time: after one that took long the next comes later, but within a minute. Used on the JavaFX thread.
 */
final class Autosave implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

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
        this.saving = background.inOrder("autosave", Urgency.ASIDE);
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

    /** Saves now, and goes on once everything is saved; not if that does not work, which is told. */
    void saveNow(Runnable then) {
        Session now = session.get();
        boolean isAny = isToBeSaved(now);
        saved = now;
        isAnythingSaved |= isAny;
        saving.execute(() -> {
            if (isAny) {
                // Told once more, as it is asked for
                isFailing = false;
                save(now);
            }
            if (!isFailing) {
                background.show(then);
            }
        });
    }

    /** Saves for the last time, and waits until that is done. */
    @Override
    public void close() {
        Session now = session.get();
        if (isToBeSaved(now)) {
            saving.execute(() -> save(now));
        }
        if (!saving.finish(AutosaveController.SECONDS_TO_END)) {
            LOG.warn("The session was not saved in time");
        }
    }
}
