package lab.carousel.file.lesson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.Spots;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Lessons as readable files: a folder, or a zip of one. {@link LessonCodec} tells the format. */
public final class LessonFile {

    private static final String ZIP = ".zip";

    private LessonFile() {}

    /** Whether a file is the zip or the steps of a lesson, or a folder with them, by its name. */
    public static boolean isLesson(Path path) {
        assert DiskAccess.isAllowedHere() : path;
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.endsWith(ZIP)
                || name.equals(LessonFiles.STEPS)
                || Files.isRegularFile(path.resolve(LessonFiles.STEPS));
    }

    /**
     * Opens a lesson.
     *
     * @param path  its folder, the {@code lesson.json} in it, or a zip
     * @param spots what it can name on the screen
     * @throws InvalidInput if something in it is missing, damaged or not known; names the file and the place
     */
    public static Lesson read(Path path, Spots spots) {
        return read(path, spots, new ReadProgress());
    }

    /** The same, watched by who waits for it. */
    public static Lesson read(Path path, Spots spots, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : path;
        Path file = path.toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new InvalidInput("file.read.missing", path);
        }
        boolean zipped =
                Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".json");
        Path folder = Files.isDirectory(file) ? file : Objects.requireNonNull(file.getParent());
        try (LessonFiles files = zipped ? LessonZip.open(file) : new LessonFolder(folder)) {
            files.watch(progress);
            return read(files, zipped ? file.toString() : folder.toString(), spots);
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        }
    }

    static Lesson read(LessonFiles files, String name, Spots spots) {
        String text = text(files, LessonFiles.STEPS)
                .orElseThrow(() -> new InvalidInput("file.lesson.noSteps", files.where()));
        return new LessonReader(files, spots).read(name, JsonText.parse(files.path(LessonFiles.STEPS), text));
    }

    /** The text of a file of a lesson, if there is one of this name. */
    static Optional<String> text(LessonFiles files, String name) {
        return files.read(name).map(bytes -> TextFile.decode(files.path(name), bytes));
    }

    /** The files of a lesson in a folder. */
    static final class LessonFolder extends LessonFiles {

        private final Path folder;

        LessonFolder(Path folder) {
            super(folder.toString());
            this.folder = folder;
        }

        @Override
        String path(String name) {
            return folder + File.separator + name;
        }

        @Override
        @Nullable
        InputStream open(String name) throws IOException {
            Path file;
            try {
                file = folder.resolve(name);
            } catch (InvalidPathException impossible) {
                // On this system no file can be called so
                return null;
            }
            // A link could lead out of the folder
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
            return inside ? Files.newInputStream(file) : null;
        }
    }
}
