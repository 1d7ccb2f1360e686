package lab.carousel.classroom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to serve the class of a folder, which one program has at a time; the system takes it back after a crash. */
public final class FolderLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks a folder, and makes it if it is not there.
     *
     * @throws InvalidInput if another class is served from it, or it cannot be written
     */
    public static FolderLock of(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(ClassFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new FolderLock(folder, channel);
            }
            channel.close();
        } catch (IOException refused) {
            throw FileProblem.writing(folder, refused);
        }
        throw new InvalidInput("class.folder.served", folder);
    }

    public Path folder() {
        return folder;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProgram) {
            LOG.debug("It is served already", ofThisProgram);
            return false;
        }
    }

    /** Gives the right back, and removes a folder in which nothing else is. */
    @Override
    public void close() {
        try (channel) {
            try (var files = Files.list(folder)) {
                if (files.count() > 1) {
                    return;
                }
            }
            channel.close();
            Files.deleteIfExists(folder.resolve(ClassFolder.LOCK));
            Files.deleteIfExists(folder);
        } catch (IOException isUsed) {
            LOG.debug("{} is kept", folder, isUsed);
        }
    }
}
