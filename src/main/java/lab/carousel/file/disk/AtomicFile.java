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
 * A file saved atomically: at every moment either the whole old one or the whole new one is under its name. The content
 * goes to a temporary file in the same folder, which {@link #commit} renames. Closed without a commit it is removed,
 * and the old file stays. When the program is interrupted (Ctrl-C, a signal, the end of the session), a nearly finished
 * file gets a moment to be committed. Temporary files of crashed programs (see {@link Leftovers}) are removed when the
 * next file is written there. Used by one thread.
 */
public final class AtomicFile implements AutoCloseable {

    @FunctionalInterface
    public interface Content {

        /** Writes the content; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream stream) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

    private static final int GRACE_MILLIS = 1_000;

    private final Path target;
    private final Path resolved;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;
    private final Thread removal;
    /** Time for a commit when the program is interrupted. */
    private final int graceMillis;
    /** Held by whoever commits or removes the temporary file. */
    private final Semaphore decision = new Semaphore(1);

    /** Released by commit or close. */
    private final CountDownLatch ended = new CountDownLatch(1);

    private boolean open = true;

    private AtomicFile(Path target, Path resolved, int graceMillis) throws IOException {
        this.graceMillis = graceMillis;
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
     * Replaces a file.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched
     */
    public static void write(Path target, byte[] bytes) {
        write(target, stream -> stream.write(bytes));
    }

    /**
     * Like {@link #write(Path, Content)} for content that takes long: the file is opened only when all of it is in
     * memory, so that an interruption finds it whole or not at all.
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
     * Replaces a file.
     *
     * @throws InvalidInput if that cannot be done; the old file is untouched, as it also is if the content throws
     */
    public static void write(Path target, Content content) {
        write(target, GRACE_MILLIS, content);
    }

    /**
     * Like {@link #write(Path, Content)} for content that is all there: when the program is interrupted it gets the time to
     * be written, which work that goes on for hours does not.
     */
    public static void writeReady(Path target, Content content) {
        write(target, ShutdownLatch.LONG_MILLIS, content);
    }

    private static void write(Path target, int graceMillis, Content content) {
        try (AtomicFile file = AtomicFile.open(target, graceMillis)) {
            try {
                content.writeTo(file.stream());
            } catch (IOException problem) {
                throw FileProblem.writing(target, problem);
            }
            file.commit();
        }
    }

    /**
     * Checks that a file can be saved, by writing an empty one beside it and removing it again.
     *
     * @throws InvalidInput if it cannot
     */
    public static void checkWritable(Path target) {
        assert DiskAccess.isAllowedHere() : target;
        AtomicFile.open(target).close();
    }

    /**
     * Starts a file in an existing folder.
     *
     * @throws InvalidInput if it cannot be written there, naming the file and the reason
     */
    public static AtomicFile open(Path target) {
        return open(target, GRACE_MILLIS);
    }

    private static AtomicFile open(Path target, int graceMillis) {
        assert DiskAccess.isAllowedHere() : target;
        FileProblem.checkTarget(target);
        try {
            // a link is kept; its target is replaced
            Path resolved = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            AtomicFile file = new AtomicFile(target, resolved, graceMillis);
            Leftovers.sweep(file.temporary);
            file.copyPermissions();
            return file;
        } catch (IOException problem) {
            throw FileProblem.writing(target, problem);
        }
    }

    /**
     * Removes the temporary files in the folder of a new file that programs have left there: a program that was ended while
     * it saved for the last time leaves one.
     */
    public static void removeLeftovers(Path fresh) {
        Leftovers.sweep(fresh);
    }

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

    public OutputStream stream() {
        return stream;
    }

    /**
     * Flushes the file to the disk and moves it to its place.
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
                // not by closing the stream: that would flush its buffer
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
            // Saved by an interrupted command, or begun just then: what the end still finds goes after all other work
            LOG.debug("The program is ending; {} is written nevertheless", target, shuttingDown);
            temporary.toFile().deleteOnExit();
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
     * Runs when the program ends. The decision is never released: a writer still at work then waits for the end,
     * instead of failing over a missing file.
     */
    private void removeAtExit() {
        try {
            if (ended.await(graceMillis, TimeUnit.MILLISECONDS)) {
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
     * Temporary files of programs that could not remove them (a crash, a power cut). A program locks each file that it
     * writes; the system releases the lock when the program ends, however it ends.
     */
    static final class Leftovers {

        private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

        private static final String BEGINNING = ".carousel-";
        private static final String END = ".tmp";
        /** Younger ones may be about to be locked by their program. */
        private static final long LEAST_AGE_MILLIS = TimeUnit.SECONDS.toMillis(10);

        private Leftovers() {}

        /** A unique name of a temporary file of this process. */
        static String newName() {
            return own() + UUID.randomUUID() + END;
        }

        private static String own() {
            return BEGINNING + ProcessHandle.current().pid() + "-";
        }

        @SuppressWarnings("MustBeClosedChecker") // it is given up when the channel is closed
        static void claim(FileChannel temporary) {
            try {
                temporary.tryLock();
            } catch (IOException unsupported) {
                // some network drives have no locks; there, nothing is removed either
                LOG.debug("A temporary file cannot be locked", unsupported);
            }
        }

        /**
         * Removes leftovers of other programs in a folder.
         *
         * @param fresh a new temporary file of this process there: ages are relative to it, so that wrong clocks do not
         *     matter
         */
        static void sweep(Path fresh) {
            Path folder = fresh.toAbsolutePath().getParent();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BEGINNING + "*" + END)) {
                long now = modified(fresh);
                for (Path file : files) {
                    // not of this process: opening its file would release the lock
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
