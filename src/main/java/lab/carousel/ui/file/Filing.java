package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.background.InOrder;
import lab.carousel.ui.notice.Notices;

/**
 * What it takes to open and save files.
 *
 * @param disk    reads and writes, one file after the other in the order in which that was asked for
 * @param dialogs asks which files
 * @param notices tells what came of it
 */
public record Filing(InOrder disk, FileDialogs dialogs, Notices notices) {

    /** When whoever waits wants to know for what. */
    private static final int MILLIS_UNTIL_TOLD = 500;

    private static final int MILLIS_UNTIL_TOLD_AGAIN = 200;

    /** Reads in the background, and goes on with what was read, or tells why it could not be. */
    public <T> void read(Path file, Function<ReadProgress, T> reading, Consumer<T> onResult) {
        ask(file, progress -> Attempt.of(() -> reading.apply(progress)), read -> read.tell(notices, onResult));
    }

    /**
     * Reads in the background. If it takes long it is said how far it is, and it can be given up: then nothing more is read,
     * and nothing comes of it.
     */
    public <T> void ask(Path file, Function<ReadProgress, T> reading, Consumer<T> onResult) {
        FileReading now = new FileReading(file, notices);
        disk.ask(() -> reading.apply(now.progress()), read -> {
            if (now.end()) {
                onResult.accept(read);
            }
        });
        disk.later(MILLIS_UNTIL_TOLD, () -> tell(now));
    }

    private void tell(FileReading now) {
        if (now.tell()) {
            disk.later(MILLIS_UNTIL_TOLD_AGAIN, () -> tell(now));
        }
    }

    /** Writes in the background, and tells what came of it. What is to be written may take as long to work out. */
    public void save(Path file, Runnable writing) {
        save(file, writing, saved -> Message.text("ui.saved", saved.getFileName()));
    }

    /** The same with words of its own for what was done. */
    public void save(Path file, Runnable writing, Function<Path, String> words) {
        disk.ask(
                () -> Attempt.of(() -> {
                    writing.run();
                    return file;
                }),
                written -> written.tell(notices, saved -> notices.done(words.apply(saved))));
    }
}
