package lab.carousel.file.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lab.carousel.file.disk.DiskAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where running programs save their sessions by themselves. Each has a file of its own there, and holds a lock beside it
 * for as long as it runs, which the system takes away when the program ends, however it ends. A file without a lock is
 * what a program left that did not end properly. One that does makes its file {@value #LAST}.
 */
public final class AutosaveFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveFolder.class);

    private static final String RUNNING = "running-";
    private static final String RECOVERED = "recovered-";
    private static final String LOCK = ".lock";
    private static final String LAST = "last" + SessionFile.EXTENSION;
    /** So many sessions of programs that did not end properly are kept. */
    private static final int MOST_RECOVERED = 3;

    private final Path folder;
    private final Path file;
    private final Path lockFile;
    private final FileChannel channel;
    private final Optional<Path> crashed;

    private AutosaveFolder(Path folder, String name, FileChannel channel, Optional<Path> crashed) {
        this.folder = folder;
        this.file = folder.resolve(name + SessionFile.EXTENSION);
        this.lockFile = folder.resolve(name + LOCK);
        this.channel = channel;
        this.crashed = crashed;
    }

    /**
     * Begins to save in a folder, which is made if need be.
     *
     * @throws IOException if nothing can be saved there
     */
    public static AutosaveFolder open(Path folder) throws IOException {
        assert DiskAccess.isAllowedHere() : folder;
        Files.createDirectories(folder);
        Optional<Path> crashed = recover(folder);
        String name = RUNNING + UUID.randomUUID();
        FileChannel channel =
                FileChannel.open(folder.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("no lock in " + folder);
        }
        return new AutosaveFolder(folder, name, channel, crashed);
    }

    /** Gives the sessions of programs that have ended another name; the newest of them. */
    private static Optional<Path> recover(Path folder) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (Path lock : named(folder, RUNNING, LOCK)) {
            if (!isHeld(lock)) {
                String name = lock.getFileName().toString().replace(LOCK, "");
                Path left = folder.resolve(name + SessionFile.EXTENSION);
                if (Files.exists(left)) {
                    Path kept = folder.resolve(name.replace(RUNNING, RECOVERED) + SessionFile.EXTENSION);
                    Files.move(left, kept, StandardCopyOption.REPLACE_EXISTING);
                    newest = newest.filter(other -> modified(other) >= modified(kept))
                            .or(() -> Optional.of(kept));
                }
                Files.deleteIfExists(lock);
            }
        }
        List<Path> recovered = newestFirst(named(folder, RECOVERED, SessionFile.EXTENSION));
        for (Path old : recovered.subList(Math.min(MOST_RECOVERED, recovered.size()), recovered.size())) {
            Files.deleteIfExists(old);
        }
        return newest;
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = other.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException held) {
            return true;
        }
    }

    private static List<Path> named(Path folder, String beginning, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning)
                            && file.getFileName().toString().endsWith(end))
                    .toList();
        }
    }

    private static List<Path> newestFirst(List<Path> files) {
        return files.stream()
                .sorted(Comparator.comparingLong(AutosaveFolder::modified).reversed())
                .toList();
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return Long.MIN_VALUE;
        }
    }

    /** Where this program saves its session. */
    public Path file() {
        return file;
    }

    /** The session of a program that did not end properly since the last start; the newest if there are several. */
    public Optional<Path> crashed() {
        return crashed;
    }

    /** The newest session of a program that has ended, properly or not. */
    public Optional<Path> previous() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            return newestFirst(Stream.concat(
                                    named(folder, RECOVERED, SessionFile.EXTENSION).stream(),
                                    named(folder, LAST, "").stream())
                            .toList())
                    .stream()
                    .findFirst();
        } catch (IOException problem) {
            LOG.warn("Nothing can be found in {}", folder, problem);
            return Optional.empty();
        }
    }

    /** Ends properly: what was saved is the last session. */
    @Override
    public void close() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(LAST), StandardCopyOption.REPLACE_EXISTING);
            }
            channel.close();
            Files.deleteIfExists(lockFile);
        } catch (IOException problem) {
            LOG.warn("The session in {} was not put in its place", folder, problem);
        }
    }
}
