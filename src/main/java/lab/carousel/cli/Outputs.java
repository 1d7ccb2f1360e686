package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.text.InvalidInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class Outputs {

    enum Kind {
        CSV("csv", "F"),
        CHART("chart", "F"),
        HEATMAP("heatmap", "F"),
        MODEL("model", "F"),
        KERAS("keras", "F.py"),
        PYTORCH("pytorch", "F.py"),
        DEEPLEARNING4J("deeplearning4j", "F.java"),
        PAGE("page", "F.html"),
        ANIMATION("animation", "F"),
        STATES("states", "F");

        private final String key;
        private final String label;

        Kind(String key, String label) {
            this.key = key;
            this.label = label;
        }

        String option() {
            return "--" + key;
        }
    }

    private final Map<Kind, Path> files = new EnumMap<>(Kind.class);

    /** Options for files of these kinds, in the order of the help. */
    static CommandSpec options(Kind... kinds) {
        CommandSpec options = CommandSpec.create();
        for (Kind kind : kinds) {
            options.addOption(OptionSpec.builder(kind.option())
                    .type(String.class)
                    .paramLabel(kind.label)
                    .descriptionKey("cli.help." + kind.key)
                    .build());
        }
        return options;
    }

    /**
     * Takes the files that were given.
     *
     * @throws InvalidInput if one cannot be a file name, or another option has the same file
     */
    void add(CommandSpec options) {
        for (Kind kind : Kind.values()) {
            OptionSpec option = options.findOption(kind.option());
            String file = option == null ? null : option.getValue();
            if (file != null) {
                add(kind, FileProblem.path(file));
            }
        }
    }

    private void add(Kind kind, Path path) {
        files.forEach((other, otherPath) -> {
            if (isSame(path, otherPath)) {
                throw new InvalidInput("cli.output.twice", other.option(), kind.option(), path);
            }
        });
        files.put(kind, path);
    }

    Optional<Path> file(Kind kind) {
        return Optional.ofNullable(files.get(kind));
    }

    /**
     * Checks all files before anything is trained.
     *
     * @param input the experiment file, which must not be written over
     * @throws InvalidInput if one cannot be written
     */
    void check(Optional<Path> input) {
        files.forEach((kind, path) -> {
            if (input.isPresent() && isSame(path, input.get())) {
                throw new InvalidInput("cli.output.input", kind.option(), path);
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
