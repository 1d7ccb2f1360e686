package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.code.Library;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Files that {@code train} writes. */
final class Outputs {

    enum Kind {
        CSV("csv", "F", true),
        CHART("chart", "F", true),
        HEATMAP("heatmap", "F", false),
        MODEL("model", "F", false),
        KERAS("keras", "F.py", false),
        PYTORCH("pytorch", "F.py", false),
        DEEPLEARNING4J("deeplearning4j", "F.java", false),
        PAGE("page", "F.html", true),
        ANIMATION("animation", "F", true),
        STATES("states", "F", true);

        private final String key;
        private final String label;
        /** Whether losses or networks of epochs before the last are shown. */
        private final boolean showsEarlierEpochs;

        Kind(String key, String label, boolean showsEarlierEpochs) {
            this.key = key;
            this.label = label;
            this.showsEarlierEpochs = showsEarlierEpochs;
        }

        private String option() {
            return "--" + key;
        }

        /**
         * @throws InvalidInput if the name says no format
         */
        private void checkName(Path file) {
            switch (this) {
                case CHART, HEATMAP -> PictureFormat.of(file);
                case MODEL -> ModelFormat.of(file);
                case ANIMATION -> Animation.checkName(file);
                case STATES -> StatesFile.checkName(file);
                default -> {}
            }
        }

        /**
         * @throws InvalidInput if an experiment cannot be written so
         */
        private void check(Experiment experiment, Path file) {
            switch (this) {
                case MODEL ->
                    InvalidInput.throwIf(ModelFormat.of(file)
                            .obstacle(experiment.hyperparameters().get(Settings.CELL)));
                case KERAS, PYTORCH, DEEPLEARNING4J ->
                    InvalidInput.throwIf(library().obstacle(experiment));
                default -> {}
            }
        }

        /** Of a program. */
        Library library() {
            return Library.valueOf(name());
        }
    }

    private final Map<Kind, Path> files = new EnumMap<>(Kind.class);

    /** Options for files of these kinds, in the order of the help. */
    static CommandSpec options(Kind... kinds) {
        CommandSpec options = CommandSpec.create();
        for (Kind kind : kinds) {
            options.addOption(ToolCommand.option(kind.option(), kind.label, "cli.help." + kind.key));
        }
        return options;
    }

    /**
     * The files that were given.
     *
     * @throws InvalidInput if one cannot be a file name, another option has the same file, or the name says no format
     */
    static Outputs of(CommandSpec... all) {
        Outputs outputs = new Outputs();
        for (CommandSpec options : all) {
            for (Kind kind : Kind.values()) {
                OptionSpec option = options.findOption(kind.option());
                String file = option == null ? null : option.getValue();
                if (file != null) {
                    outputs.add(kind, FileProblem.path(file));
                }
            }
        }
        outputs.files.forEach(Kind::checkName);
        return outputs;
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

    void forEach(BiConsumer<Kind, Path> writing) {
        files.forEach(writing);
    }

    boolean showEarlierEpochs() {
        return files.keySet().stream().anyMatch(kind -> kind.showsEarlierEpochs);
    }

    /**
     * Checks all files before anything is trained.
     *
     * @param input the experiment file, which must not be written over
     * @throws InvalidInput if one cannot be written
     */
    void check(Experiment experiment, Optional<Path> input) {
        files.forEach((kind, path) -> {
            if (input.isPresent() && isSame(path, input.get())) {
                throw new InvalidInput("cli.output.input", kind.option(), path);
            }
            AtomicFile.checkWritable(path);
        });
        files.forEach((kind, path) -> kind.check(experiment, path));
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
