package lab.carousel.file.disk;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

public final class DataFolder {

    /** Folder in it of the sessions that the program saves by itself. */
    public static final String SESSIONS = "sessions";

    private DataFolder() {}

    /** For example {@code ~/.local/share/carousel} on Linux; it may not exist yet. */
    public static Path path() {
        return path(
                ProjectDirectories.from("lab", "carousel", "Carousel").dataLocalDir,
                Path.of(System.getProperty("user.home")));
    }

    /** The folder; XDG says that a path in {@code XDG_DATA_HOME} that is not absolute is to be ignored. */
    static Path path(String found, Path home) {
        Path folder = Path.of(found);
        return folder.isAbsolute() ? folder : home.resolve(".local/share").resolve(folder.getFileName());
    }
}
