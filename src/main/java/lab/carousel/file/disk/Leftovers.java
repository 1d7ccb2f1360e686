package lab.carousel.file.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary files of programs that were ended so that they could not remove them (a crash, a power cut). A program holds a
 * lock on each that it writes, which the system takes away when it ends, however it ends.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final String BEGINNING = ".carousel-";
    private static final String END = ".tmp";
    /** One that is younger may be about to be locked by its program. */
    private static final long LEAST_AGE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private Leftovers() {}

    /** The name of a temporary file of this process, which is given only once. */
    static String newName() {
        return own() + UUID.randomUUID() + END;
    }

    private static String own() {
        return BEGINNING + ProcessHandle.current().pid() + "-";
    }

    /** Says that this process writes a temporary file. */
    @SuppressWarnings("MustBeClosedChecker") // it is given up when the channel is closed
    static void claim(FileChannel temporary) {
        try {
            temporary.tryLock();
        } catch (IOException unsupported) {
            // some network drives know no locks; there, nothing is swept away either
            LOG.debug("A temporary file cannot be locked", unsupported);
        }
    }

    /**
     * Removes what other programs left in a folder.
     *
     * @param fresh a temporary file of this process there, made just now: ages are told from it, so that neither a clock set
     *              back nor the clock of a network drive matters
     */
    static void sweep(Path fresh) {
        Path folder = fresh.toAbsolutePath().getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BEGINNING + "*" + END)) {
            long now = modified(fresh);
            for (Path file : files) {
                // never one of this process: to look at its lock would give that up
                if (!file.getFileName().toString().startsWith(own()) && isLeft(file, now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.debug("{} cannot be swept", folder, unreadable);
        }
    }

    private static boolean isLeft(Path file, long now) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Math.abs(now - modified(file)) < LEAST_AGE_MILLIS) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        } catch (IOException | OverlappingFileLockException others) {
            return false;
        }
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
    }
}
