package lab.carousel.file.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.PausedRun;

/**
 * Sessions as zips of readable JSON and of arrays of NumPy; nothing is ever run. {@value #SESSION} lists the content and the
 * look of the window ({@link SessionJson}), {@value RunFolder#EXPERIMENT} is the experiment as edited, and each run has
 * a folder ({@link RunFolder}). The class's other work is in files that may each be missing or broken without harm to
 * the others: {@value #OPERATIONS}, {@code answers-1.json} and so on for each lesson ({@link AnswersFile}), and the
 * studies ({@link StudiesFolder}).
 */
public final class SessionFile {

    public static final String EXTENSION = ".carousel-session";
    static final String SESSION = "session.json";

    static final String RUN_FOLDER = "run/";

    static final String OPERATIONS = "operations.json";

    private static final int MOST_LESSONS = 50;

    private SessionFile() {}

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

    /** The same with fewer recorded epochs, and fewer results of studies, if either is larger. */
    public static void write(Path file, Session session, long mostBytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SessionJson json = new SessionJson(
                session.document().map(Path::toString),
                session.run().isPresent(),
                session.pinned().stream().map(PinnedSnapshot::number).toList(),
                session.layout(),
                session.view());
        files.put(SESSION, utf8(SessionJson.SESSION.text(json)));
        files.put(RunFolder.EXPERIMENT, utf8(ExperimentFile.toJson(session.experiment())));
        write(session.work(), Math.min(mostBytes, StudiesFolder.MOST_BYTES), files);
        session.run().ifPresent(run -> RunFolder.write(run, RUN_FOLDER, mostBytes, files));
        session.pinned()
                .forEach(pinned -> RunFolder.write(
                        new PausedRun(pinned.snapshot(), Optional.empty()), pinnedFolder(pinned.number()), 0, files));
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        if (bytes > ZipContent.MOST_BYTES) {
            throw new InvalidInput("file.session.tooLarge", file, ZipContent.MOST_MEGABYTES);
        }
        AtomicFile.writeReady(file, stream -> ZipContent.write(files, stream));
    }

    private static void write(ClassWork work, long mostBytes, Map<String, byte[]> files) {
        work.operations().ifPresent(choices -> files.put(OPERATIONS, utf8(SessionJson.OPERATIONS.text(choices))));
        int lessons = Math.min(MOST_LESSONS, work.answers().size());
        for (int lesson = 1; lesson <= lessons; lesson++) {
            AnswerSheet sheet = work.answers().get(work.answers().size() - lessons + lesson - 1);
            files.put(answers(lesson), utf8(AnswersFile.text(sheet)));
        }
        work.studies().ifPresent(kept -> StudiesFolder.write(kept, mostBytes, files));
    }

    private static String answers(int lesson) {
        return "answers-" + lesson + ".json";
    }

    /**
     * Opens an intact session.
     *
     * @throws InvalidInput if there is no such file, or it is damaged, foreign, newer or too large; names the file and the
     *                      place
     */
    public static Session read(Path file) {
        return read(file, broken -> {
            throw broken;
        });
    }

    /**
     * Opens a session, without broken runs and other work.
     *
     * @param onBroken receives each error
     * @throws InvalidInput if there is no such file, it is foreign, newer or too large, or its experiment or the look
     *     of its window cannot be read; names the file and the place
     */
    public static Session read(Path file, Consumer<InvalidInput> onBroken) {
        return read(file, onBroken, new ReadProgress());
    }

    public static Session read(Path file, Consumer<InvalidInput> onBroken, ReadProgress progress) {
        return read(ZipContent.read(file, progress), onBroken);
    }

    private static Session read(ZipContent zip, Consumer<InvalidInput> onBroken) {
        Experiment experiment = experiment(zip);
        SessionJson json = SessionJson.SESSION.read(zip.json(SESSION));
        Optional<PausedRun> run = part(json.run(), () -> RunFolder.read(zip, RUN_FOLDER, onBroken), onBroken);
        List<PinnedSnapshot> pinned = new ArrayList<>();
        for (int number : json.pinned()) {
            part(true, () -> RunFolder.read(zip, pinnedFolder(number), onBroken), onBroken)
                    .ifPresent(found -> pinned.add(
                            new PinnedSnapshot(number, found.snapshot().withoutPast())));
        }
        ClassWork work = new ClassWork(
                part(zip.has(OPERATIONS), () -> SessionJson.OPERATIONS.read(zip.json(OPERATIONS)), onBroken),
                part(zip.has(StudiesFolder.LIST), () -> StudiesFolder.read(zip, onBroken), onBroken),
                IntStream.rangeClosed(1, MOST_LESSONS)
                        .mapToObj(SessionFile::answers)
                        .flatMap(name -> part(zip.has(name), () -> AnswersFile.read(zip.json(name)), onBroken).stream())
                        .toList());
        return new Session(
                experiment, json.document().flatMap(SessionFile::path), run, pinned, json.layout(), json.view(), work);
    }

    private static Experiment experiment(ZipContent zip) {
        zip.json(SESSION).checkFormat(SessionJson.FORMAT, SessionJson.VERSION, SessionJson.FOREIGN);
        return ExperimentFile.read(zip.json(RunFolder.EXPERIMENT));
    }

    /** Empty if it is no valid path on this machine. */
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException foreign) {
            return Optional.empty();
        }
    }

    /** A part of a session; empty if it is missing, or broken, which is reported. */
    static <T> Optional<T> part(boolean isThere, Supplier<T> read, Consumer<InvalidInput> onBroken) {
        try {
            return isThere ? Optional.of(read.get()) : Optional.empty();
        } catch (InvalidInput broken) {
            onBroken.accept(broken);
            return Optional.empty();
        }
    }

    /**
     * Reads the run of a session in memory; empty if nothing was trained.
     *
     * @throws InvalidInput if it is damaged, foreign, newer or too large; names the file and the place
     */
    public static Optional<PausedRun> run(ZipContent zip) {
        return read(zip, broken -> {
                    throw broken;
                })
                .run();
    }

    /**
     * Reads only the edited experiment of a session.
     *
     * @throws InvalidInput if there is no such file, or it is foreign, newer or too large, or its experiment cannot be
     *     read
     */
    public static Experiment experiment(Path file) {
        return experiment(ZipContent.read(file));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
