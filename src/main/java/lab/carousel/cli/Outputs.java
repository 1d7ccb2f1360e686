package lab.carousel.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.output.OutputChoices;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.report.Report;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Files that {@code train} writes. */
final class Outputs {

    private final Map<TrainOutput, Path> files = new EnumMap<>(TrainOutput.class);
    private final CommandFiles all = new CommandFiles();

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
                    Path path = FileProblem.path(file);
                    outputs.all.writes(kind.option(), path, kind.endings());
                    outputs.files.put(kind, path);
                }
            }
        }
        outputs.files.forEach(TrainOutput::checkName);
        return outputs;
    }

    Optional<Path> file(TrainOutput kind) {
        return Optional.ofNullable(files.get(kind));
    }

    /** @throws InvalidInput if one cannot be written, or a run that diverged would replace what was read */
    void write(Snapshot run, OutputChoices choices) {
        checkReport(new Report(run, List.of()).repeated());
        files.forEach((kind, path) -> kind.write(run, path, choices));
    }

    boolean showEarlierEpochs() {
        return files.keySet().stream().anyMatch(kind -> kind.showsEarlierEpochs());
    }

    /**
     * Checks all files before anything is trained.
     *
     * @param inputs files and folders that are read, which must not be written over
     * @throws InvalidInput if one cannot be written
     */
    void check(Experiment experiment, List<Path> inputs, OutputChoices choices) {
        inputs.forEach(all::reads);
        checkReport(experiment);
        all.check();
        files.forEach((kind, path) -> InvalidInput.throwIf(kind.obstacle(experiment, path, choices)));
    }

    /** What is read may stand beside a report if it is what the report repeats. */
    private void checkReport(Experiment repeated) {
        file(TrainOutput.REPORT)
                .filter(report -> !Report.isThere(report, repeated))
                .ifPresent(report -> all.checkUnread(TrainOutput.REPORT.option(), Report.experiment(report)));
    }
}
