package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.InOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the session every few seconds, if anything has changed, in the background. Saving takes at most one part in
 * twenty of the time: after one that took long the next comes later. Used on the JavaFX thread.
 */
final class Autosave implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private static final long NANOS_BETWEEN = TimeUnit.SECONDS.toNanos(4);
    private static final int SHARE = 20;
    /** Of the recorded epochs so much is saved; of more every other one, or fewer. */
    private static final long MOST_BYTES_OF_PAST = 16_000_000;

    private static final int SECONDS_TO_END = 10;

    /** Is told on the JavaFX thread when saving does not work any more, and when it does again. */
    interface Hearer {

        /** It does not, for this reason; told once until it works again. */
        void failed(String reason);

        /** It works again. */
        void works();
    }

    private final Background background;
    private final Hearer hearer;
    private final Path file;
    private final Supplier<Session> session;
    private final LongSupplier nanoTime;
    private final InOrder saving;
    private Session saved;
    private boolean isAnythingSaved;
    private volatile boolean isSaving;
    /** Whether the last one was not saved: the same is to be tried again. */
    private volatile boolean isFailing;
    /** When the next one may begin; written by the background thread before it says that it is done. */
    private volatile long due;

    /**
     * Saves to a file.
     *
     * @param background writes
     * @param session gives the session as it is now; the one of the first call counts as saved
     * @param hearer  is told when it does not work
     */
    Autosave(Background background, Path file, Supplier<Session> session, LongSupplier nanoTime, Hearer hearer) {
        this.background = background;
        this.hearer = hearer;
        this.saving = background.inOrder("autosave", Background.Urgency.ASIDE);
        this.file = file;
        this.session = session;
        this.nanoTime = nanoTime;
        this.saved = session.get();
        this.due = nanoTime.getAsLong() + NANOS_BETWEEN;
    }

    /** Begins to save if it is time. Called once per frame. */
    void pulse() {
        if (isSaving || nanoTime.getAsLong() - due < 0) {
            return;
        }
        Session now = session.get();
        if (!isToBeSaved(now)) {
            due = nanoTime.getAsLong() + NANOS_BETWEEN;
            return;
        }
        saved = now;
        isAnythingSaved = true;
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
                background.show(hearer::works);
            }
        } catch (InvalidInput | OutOfMemoryError impossible) {
            LOG.warn("The session could not be saved by itself", impossible);
            if (!isFailing) {
                isFailing = true;
                background.show(() -> hearer.failed(reason(impossible)));
            }
        }
        long took = nanoTime.getAsLong() - start;
        LOG.debug("The session was saved within {} ms", TimeUnit.NANOSECONDS.toMillis(took));
        due = start + Math.max(NANOS_BETWEEN, SHARE * took);
    }

    private static String reason(Throwable impossible) {
        return impossible instanceof InvalidInput invalid ? invalid.getMessage() : Message.text("ui.autosave.memory");
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
