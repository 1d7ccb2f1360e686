package lab.carousel.file.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.DiskAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder of automatically saved sessions. Each program has a file there, and a lock beside it, which the system
 * releases when the program ends, however it ends. A file without a lock is that of a crash: it becomes {@code left-},
 * and {@code recovered-} when it is offered; at a proper end it becomes {@code last-}. All are numbered in the order of
 * their ends, whatever the clock says. The newest of those offered or ended properly are kept, and all that were never
 * offered.
 */
public final class AutosaveFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveFolder.class);

    private static final String RUNNING = "running-";
    private static final String LEFT = "left";
    private static final String RECOVERED = "recovered";
    private static final String LAST = "last";
    private static final String LOCK = ".lock";
    /** Kept files of each kind: as many windows as somebody has open at shutdown. */
    private static final int MOST = 10;

    private static final int TRIES = 200;
    private static final int MILLIS_BETWEEN = 10;

    private static final Pattern ENDED = Pattern.compile(
            "(?:" + LEFT + "|" + RECOVERED + "|" + LAST + ")-(\\d{1,18})-.*" + Pattern.quote(SessionFile.EXTENSION));

    private final Path folder;
    private final Path file;
    private final Path lockFile;
    private final FileChannel channel;

    private AutosaveFolder(Path folder, String name, FileChannel channel) {
        this.folder = folder;
        this.file = folder.resolve(name + SessionFile.EXTENSION);
        this.lockFile = folder.resolve(name + LOCK);
        this.channel = channel;
    }

    /**
     * Opens a folder, created if need be.
     *
     * @throws IOException if nothing can be saved there
     */
    public static AutosaveFolder open(Path folder) throws IOException {
        assert DiskAccess.isAllowedHere() : folder;
        Files.createDirectories(folder);
        String name = RUNNING + UUID.randomUUID();
        return alone(folder, () -> {
            renameCrashed(folder);
            Path lock = folder.resolve(name + LOCK);
            AutosaveFolder opened = new AutosaveFolder(folder, name, locked(lock));
            AtomicFile.removeLeftovers(lock);
            return opened;
        });
    }

    private static FileChannel locked(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("no lock in " + lock.getParent());
        }
        return channel;
    }

    /** Renames the sessions of crashed programs. */
    private static void renameCrashed(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path lock : files(folder, name -> name.startsWith(RUNNING) && name.endsWith(LOCK))) {
            if (!isHeld(lock)) {
                left.add(folder.resolve(lock.getFileName().toString().replace(LOCK, "") + SessionFile.EXTENSION));
                Files.deleteIfExists(lock);
            }
        }
        // the oldest first, so that the newest gets the highest number; only the time orders what ended together
        left.sort(Comparator.comparingLong(AutosaveFolder::modified));
        for (Path session : left) {
            move(folder, session, LEFT, bare(session));
        }
    }

    /** Renames a session to an ended one; empty if there is none, or another program took it. */
    private static Optional<Path> move(Path folder, Path session, String kind, String name) throws IOException {
        long number = 1;
        for (Path ended : ended(folder)) {
            number = Math.max(number, number(ended) + 1);
        }
        Path kept = folder.resolve(kind + "-" + number + "-" + name);
        try {
            Files.move(session, kept, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(kept);
        } catch (NoSuchFileException taken) {
            LOG.debug("{} is not there", session, taken);
            return Optional.empty();
        }
    }

    private static void forgetOld(Path folder, String kind) throws IOException {
        List<Path> kept = ended(folder, kind);
        for (Path old : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static List<Path> ended(Path folder, String kind) throws IOException {
        return ended(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(kind))
                .toList();
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = other.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException | NoSuchFileException others) {
            // gone: another program has taken its files
            return true;
        }
    }

    private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .toList();
        }
    }

    /** Sessions of ended programs, the latest first. */
    private static List<Path> ended(Path folder) throws IOException {
        return files(folder, ENDED.asMatchPredicate()).stream()
                .sorted(Comparator.comparingLong(AutosaveFolder::number).reversed())
                .toList();
    }

    private static long number(Path ended) {
        Matcher name = ENDED.matcher(ended.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return Long.MIN_VALUE;
        }
    }

    public Path file() {
        return file;
    }

    /** What its session can be found by when the program has ended. */
    public String id() {
        return bare(file);
    }

    /** What the name of a running program's file has for itself alone; it stays behind the number when the program has ended. */
    private static String bare(Path running) {
        return running.getFileName().toString().substring(RUNNING.length());
    }

    /** The session of a program that has ended, by its id; empty if it had nothing to save. */
    public Optional<Path> ended(String id) {
        return previous().stream()
                .map(EndedSession::file)
                .filter(session -> session.getFileName().toString().endsWith("-" + id))
                .findFirst();
    }

    /**
     * The newest crashed session that was never offered: the caller offers it now, and windows that start together
     * offer one each.
     */
    public Optional<Path> offer() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            return alone(folder, this::offerNewest);
        } catch (IOException problem) {
            LOG.warn("What is left in {} cannot be offered", folder, problem);
            return Optional.empty();
        }
    }

    private Optional<Path> offerNewest() throws IOException {
        for (Path session : ended(folder, LEFT)) {
            String name = session.getFileName().toString().replaceFirst(LEFT + "-\\d+-", "");
            Optional<Path> offered = move(folder, session, RECOVERED, name);
            if (offered.isPresent()) {
                forgetOld(folder, RECOVERED);
                return offered;
            }
        }
        return Optional.empty();
    }

    /** Sessions of ended programs, the latest first. */
    public List<EndedSession> previous() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            return ended(folder).stream()
                    .map(session -> new EndedSession(session, Instant.ofEpochMilli(Math.max(0, modified(session)))))
                    .toList();
        } catch (IOException problem) {
            LOG.warn("Nothing can be found in {}", folder, problem);
            return List.of();
        }
    }

    /** Ends properly: the saved session becomes the last one. */
    @Override
    public void close() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            alone(folder, () -> {
                Optional<Path> last = move(folder, file, LAST, id());
                channel.close();
                Files.deleteIfExists(lockFile);
                forgetOld(folder, LAST);
                return last;
            });
        } catch (IOException problem) {
            LOG.warn("The session in {} was not put in its place", folder, problem);
        }
    }

    private interface Work<T> {

        T run() throws IOException;
    }

    /**
     * Works in a folder while no other program does, so that two windows that start together do not take each other's
     * files. Waits for them, two seconds at most: a folder without order is better than none. The system releases the
     * lock when a program ends.
     *
     * @throws IOException if nothing can be written in the folder
     */
    private static <T> T alone(Path folder, Work<T> work) throws IOException {
        Path lock = folder.resolve("folder.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int tries = 0; tries < TRIES && !isTurn(channel); tries++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN));
            }
            return work.run();
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // released with the channel
    private static boolean isTurn(FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        } catch (IOException unsupported) {
            LOG.debug("No locks on this drive", unsupported);
            return true;
        }
    }
}
