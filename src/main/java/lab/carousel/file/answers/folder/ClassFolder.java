package lab.carousel.file.answers.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.ClassProgressFile;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.session.SessionFile;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.RejectedFile;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.lesson.answers.SubmittedRun;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;

/**
 * The submissions of a class: a folder or a zip of {@value AnswersFile#EXTENSION} files and sessions. They are
 * untrusted: nothing is unpacked to the disk, opened or trained, links are not followed, and an unusable file is
 * reported while the others are read. At most {@value #MOST_FILES} files in {@value #MOST_FOLDERS} nested folders, and
 * {@value #MOST_MEGABYTES} megabytes, are read.
 */
public final class ClassFolder {

    /** File by which a program that serves a class keeps others from its folder. */
    public static final String LOCK = ".lock";

    /** Folder of the sheets of those whom a teacher has sent out of a class: they are not counted. */
    public static final String ASIDE = "set-aside";

    static final int MOST_FILES = 1_000;
    static final int MOST_FOLDERS = 4;
    /** Entries of a zip: folders, and what some systems put beside each file, count too. */
    static final int MOST_ENTRIES = 4_000;

    static final int MOST_MEGABYTES = 256;
    private static final long MOST_BYTES = MOST_MEGABYTES * 1_000_000L;
    private static final int MOST_SESSION_KILOBYTES = 64_000;
    /** Limit of a session, and of all sessions of a class, unpacked. */
    private static final int MOST_SESSION_MEGABYTES = 128;

    private static final int MOST_OF_SESSIONS = 500;
    /** Sessions are no longer read with less left. */
    private static final int LEAST_MEGABYTES = 10;

    private static final int LONGEST_NAME = 120;
    /** What a class that was open has beside its answers. */
    private static final Set<String> NO_ANSWERS = Set.of(AskedNow.FILE, ClassProgress.FILE, LOCK);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private final List<Submission> sheets = new ArrayList<>();
    private final List<SubmittedRun> runs = new ArrayList<>();
    private final List<RejectedFile> left = new ArrayList<>();
    private final Map<String, String> taught = new LinkedHashMap<>();

    private int megabytesLeft = MOST_OF_SESSIONS;

    private final ReadProgress progress;
    private int files;
    private long bytes;
    private long skipped;

    private ClassFolder(ReadProgress progress) {
        this.progress = progress;
    }

    /**
     * Reads a folder or zip.
     *
     * @throws InvalidInput if it is neither, or cannot be read
     */
    public static ClassFolder read(Path path) {
        return read(path, new ReadProgress());
    }

    public static ClassFolder read(Path path, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : path;
        ClassFolder reader = new ClassFolder(progress);
        if (Files.isDirectory(path)) {
            reader.folder(path, path, 1);
            reader.readTaught(path);
        } else if (Files.isRegularFile(path)) {
            reader.zip(path);
        } else {
            throw new InvalidInput(Files.exists(path) ? "file.read.special" : "file.read.missing", path);
        }
        return reader;
    }

    /** The lessons of a class that was open, in the order in which they were begun. */
    private void readTaught(Path folder) {
        try {
            ClassProgressFile.read(folder).ifPresent(progress -> progress.courses()
                    .forEach(course ->
                            taught.put(course.lesson().name(), course.lesson().version())));
        } catch (InvalidInput damaged) {
            reject(ClassProgress.FILE, damaged);
        }
    }

