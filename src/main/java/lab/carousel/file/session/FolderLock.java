package lab.carousel.file.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one program after the other change what lies in a folder: two windows that start together do not take each other's
 * files. The system takes the lock away from a program that ends.
 */
final class FolderLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private static final String NAME = "folder.lock";
    private static final int TRIES = 200;
    private static final int MILLIS_BETWEEN = 10;

    private final FileChannel channel;
    private final boolean held;

    private FolderLock(FileChannel channel, boolean held) {
        this.channel = channel;
        this.held = held;
    }

    /**
     * Waits for its turn, two seconds at most: a folder without order is better than none.
     *
     * @throws IOException if nothing can be written in the folder
     */
    @SuppressWarnings("MustBeClosedChecker") // given back when this is closed
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new FolderLock(channel, isTurn(channel));
    }

    private static boolean isTurn(FileChannel channel) {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                if (channel.tryLock() != null) {
                    return true;
                }
            } catch (OverlappingFileLockException sameProcess) {
                LOG.debug("This program is at it itself", sameProcess);
            } catch (IOException unsupported) {
                LOG.debug("No locks on this drive", unsupported);
                return false;
            }
            if (!pause()) {
                return false;
            }
        }
        return false;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it is this program's turn, and not only that it has waited for long. */
    boolean isHeld() {
        return held;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
