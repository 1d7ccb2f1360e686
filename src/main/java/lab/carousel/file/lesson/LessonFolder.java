package lab.carousel.file.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        return folder.resolve(name).toString();
    }

    @Override
    @Nullable
    InputStream open(String name) throws IOException {
        Path file = folder.resolve(name);
        // A link could lead out of the folder
        boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
        return inside ? Files.newInputStream(file) : null;
    }
}
