package lab.carousel.file.lesson;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import org.jspecify.annotations.Nullable;

/** The files of a lesson, wherever they are. All that is read from them together is bounded. */
abstract class LessonFiles implements Closeable {

    /** The most that a lesson can take, unpacked. */
    static final int MAX_MEGABYTES = 256;

    static final long MAX_BYTES = MAX_MEGABYTES * 1_000_000L;
    /** What the steps stand in. */
    static final String STEPS = "lesson.json";

    private final String where;
    private long left = MAX_BYTES;
    private ReadProgress progress = new ReadProgress();

    /** Files in a place that people know by this name. */
    LessonFiles(String where) {
        this.where = where;
    }

    /** Where they are: the name of a folder or file. */
    final String where() {
        return where;
    }

    /** From now on who waits for them watches. */
    final void watch(ReadProgress waiting) {
        progress = waiting;
    }

    /** What a file is called in messages. */
    abstract String path(String name);

    /** The content of a file; null if there is none of this name. */
    abstract @Nullable InputStream open(String name) throws IOException;

    @Override
    public void close() throws IOException {}

    /** Whether a name stays within the lesson: it leads neither up nor to another drive. */
    static boolean isInside(String name) {
        return !name.isBlank()
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.indexOf('\0') < 0
                && !List.of(name.split("/", -1)).contains("..");
    }

    /** What a file is called in another language: the language stands before the ending, as in {@code floor.de.md}. */
    static String in(Language language, String name) {
        return with(language.code(), name);
    }

    /** A name with a word before its ending. */
    static String with(String word, String name) {
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') ? dot : name.length();
        return name.substring(0, end) + "." + word + name.substring(end);
    }

    /**
     * The content of a file.
     *
     * @throws InvalidInput if it cannot be read, or the lesson becomes too large
     */
    final Optional<byte[]> read(String name) {
        try (InputStream stream = open(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = progress.watch(stream, ReadProgress.UNKNOWN).readNBytes((int) left + 1);
            if (bytes.length > left) {
                throw tooLarge();
            }
            left -= bytes.length;
            return Optional.of(bytes);
        } catch (IOException problem) {
            throw new InvalidInput("file.lesson.unreadable", path(name), String.valueOf(problem.getMessage()));
        }
    }

    final InvalidInput tooLarge() {
        return new InvalidInput("file.lesson.tooLarge", where, MAX_MEGABYTES);
    }
}
