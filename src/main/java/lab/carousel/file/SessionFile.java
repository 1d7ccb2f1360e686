package lab.carousel.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.message.InvalidInput;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.PausedRun;

/**
 * Sessions as zips of readable JSON and of numbers; nothing in them is ever run. {@value #SESSION} tells what there is and
 * how the window looks ({@link SessionReader} describes it), {@value RunFolder#EXPERIMENT} is the experiment as edited, and
 * each run has a folder ({@link RunFolder}).
 */
public final class SessionFile {

    /** How the names of session files end. */
    public static final String EXTENSION = ".carousel-session";

    static final String SESSION = "session.json";
    static final String RUN_FOLDER = "run/";

    private SessionFile() {}

    /** The folder of a pinned run. */
    static String pinnedFolder(int number) {
        return "pinned-" + number + "/";
    }

    /**
     * Saves a session atomically, with all its recorded epochs.
     *
     * @throws InvalidInput if it cannot be written, or is too large; an old file is untouched
     */
    public static void write(Path file, Session session) {
        write(file, session, ParameterHistory.MAX_BYTES * 2);
    }

    /**
     * The same with fewer of the recorded epochs, if they take too much.
     *
     * @param mostBytes what they may take
     */
    public static void write(Path file, Session session, long mostBytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SESSION, utf8(ExperimentFile.text(SessionReader.tree(session))));
        files.put(RunFolder.EXPERIMENT, utf8(ExperimentFile.toJson(session.experiment())));
        session.run().ifPresent(run -> RunFolder.write(run, RUN_FOLDER, mostBytes, files));
        session.pinned()
                .forEach(pinned -> RunFolder.write(
                        new PausedRun(pinned.snapshot(), Optional.empty()),
                        pinnedFolder(pinned.number()),
                        0,
                        files));
        long bytes = files.values().stream().mapToLong(content -> content.length).sum();
        if (bytes > ZipContent.MOST_BYTES) {
            throw new InvalidInput("file.session.tooLarge", file, ZipContent.MOST_MEGABYTES);
        }
        AtomicFile.write(file, stream -> {
            ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                boolean isText = !entry.getKey().endsWith(".bin");
                // Weights hardly become smaller, and trying takes most of the time
                zip.setLevel(isText ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /**
     * Opens a session.
     *
     * @throws InvalidInput if there is no such file, or it is damaged, foreign, newer or too large; names the file and the
     *                      place
     */
    public static Session read(Path file) {
        return SessionReader.read(ZipContent.read(file));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
