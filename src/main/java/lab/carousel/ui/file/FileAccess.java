package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.SerialExecutor;
import lab.carousel.ui.notice.Notices;

/**
 * What it takes to open and save files. Files are written one after the other in the order in which that was asked for, and
 * so are they read; what is read is read as it is after all that was written before, but nothing that is written waits for
 * what is read. Used on the JavaFX thread.
 */
public final class FileAccess {

    /** When whoever waits wants to know for what. */
    private static final int MILLIS_UNTIL_TOLD = 500;

    private static final int MILLIS_UNTIL_TOLD_AGAIN = 200;

    private final Background background;
    private final SerialExecutor disk;
    private final FileDialogs dialogs;
    private final Notices notices;
    private SerialExecutor opening;

    /**
     * Opens and saves.
     *
     * @param background reads and writes
     * @param disk       the name of the work that writes
     * @param dialogs    asks which files
     * @param notices    tells what came of it
     */
    public FileAccess(Background background, String disk, FileDialogs dialogs, Notices notices) {
        this.background = background;
        this.disk = background.inOrder(disk);
        this.opening = background.inOrder(Background.OPENING);
        this.dialogs = dialogs;
        this.notices = notices;
    }

    /** Writes, one file after the other in the order in which that was asked for. */
    public SerialExecutor disk() {
        return disk;
    }

    public FileDialogs dialogs() {
        return dialogs;
    }

    /** Tells what came of it. */
    public Notices notices() {
        return notices;
    }

    /** Asks for a file or a folder, and goes on with it unless the user gives up. */
    public void choose(WantedFile wanted, Consumer<Path> then) {
        dialogs.choose(wanted).ifPresent(then);
    }

    /**
     * Reads in the background, and goes on with what was read, or tells why it could not be. If it takes long it is said how
     * far it is, and it can be given up: then nothing comes of it, and what is read next does not wait for it.
     */
    public <T> void read(Path file, Function<ReadProgress, T> reading, Consumer<T> onResult) {
        read(Objects.toString(file.getFileName(), file.toString()), reading, onResult);
    }

    /** The same for a file that has another name for who reads it. */
    <T> void read(String name, Function<ReadProgress, T> reading, Consumer<T> onResult) {
        FileReading now = new FileReading(name, notices, () -> opening = background.inOrder(Background.OPENING));
        SerialExecutor here = opening;
        disk.execute(() -> ask(here, () -> reading.apply(now.progress()), now::end, onResult, () -> {}));
        disk.later(MILLIS_UNTIL_TOLD, () -> tell(now));
    }

    private void tell(FileReading now) {
        if (now.tell()) {
            disk.later(MILLIS_UNTIL_TOLD_AGAIN, () -> tell(now));
        }
    }

    /**
     * Asks where to, writes in the background, and tells what came of it.
     *
     * @param name    the name to start from, with its extension
     * @param kind    what such a file is called
     * @param writing may take long to work out what is to be written
     */
    public void saveAs(String name, String extension, String kind, Consumer<Path> writing) {
        saveAs(name, extension, kind, writing, FileAccess::saved, () -> {});
    }

    /**
     * The same.
     *
     * @param words say what was done
     * @param onEnd told when it has ended, whatever came of it
     */
    public void saveAs(
            String name,
            String extension,
            String kind,
            Consumer<Path> writing,
            Function<Path, String> words,
            Runnable onEnd) {
        dialogs.chooseTarget(name, extension, kind).ifPresentOrElse(file -> save(file, writing, words, onEnd), onEnd);
    }

    /** Writes into a folder in the background, and tells what came of it. */
    public void saveIn(Path folder, Consumer<Path> writing) {
        save(folder, writing, FileAccess::saved, () -> {});
    }

    private void save(Path file, Consumer<Path> writing, Function<Path, String> words, Runnable onEnd) {
        Supplier<Path> work = () -> {
            writing.accept(file);
            return file;
        };
        ask(work, saved -> notices.done(words.apply(saved)), onEnd);
    }

    private static String saved(Path file) {
        return Message.text("ui.saved", file.getFileName());
    }

    /**
     * Does something with files in the background.
     *
     * @param then  goes on with what came of it; if nothing did, it is told why
     * @param onEnd is told then, whatever came of it
     */
    <T> void ask(Supplier<T> work, Consumer<T> then, Runnable onEnd) {
        ask(disk, work, () -> true, then, onEnd);
    }

    private <T> void ask(
            SerialExecutor order, Supplier<T> work, BooleanSupplier isWanted, Consumer<T> then, Runnable onEnd) {
        order.ask(() -> attempt(work), result -> {
            try {
                if (isWanted.getAsBoolean()) {
                    then.accept(result.get());
                }
            } catch (InvalidInput why) {
                notices.problem(why.getMessage());
            } finally {
                onEnd.run();
            }
        });
    }

    /** Does something now; what came of it, also a failure, comes when it is asked for. */
    private static <T> Supplier<T> attempt(Supplier<T> work) {
        try {
            T result = work.get();
            return () -> result;
        } catch (RuntimeException failure) {
            return () -> {
                throw failure;
            };
        } catch (Error failure) {
            return () -> {
                throw failure;
            };
        }
    }

    /** A file that is being read: it says how far it is when it takes long, and can be given up. Used on the JavaFX thread. */
    static final class FileReading {

        private static final int PERCENT = 100;

        private final String name;
        private final Notices notices;
        private final Runnable onGiveUp;
        private final ReadProgress progress = new ReadProgress();
        private boolean isTold;
        private boolean isOver;

        FileReading(String name, Notices notices, Runnable onGiveUp) {
            this.onGiveUp = onGiveUp;
            this.name = name;
            this.notices = notices;
        }

        /** What is told by who reads. */
        ReadProgress progress() {
            return progress;
        }

        /** Says what is waited for, and how far it is; gives whether it still is. */
        boolean tell() {
            if (isOver) {
                return false;
            }
            if (isTold) {
                notices.workOn(words());
            } else {
                isTold = true;
                notices.work(words(), Message.of("ui.reading.cancel"), this::giveUp);
            }
            return true;
        }

        private Message words() {
            OptionalDouble share = progress.share();
            return share.isPresent()
                    ? Message.of("ui.reading.share", name, (int) (PERCENT * share.getAsDouble()))
                    : Message.of("ui.reading", name);
        }

        private void giveUp() {
            isOver = true;
            progress.giveUp();
            onGiveUp.run();
        }

        /** It is read; gives whether that is still wanted. */
        boolean end() {
            boolean isWanted = !isOver;
            isOver = true;
            if (isWanted && isTold) {
                notices.endWork();
            }
            return isWanted;
        }
    }
}
