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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.file.disk.DiskAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where running programs save their sessions by themselves. Each has a file of its own there, and holds a lock beside it
 * for as long as it runs, which the system takes away when the program ends, however it ends. A file without a lock is
 * what a program left that did not end properly: it becomes {@code recovered-}; of one that does, its file becomes
 * {@code last-}. Both are numbered in the order in which that happened, whatever the clock says. The newest of each kind are
 * kept.
 */
public final class AutosaveFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveFolder.class);

    private static final String RUNNING = "running-";
    private static final String RECOVERED = "recovered";
    private static final String LAST = "last";
    private static final String LOCK = ".lock";
    /** So many sessions of programs that ended, properly or not, are kept of each kind. */
    private static final int MOST = 3;

    /** Seven digits at most: earlier versions wrote no number, but eight digits or letters. */
    private static final Pattern ENDED = Pattern.compile(
            "(?:" + RECOVERED + "|" + LAST + ")(?:-(\\d{1,7})(?=-))?(?:-.*)?" + Pattern.quote(SessionFile.EXTENSION));

    /**
     * The session of a program that has ended.
     *
     * @param file where it is
     * @param when it was saved, by the clock of that time
     */
    public record Ended(Path file, Instant when) {}

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
        String name = RUNNING + UUID.randomUUID();
        try (FolderLock others = FolderLock.take(folder)) {
            LOG.debug("{}: other programs wait: {}", folder, others.isHeld());
            Optional<Path> crashed = recover(folder);
            return new AutosaveFolder(folder, name, locked(folder.resolve(name + LOCK)), crashed);
        }
    }

    private static FileChannel locked(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("no lock in " + lock.getParent());
        }
        return channel;
    }

    /** Gives the sessions of programs that have ended another name; the newest of them. */
    private static Optional<Path> recover(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path lock : named(folder, RUNNING, LOCK)) {
            if (!isHeld(lock)) {
                left.add(folder.resolve(lock.getFileName().toString().replace(LOCK, "") + SessionFile.EXTENSION));
                Files.deleteIfExists(lock);
            }
        }
        // the oldest first, so that the newest gets the highest number; what ended together only its time tells apart
        left.sort(Comparator.comparingLong(AutosaveFolder::modified));
        List<Path> found = new ArrayList<>();
        for (Path session : left) {
            String name = session.getFileName().toString().substring(RUNNING.length());
            move(folder, session, RECOVERED, name).ifPresent(found::add);
        }
        forgetOld(folder, RECOVERED, found);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Gives a session the name of one that has ended; empty if there is none, or another program took it. */
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

    /** Removes all but the newest, and never what was found just now. */
    private static void forgetOld(Path folder, String kind, List<Path> found) throws IOException {
        List<Path> kept = ended(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(kind))
                .toList();
        for (Path old : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            if (!found.contains(old)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = other.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException | NoSuchFileException others) {
            // gone: another program has taken what belongs to it
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

    /** The sessions of programs that have ended, the last one first; those without a number are older, by their time. */
    private static List<Path> ended(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> ENDED.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(AutosaveFolder::number)
                            .thenComparingLong(AutosaveFolder::modified)
                            .reversed())
                    .toList();
        }
    }

    private static long number(Path ended) {
        Matcher name = ENDED.matcher(ended.getFileName().toString());
        return name.matches() && name.group(1) != null ? Long.parseLong(name.group(1)) : 0;
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

    /** The sessions of programs that have ended, properly or not, the last one first. */
    public List<Ended> previous() {
        assert DiskAccess.isAllowedHere() : folder;
        try {
            return ended(folder).stream()
                    .map(session -> new Ended(session, Instant.ofEpochMilli(Math.max(0, modified(session)))))
                    .toList();
        } catch (IOException problem) {
            LOG.warn("Nothing can be found in {}", folder, problem);
            return List.of();
        }
    }

    /** Ends properly: what was saved is the last session. */
    @Override
    public void close() {
        assert DiskAccess.isAllowedHere() : folder;
        try (FolderLock others = FolderLock.take(folder)) {
            LOG.debug("{}: other programs wait: {}", folder, others.isHeld());
            String name = file.getFileName().toString().substring(RUNNING.length());
            Optional<Path> last = move(folder, file, LAST, name);
            channel.close();
            Files.deleteIfExists(lockFile);
            forgetOld(folder, LAST, last.stream().toList());
        } catch (IOException problem) {
            LOG.warn("The session in {} was not put in its place", folder, problem);
        }
    }
}
