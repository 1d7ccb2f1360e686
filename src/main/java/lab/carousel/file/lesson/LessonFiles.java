package lab.carousel.file.lesson;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import org.jspecify.annotations.Nullable;

/** Files of a lesson in a folder, a zip or the program, with a limit on all that is read. */
final class LessonFiles {

    static final String STEPS = "lesson.json";

    private static final int MAX_MEGABYTES = 256;

    @FunctionalInterface
    interface Source {

        /** Null if there is no file of this name. */
        @Nullable
        InputStream open(String name) throws IOException;
    }

    private final String where;
    private final String prefix;
    private final Source source;
    private final ReadProgress progress;
    private long left = MAX_MEGABYTES * 1_000_000L;

    /**
     * @param where  folder or zip, for messages
     * @param prefix what stands before the name of a file in a message
     */
    LessonFiles(String where, String prefix, Source source, ReadProgress progress) {
        this.where = where;
        this.prefix = prefix;
        this.source = source;
        this.progress = progress;
    }

    static LessonFiles ofFolder(Path folder, ReadProgress progress) {
        return new LessonFiles(folder.toString(), folder + File.separator, name -> inside(folder, name), progress);
    }

    private static @Nullable InputStream inside(Path folder, String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException impossible) {
            // No file can have this name on this system
            return null;
        }
        // A link could lead out of the folder
        boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
        return inside ? Files.newInputStream(file) : null;
    }

    /** Files at the top of a zip or in one folder there. */
    static LessonFiles ofZip(Path file, ReadProgress progress) {
        ZipContent zip = ZipContent.read(file, progress);
        String folder = zip.names().stream()
                .filter(name -> name.equals(STEPS) || (name.endsWith("/" + STEPS) && name.split("/").length == 2))
                .map(name -> name.substring(0, name.length() - STEPS.length()))
                .min(String::compareTo)
                .orElse("");
        return new LessonFiles(
                file.toString(),
                file + "!/" + folder,
                name -> zip.has(folder + name) ? new ByteArrayInputStream(zip.bytes(folder + name)) : null,
                progress);
    }

    String where() {
        return where;
    }

    String path(String name) {
        return prefix + name;
    }

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

    Optional<String> text(String name) {
        return read(name).map(bytes -> TextFile.decode(path(name), bytes));
    }

    /**
     * @throws InvalidInput if the file cannot be read, or the lesson becomes too large
     */
    Optional<byte[]> read(String name) {
        try (InputStream stream = source.open(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = progress.watch(stream, ReadProgress.UNKNOWN).readNBytes((int) left + 1);
            if (bytes.length > left) {
                throw new InvalidInput("file.lesson.tooLarge", where, MAX_MEGABYTES);
            }
            left -= bytes.length;
            return Optional.of(bytes);
        } catch (IOException problem) {
            throw new InvalidInput("file.lesson.unreadable", path(name), String.valueOf(problem.getMessage()));
        }
    }
}
