package lab.carousel.file.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recently opened or saved files, the latest first: a text file with a path in each line. */
public record RecentFiles(Path list) {

    public static final int MOST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(RecentFiles.class);

    /** Those that still exist. The list is read anew, since other programs may have changed it. */
    public List<Path> paths() {
        return remembered().stream().filter(Files::isRegularFile).toList();
    }

    private List<Path> remembered() {
        assert DiskAccess.isAllowedHere() : list;
        if (!Files.exists(list)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> !line.isBlank())
                    .limit(MOST)
                    .map(Path::of)
                    .toList();
        } catch (IOException | UncheckedIOException | InvalidPathException damaged) {
            LOG.warn("{} cannot be read", list, damaged);
            return List.of();
        }
    }

    /** Adds a file as the latest; a failure is only logged. */
    public void add(Path file) {
        Path latest = file.toAbsolutePath().normalize();
        Stream<Path> others = remembered().stream().filter(path -> !path.equals(latest));
        TextFile.remember(
                list,
                Stream.concat(Stream.of(latest), others)
                        .limit(MOST)
                        .map(path -> path + "\n")
                        .collect(Collectors.joining()));
    }
}
