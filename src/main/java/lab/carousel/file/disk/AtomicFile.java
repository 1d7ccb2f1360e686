package lab.carousel.file.disk;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is saved so that at every moment, whatever happens, there is either the whole old one or the whole new one
 * under its name. Its content goes to a temporary file in the same folder, and {@link #commit} gives it its name in one
 * step that cannot be half done. Closed without a commit the temporary file is removed, and an old file of that name stays as
 * it was. When the program is interrupted (Ctrl-C, a signal, the end of the session), one that is nearly written gets a
 * moment to be committed; otherwise it is removed too. What programs left that could do nothing of that (see
 * {@link Leftovers}) is removed when the next file is written there. Used by one thread.
 */
public final class AtomicFile implements AutoCloseable {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream stream) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

    /** So long one that is being written may take to be committed when the program is interrupted. */
    private static final int GRACE_MILLIS = 1_000;

    private final Path target;
    private final Path resolved;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;
    private final Thread removal;
    /** Held by whoever decides what becomes of the temporary file. */
    private final Semaphore decision = new Semaphore(1);

    /** Over when it was committed or given up. */
    private final CountDownLatch ended = new CountDownLatch(1);

    private boolean open = true;

    private AtomicFile(Path target, Path resolved) throws IOException {
        this.target = target;
        this.resolved = resolved;
        this.temporary = resolved.resolveSibling(Leftovers.newName());
        this.removal = new Thread(this::removeAtExit, "remove " + temporary.getFileName());
        rememberRemoval();
        decision.acquireUninterruptibly();
        try {
            this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Leftovers.claim(channel);
        } catch (IOException problem) {
            forgetRemoval();
            throw problem;
        } finally {
            decision.release();
        }
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Saves bytes under a name; an old file of this name is replaced.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched
     */
    public static void write(Path target, byte[] bytes) {
        write(target, stream -> stream.write(bytes));
    }

    /**
     * Saves like {@link #write(Path, Content)} what takes long to be made: the file is open only when all of it is there, so
     * that whoever interrupts that finds it whole or not at all.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched
     */
    public static void writeMade(Path target, Content content) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try {
            content.writeTo(made);
        } catch (IOException problem) {
            throw FileProblem.writing(target, problem);
        }
        write(target, made.toByteArray());
    }

    /**
     * Saves under a name what the content writes; an old file of this name is replaced.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched, as it also is if the content throws
     */
    public static void write(Path target, Content content) {
        try (AtomicFile file = AtomicFile.open(target)) {
            try {
                content.writeTo(file.stream());
            } catch (IOException problem) {
                throw FileProblem.writing(target, problem);
            }
            file.commit();
        }
    }

    /**
     * Checks that a file can be saved under a name, by writing an empty one beside it and removing it again.
     *
     * @throws InvalidInput if it cannot
     */
    public static void checkWritable(Path target) {
        assert DiskAccess.isAllowedHere() : target;
        AtomicFile.open(target).close();
    }

    /**
     * Starts a file. It need not exist; its folder must.
     *
     * @throws InvalidInput if it cannot be written there, naming the file and the reason
     */
    public static AtomicFile open(Path target) {
        assert DiskAccess.isAllowedHere() : target;
        FileProblem.checkTarget(target);
        try {
            // a link is kept, and what it points to is replaced
            Path resolved = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            AtomicFile file = new AtomicFile(target, resolved);
            Leftovers.sweep(file.temporary);
            file.copyPermissions();
            return file;
        } catch (IOException problem) {
            throw FileProblem.writing(target, problem);
        }
    }

    /** The file that replaces another one can be read and written by the same people. */
    private void copyPermissions() {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
            if (view != null && Files.exists(resolved)) {
                view.setPermissions(Files.getPosixFilePermissions(resolved, LinkOption.NOFOLLOW_LINKS));
            }
        } catch (IOException problem) {
            LOG.warn("The permissions of {} could not be kept", resolved, problem);
        }
    }

    /** Takes the content; buffered. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place, safe on the disk.
     *
     * @throws InvalidInput if that fails; an old file of this name is untouched
     */
    public void commit() {
        try {
            stream.flush();
            channel.force(true);
            channel.close();
        } catch (IOException problem) {
            throw FileProblem.writing(target, problem);
        }
        decision.acquireUninterruptibly();
        try {
            Files.move(temporary, resolved, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            open = false;
        } catch (IOException problem) {
            throw FileProblem.writing(target, problem);
        } finally {
            decision.release();
        }
        ended.countDown();
        forgetRemoval();
    }

    /** Removes the temporary file, unless it was committed. */
    @Override
    public void close() {
        decision.acquireUninterruptibly();
        try {
            if (open) {
                open = false;
                // not by closing the stream: that would write out what is left in its buffer
                channel.close();
                Files.deleteIfExists(temporary);
                ended.countDown();
                forgetRemoval();
            }
        } catch (IOException problem) {
            LOG.warn("{} could not be removed", temporary, problem);
        } finally {
            decision.release();
        }
    }

    private void rememberRemoval() {
        try {
            Runtime.getRuntime().addShutdownHook(removal);
        } catch (IllegalStateException shuttingDown) {
            // What a command brings into safety when it is interrupted; nobody interrupts it again
            LOG.debug("The program is ending; {} is written nevertheless", target, shuttingDown);
        }
    }

    private void forgetRemoval() {
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException shuttingDown) {
            LOG.debug("The program is ending; {} has been dealt with", temporary, shuttingDown);
        }
    }

    /**
     * Runs when the program ends. The decision is never given back: once that is taken a writer that is still at work waits
     * for the end, instead of failing over a file that has gone.
     */
    private void removeAtExit() {
        try {
            if (ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        decision.acquireUninterruptibly();
        try {
            if (open) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException problem) {
            LOG.warn("{} could not be removed", temporary, problem);
        }
    }

    /**
     * Temporary files of programs that were ended so that they could not remove them (a crash, a power cut). A program holds a
     * lock on each that it writes, which the system takes away when it ends, however it ends.
     */
    static final class Leftovers {

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
}
