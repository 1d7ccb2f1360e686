package lab.carousel.file.disk;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/** The folder where this platform's programs keep their data, for the log and for what is saved by itself. */
public final class DataFolder {

    private DataFolder() {}

    /** Where it is ({@code ~/.local/share/carousel} on Linux); it may not be there yet. */
    public static Path path() {
        return Path.of(ProjectDirectories.from("lab", "carousel", "Carousel").dataLocalDir);
    }
}
