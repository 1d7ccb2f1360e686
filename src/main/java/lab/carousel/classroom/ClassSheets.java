package lab.carousel.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.RejectedFile;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.text.InvalidInput;

/** The sheets of a class, each on the disk before it is counted. */
final class ClassSheets {

    private final Path folder;
    /** By the names of their files. */
    private final Map<String, AnswerSheet> sheets = new LinkedHashMap<>();
    /** A lock for each file, also those that were only tried: others need not wait for the disk. */
    private final Map<String, Object> files = new ConcurrentHashMap<>();

    private final List<RejectedFile> left = new ArrayList<>();
    /** Counts what was kept. */
    private int version;

    private Optional<InvalidInput> problem = Optional.empty();

    /** Takes up those that are in the folder, if it is there. */
    ClassSheets(Path folder) {
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            ClassAnswers kept = ClassFolder.read(folder).together(Map.of());
            left.addAll(kept.left());
            kept.students().stream()
                    .map(Submission::sheet)
                    .forEach(sheet -> sheets.put(AnswersFile.name(sheet), sheet));
            sheets.keySet().forEach(file -> files.put(file, new Object()));
        }
    }

    Path folder() {
        return folder;
    }

    synchronized Map<String, AnswerSheet> all() {
        return new LinkedHashMap<>(sheets);
    }

    /** Another number after each sheet that was kept. */
    synchronized int version() {
        return version;
    }

    synchronized Optional<AnswerSheet> of(String file) {
        return Optional.ofNullable(sheets.get(file));
    }

    /** Files of the folder that could not be read. */
    List<RejectedFile> left() {
        return List.copyOf(left);
    }

    /** Why the last sheet could not be kept; empty if it was. */
    synchronized Optional<InvalidInput> problem() {
        return problem;
    }

    /**
     * Keeps a sheet.
     *
     * @param kept what is to be written, for the name of the file
     * @throws InvalidInput if there are too many
     * @throws UncheckedIOException if it cannot be written
     */
    void keep(String file, UnaryOperator<Optional<AnswerSheet>> kept) {
        // Also those under way count, which are not on the disk yet
        synchronized (this) {
            if (!files.containsKey(file) && files.size() >= ClassAnswers.MOST_SHEETS) {
                throw new InvalidInput("class.full", ClassAnswers.MOST_SHEETS);
            }
            files.putIfAbsent(file, new Object());
        }
        Object lock = Objects.requireNonNull(files.get(file));
        synchronized (lock) {
            AnswerSheet sheet = kept.apply(of(file)).orElseThrow();
            Optional<InvalidInput> why = written(file, sheet);
            synchronized (this) {
                problem = why;
                if (why.isEmpty()) {
                    sheets.put(file, sheet);
                    version++;
                }
            }
            why.ifPresent(refused -> {
                throw new UncheckedIOException(new IOException(refused.getMessage(), refused));
            });
        }
    }

    /** Puts the sheets of a student where they are not counted; they are not lost. */
    void setAside(String id) {
        all().forEach((file, sheet) -> {
            if (sheet.from().id().equalsIgnoreCase(id)) {
                synchronized (files.computeIfAbsent(file, any -> new Object())) {
                    moveAside(file);
                }
            }
        });
    }

    private void moveAside(String file) {
        try {
            Path aside = Files.createDirectories(folder.resolve(ClassFolder.ASIDE));
            Files.move(folder.resolve(file), aside.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            synchronized (this) {
                sheets.remove(file);
                files.remove(file);
                version++;
            }
        } catch (IOException refused) {
            synchronized (this) {
                problem = Optional.of(FileProblem.writing(folder, refused));
            }
        }
    }

    private Optional<InvalidInput> written(String file, AnswerSheet sheet) {
        try {
            Files.createDirectories(folder);
            AnswersFile.write(folder.resolve(file), sheet);
            return Optional.empty();
        } catch (InvalidInput notWritten) {
            return Optional.of(notWritten);
        } catch (IOException noFolder) {
            return Optional.of(FileProblem.writing(folder, noFolder));
        }
    }
}
