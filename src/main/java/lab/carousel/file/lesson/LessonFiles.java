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

/** Files of a lesson, wherever they are, with a limit on all that is read. */
abstract class LessonFiles implements Closeable {

    /** Limit, unpacked. */
    static final int MAX_MEGABYTES = 256;

    static final long MAX_BYTES = MAX_MEGABYTES * 1_000_000L;
    static final String STEPS = "lesson.json";

    private final String where;
    private long left = MAX_BYTES;
    private ReadProgress progress = new ReadProgress();

    LessonFiles(String where) {
        this.where = where;
    }

    final String where() {
        return where;
    }

    final void watch(ReadProgress waiting) {
        progress = waiting;
    }

    abstract String path(String name);

    /** Null if there is no file of this name. */
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

    /** Name of a translated file, as in {@code floor.de.md}. */
    static String in(Language language, String name) {
        return with(language.code(), name);
    }

    /** Inserts a word before the extension. */
    static String with(String word, String name) {
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') ? dot : name.length();
        return name.substring(0, end) + "." + word + name.substring(end);
    }

    /**
     * @throws InvalidInput if the file cannot be read, or the lesson becomes too large
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
