package lab.carousel.file.disk;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/** The folder where this platform's programs keep their data, for the log and for what is saved by itself. */
public final class DataFolder {

    private DataFolder() {}

    /** Where it is ({@code ~/.local/share/carousel} on Linux); it may not be there yet. */
    public static Path path() {
        return path(
                ProjectDirectories.from("lab", "carousel", "Carousel").dataLocalDir,
                Path.of(System.getProperty("user.home")));
    }

    /** What was found; of a path in {@code XDG_DATA_HOME} that is not absolute XDG says that it is to be ignored. */
    static Path path(String found, Path home) {
        Path folder = Path.of(found);
        return folder.isAbsolute() ? folder : home.resolve(".local/share").resolve(folder.getFileName());
    }
}
