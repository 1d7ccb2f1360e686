package lab.carousel.file.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Messages for files that cannot be read or written. */
public final class FileProblem {

    private static final int LAST_ASCII = 127;

    private FileProblem() {}

    /**
     * @throws InvalidInput if the text cannot be the name of a file on this system
     */
    public static Path path(String written) {
        try {
            if (written.isBlank()) {
                throw new InvalidInput("file.name.empty");
            }
            return Paths.get(written);
        } catch (InvalidPathException problem) {
            String shown = written.replaceAll("\\p{Cntrl}", "?");
            String encoding = System.getProperty("sun.jnu.encoding", "");
            boolean isOnlyUnknown = written.chars().anyMatch(letter -> letter > LAST_ASCII) && written.indexOf(0) < 0;
            throw isOnlyUnknown
                    ? new InvalidInput("file.name.encoding", shown, encoding)
                    : new InvalidInput("file.name.invalid", shown);
        }
    }

    /**
     * Checks without writing.
     *
     * @throws InvalidInput if a file cannot be saved under this name
     */
    static void checkTarget(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw new InvalidInput("file.target.folder", target);
        }
        if (!Files.exists(folder)) {
            throw new InvalidInput("file.folder.missing", target, folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidInput("file.folder.noFolder", target, folder);
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // an ordinary file would replace a device or a pipe
            throw new InvalidInput("file.target.special", target);
        }
        if (Files.isSymbolicLink(target) && !Files.exists(target)) {
            throw new InvalidInput("file.target.deadLink", target);
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new InvalidInput("file.write.noPermission", target);
        }
    }

    public static InvalidInput writing(Path target, IOException problem) {
        InvalidInput invalid = new InvalidInput(writingKey(problem), target, reason(problem));
        invalid.initCause(problem);
        return invalid;
    }

    private static String writingKey(IOException problem) {
        String reason = reason(problem).toLowerCase(Locale.ROOT);
        if (Stream.of("no space", "not enough space", "quota", "disk full").anyMatch(reason::contains)) {
            return "file.write.diskFull";
        }
        if (isPermission(problem, reason)) {
            return "file.write.noPermission";
        }
        if (reason.contains("name too long")) {
            return "file.name.tooLong";
        }
        return "file.write.failed";
    }

    public static InvalidInput reading(Path file, IOException problem) {
        InvalidInput invalid = new InvalidInput(readingKey(problem), file, reason(problem));
        invalid.initCause(problem);
        return invalid;
    }

    private static String readingKey(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "file.read.missing";
        }
        return isPermission(problem, reason(problem).toLowerCase(Locale.ROOT))
                ? "file.read.noPermission"
                : "file.read.failed";
    }

    private static boolean isPermission(IOException problem, String reason) {
        return problem instanceof AccessDeniedException
                || Stream.of("permission denied", "not permitted", "read-only").anyMatch(reason::contains);
    }

    /** The system's message, without the name of the file. */
    private static String reason(IOException problem) {
        String reason = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        return reason == null || reason.isBlank() ? Message.text(fallbackReason(problem)) : reason;
    }

    /** A message where the system has none. */
    private static String fallbackReason(IOException problem) {
        if (problem instanceof NoSuchFileException || problem instanceof FileNotFoundException) {
            return "file.reason.gone";
        }
        return problem instanceof FileAlreadyExistsException ? "file.reason.there" : "file.reason.none";
    }
}