    private void folder(Path root, Path folder, int depth) {
        List<Path> content;
        try (var listed = Files.list(folder)) {
            content = listed.sorted().limit(MOST_FILES + 1L).toList();
        } catch (IOException | UncheckedIOException problem) {
            InvalidInput unreadable = FileProblem.reading(
                    folder,
                    problem instanceof IOException direct ? direct : new IOException(problem.getMessage(), problem));
            if (folder.equals(root)) {
                throw unreadable;
            }
            reject(root.relativize(folder).toString(), unreadable);
            return;
        }
        for (Path path : content) {
            String name = root.relativize(path).toString();
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                if (name.equals(ASIDE)) {
                    continue;
                }
                if (depth < MOST_FOLDERS) {
                    folder(root, path, depth + 1);
                } else {
                    reject(name, new InvalidInput("file.answers.deep", MOST_FOLDERS));
                }
            } else if (mayBeRead(name)) {
                file(path, name);
            }
        }
    }

    private void file(Path path, String name) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            reject(name, new InvalidInput("file.answers.noFile"));
            return;
        }
        try (InputStream stream =
                progress.watch(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), ReadProgress.UNKNOWN)) {
            content(
                    name,
                    stream,
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis());
        } catch (IOException problem) {
            reject(name, FileProblem.reading(path, problem));
        }
    }

    private void zip(Path path) {
        try (InputStream raw = progress.watch(Files.newInputStream(path), Files.size(path));
                ZipInputStream zip = new ZipInputStream(raw, StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                String name = shown(entry.getName());
                if (!entry.isDirectory() && mayBeRead(name)) {
                    content(name, zip, Math.max(0, entry.getTime()));
                }
                if (bytes > MOST_BYTES || entries > MOST_ENTRIES || !skipRest(name, zip)) {
                    return;
                }
            }
            if (entries == 0) {
                throw new InvalidInput("file.answers.noZip", path);
            }
        } catch (InvalidInput refused) {
            throw refused; // also an illegal argument, but one that says what is wrong
        } catch (ZipException | IllegalArgumentException damaged) {
            rejectRest(path);
        } catch (IOException problem) {
            throw FileProblem.reading(path, problem);
        }
    }

    /** Skips the rest of a file, which must be unpacked too; false if it is too long. */
    private boolean skipRest(String name, InputStream file) throws IOException {
        byte[] buffer = new byte[8_192];
        for (int now = file.read(buffer); now >= 0; now = file.read(buffer)) {
            skipped += now;
            if (skipped > MOST_BYTES) {
                reject(name, new InvalidInput("file.answers.all", MOST_MEGABYTES));
                return false;
            }
        }
        return true;
    }

    /** Reports a zip that breaks off; what came before the damage is kept. */
    private void rejectRest(Path path) {
        if (files == 0) {
            throw new InvalidInput("file.answers.noZip", path);
        }
        reject(path.getFileName().toString(), new InvalidInput("file.zip.damaged", path));
    }

    /** Reads one file up to the limits; a zip bomb is detected by what it unpacks to. */
    private void content(String name, InputStream stream, long saved) throws IOException {
        int most = mostBytes(name);
        if (most == 0) {
            reject(name, new InvalidInput("file.answers.otherKind"));
            return;
        }
        byte[] content = stream.readNBytes((int) Math.min(most + 1L, MOST_BYTES - bytes + 1));
        bytes += content.length;
        if (bytes > MOST_BYTES) {
            reject(name, new InvalidInput("file.answers.all", MOST_MEGABYTES));
        } else {
            take(name, content, saved);
        }
    }

    private boolean mayBeRead(String name) {
        if (NO_ANSWERS.contains(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))) {
            return false;
        }
        files++;
        if (files == MOST_FILES + 1) {
            reject(name, new InvalidInput("file.answers.many", MOST_FILES));
        }
        return files <= MOST_FILES && bytes <= MOST_BYTES;
    }

    /** Name of an untrusted file for display: one line, one direction, and not too long. */
    static String shown(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("?");
        return seen.length() <= LONGEST_NAME ? seen : "…" + seen.substring(seen.length() - LONGEST_NAME + 1);
    }

    /** Size limit of a file in bytes, by its name; 0 if its kind is not read. */
    static int mostBytes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(AnswersFile.EXTENSION)) {
            return AnswersFile.MOST_BYTES;
        }
        return lower.endsWith(SessionFile.EXTENSION) ? MOST_SESSION_KILOBYTES * 1_000 : 0;
    }

    void reject(String name, InvalidInput why) {
        left.add(new RejectedFile(shown(name), shown(why.getMessage(), 400)));
    }

    private static String shown(String words, int most) {
        String seen = UNSEEN.matcher(words).replaceAll(" ");
        return seen.substring(0, Math.min(most, seen.length()));
    }

    /** @param saved when it was written, in milliseconds */
    private void take(String name, byte[] content, long saved) {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(AnswersFile.EXTENSION)) {
                sheets.add(new Submission(shown(name), AnswersFile.parse(shown(name), content), saved));
            } else {
                takeSession(name, content);
            }
        } catch (InvalidInput broken) {
            reject(name, broken);
        }
    }

    private void takeSession(String name, byte[] content) {
        if (content.length > MOST_SESSION_KILOBYTES * 1_000) {
            throw new InvalidInput("file.answers.tooLarge", name, MOST_SESSION_KILOBYTES);
        }
        Optional<Snapshot> end = SessionFile.run(unpacked(name, content)).map(PausedRun::snapshot);
        Snapshot snapshot =
                end.filter(one -> one.position().epoch() > 0).orElseThrow(() -> new InvalidInput("file.answers.noRun"));
        if (snapshot.origin().isPresent()) {
            throw new InvalidInput("file.answers.notFromSeed");
        }
        runs.add(new SubmittedRun(
                shown(name),
                new LessonRun(
                        "",
                        snapshot.experiment(),
                        snapshot.position().epoch(),
                        LessonResult.of(snapshot.evaluation()))));
    }

    /** A session in memory. All together must not exceed the class's limit, however small they are. */
    private ZipContent unpacked(String name, byte[] content) {
        int most = ZipContent.most(content.length, Math.min(MOST_SESSION_MEGABYTES, megabytesLeft));
        if (megabytesLeft < LEAST_MEGABYTES) {
            throw new InvalidInput("file.answers.all", MOST_OF_SESSIONS);
        }
        megabytesLeft -= most;
        ZipContent zip = ZipContent.of(shown(name), content, most);
        megabytesLeft += most - zip.megabytes();
        return zip;
    }

    /** Merges the submissions; the versions are those of the known lessons, by their names. */
    public ClassAnswers together(Map<String, String> versions) {
        Map<String, String> inOrder = new LinkedHashMap<>(taught);
        inOrder.putAll(versions);
        return ClassAnswers.of(sheets, runs, left, inOrder);
    }
}
