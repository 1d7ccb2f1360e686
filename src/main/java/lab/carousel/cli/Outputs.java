package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The files that a training writes, by the option that names them. */
final class Outputs {

    private final Map<String, Path> files = new LinkedHashMap<>();

    /**
     * Takes a file, if the option was given.
     *
     * @param option for messages
     * @param file   as it was written on the command line, or null
     * @throws InvalidInput if it cannot be a file name, or another option has the same file
     */
    void add(String option, @Nullable String file) {
        if (file == null) {
            return;
        }
        Path path = FileProblem.path(file);
        files.forEach((other, otherPath) -> {
            if (isSame(path, otherPath)) {
                throw new InvalidInput("cli.output.twice", other, option, path);
            }
        });
        files.put(option, path);
    }

    /** The file of an option. */
    Optional<Path> file(String option) {
        return Optional.ofNullable(files.get(option));
    }

    /**
     * Checks all files before anything is trained.
     *
     * @param input the experiment file, which must not be written over
     * @throws InvalidInput if one cannot be written
     */
    void check(Optional<Path> input) {
        files.forEach((option, path) -> {
            if (input.isPresent() && isSame(path, input.get())) {
                throw new InvalidInput("cli.output.input", option, path);
            }
            AtomicFile.checkWritable(path);
        });
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException unknown) {
            return false;
        }
    }
}
