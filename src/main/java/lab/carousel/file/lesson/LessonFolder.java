package lab.carousel.file.lesson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a lesson in a folder. */
final class LessonFolder extends LessonFiles {

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
