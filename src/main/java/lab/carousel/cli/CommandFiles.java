package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.session.SessionFile;
import lab.carousel.text.InvalidInput;

/** Files that a command reads, and files that it is to write: none is written over by mistake. */
final class CommandFiles {

    static final List<String> AUTOMATON = List.of(".dot", ".gv");

    private final List<Path> read = new ArrayList<>();
    private final Map<String, Path> written = new LinkedHashMap<>();
    private final Map<String, List<String>> endings = new LinkedHashMap<>();

    /** @param path a file, or a folder of which all may be read */
    void reads(Path path) {
        read.add(path);
    }

    /**
     * Adds a file to write.
     *
     * @param kind the endings of such files
     * @throws InvalidInput if another option has the same file
     */
    void writes(String option, Path path, List<String> kind) {
        written.forEach((other, otherPath) -> {
            if (isSame(path, otherPath)) {
                throw new InvalidInput("cli.output.twice", other, option, path);
            }
        });
        written.put(option, path);
        endings.put(option, kind);
    }

    /** By their options, in the order of adding. */
    Map<String, Path> written() {
        return written;
    }

    /**
     * Checks all files, before anything is written.
     *
     * @throws InvalidInput if one cannot be written, or would replace a file that is read or is of another kind
     */
    void check() {
        written.forEach((option, path) -> {
            checkUnread(option, path);
            checkKind(option, path);
        });
        written.values().forEach(AtomicFile::checkWritable);
    }

    /** @throws InvalidInput if the file is one that is read */
    void checkUnread(String option, Path path) {
        if (read.stream().anyMatch(input -> isSame(path, input) || isWithin(path, input))) {
            throw new InvalidInput("cli.output.input", option, path);
        }
    }

    private void checkKind(String option, Path path) {
        if (!Files.exists(path)) {
            return;
        }
        List<String> own = Objects.requireNonNull(endings.get(option));
        String name = real(path).toString().toLowerCase(Locale.ROOT);
        if (known().anyMatch(name::endsWith) && own.stream().noneMatch(name::endsWith)) {
            throw new InvalidInput("cli.output.kind", option, path, String.join(", ", own));
        }
    }

    /** The endings of all kinds of files that commands read and write. */
    private static Stream<String> known() {
        return Stream.of(
                        List.of(ExperimentFile.EXTENSION, SessionFile.EXTENSION, AnswersFile.EXTENSION, ".json"),
                        ModelFile.ENDINGS,
                        AUTOMATON,
                        Arrays.stream(TrainOutput.values())
                                .flatMap(kind -> kind.endings().stream())
                                .toList())
                .flatMap(List::stream);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            boolean areThere = Files.exists(one) && Files.exists(other);
            return areThere ? Files.isSameFile(one, other) : real(one).equals(real(other));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isWithin(Path file, Path folder) {
        return Files.isDirectory(folder) && Files.exists(file) && real(file).startsWith(real(folder));
    }

    /** Where a file is or would be, without links on the way there. */
    private static Path real(Path file) {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        try {
            return folder == null || Files.exists(whole)
                    ? whole.toRealPath()
                    : folder.toRealPath().resolve(whole.getFileName());
        } catch (IOException missing) {
            return whole.normalize();
        }
    }
}
