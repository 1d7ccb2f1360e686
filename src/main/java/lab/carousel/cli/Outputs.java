package lab.carousel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.output.OutputChoices;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Files that {@code train} writes. */
final class Outputs {

    private final Map<TrainOutput, Path> files = new EnumMap<>(TrainOutput.class);

    /** Options for files of these kinds, in the order of the help. */
    static CommandSpec options(Collection<TrainOutput> kinds) {
        CommandSpec options = CommandSpec.create();
        for (TrainOutput kind : kinds) {
            options.addOption(ToolCommand.option(kind.option(), kind.label(), "cli.help." + kind.key()));
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
            for (TrainOutput kind : TrainOutput.values()) {
                OptionSpec option = options.findOption(kind.option());
                String file = option == null ? null : option.getValue();
                if (file != null) {
                    add(outputs.files, kind, TrainOutput::option, FileProblem.path(file));
                }
            }
        }
        outputs.files.forEach(TrainOutput::checkName);
        return outputs;
    }

    /**
     * Adds a file.
     *
     * @param option names what it is for
     * @throws InvalidInput if one of those before it is the same
     */
    static <K> void add(Map<K, Path> files, K kind, Function<K, String> option, Path path) {
        files.forEach((other, otherPath) -> {
            if (isSame(path, otherPath)) {
                throw new InvalidInput("cli.output.twice", option.apply(other), option.apply(kind), path);
            }
        });
        files.put(kind, path);
    }

    Optional<Path> file(TrainOutput kind) {
        return Optional.ofNullable(files.get(kind));
    }

    void write(Snapshot run, OutputChoices choices) {
        files.forEach((kind, path) -> kind.write(run, path, choices));
    }

    boolean showEarlierEpochs() {
        return files.keySet().stream().anyMatch(kind -> kind.showsEarlierEpochs());
    }

    /**
     * Checks all files before anything is trained.
     *
     * @param input the experiment file, which must not be written over
     * @throws InvalidInput if one cannot be written
     */
    void check(Experiment experiment, Optional<Path> input, OutputChoices choices) {
        files.forEach((kind, path) -> {
            if (input.isPresent() && isSame(path, input.get())) {
                throw new InvalidInput("cli.output.input", kind.option(), path);
            }
            AtomicFile.checkWritable(path);
        });
        files.forEach((kind, path) -> InvalidInput.throwIf(kind.obstacle(experiment, path, choices)));
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
