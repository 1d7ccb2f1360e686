package lab.carousel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network}: describes a network that another program saved, and evaluates it on a task, without a window. */
@Command(name = "network", sortOptions = false)
final class NetworkCommand extends ToolCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.help.networkFile")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String file;

    @Mixin
    private final CommandSpec answers = CommandSpec.create()
            .addOption(option(Subject.ORDER, "A,B", "cli.help.networkOrder"))
            .addOption(option(Subject.GATES, "ORDER", "cli.help.networkGates"))
            .addOption(option(Subject.ACTIVATION, "NAME", "cli.help.networkActivation"))
            .addOption(option(Subject.BETWEEN, "NAME", "cli.help.networkBetween"))
            .addOption(option(Subject.OUTPUT, "NAME", "cli.help.networkOutput"));

    @Option(names = "--experiment", paramLabel = "E", descriptionKey = "cli.help.networkExperiment")
    private @Nullable String experiment;

    @Option(names = "--states", paramLabel = "F", descriptionKey = "cli.help.networkStates")
    private @Nullable String states;

    NetworkCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        if ((experiment == null) != (states == null)) {
            throw new InvalidInput("cli.network.both");
        }
        Optional<Path> target = Optional.ofNullable(states).map(FileProblem::path);
        CommandFiles files = new CommandFiles();
        Stream.of(file, experiment)
                .filter(Objects::nonNull)
                .map(FileProblem::path)
                .forEach(files::reads);
        target.ifPresent(path -> {
            StatesFile.checkName(path);
            files.writes("--states", path, TrainOutput.STATES.endings());
        });
        files.check();
        FoundNetwork found = ModelFile.find(FileProblem.path(file));
        Map<Subject, String> chosen = chosen();
        requireChosen(found, chosen);
        ReadNetwork network = found.with(chosen);
        // the file's experiment, with the network's shape
        Optional<Experiment> task = Optional.ofNullable(experiment)
                .map(path -> ExperimentFile.read(FileProblem.path(path)))
                .map(wanted -> network.experiment(wanted.task(), wanted.hyperparameters()));
        lines(found, chosen, network).forEach(line -> console.output().println(line.text()));
        task.ifPresent(fed -> {
            PausedRun run = PausedRun.opened(fed, tools.engine().apply(fed.engine()), network.parameters());
            StatesFile.write(run.snapshot(), target.orElseThrow());
            console.output().println(Message.text("ui.saved", target.get()));
        });
        return ExitStatus.DONE;
    }

    private static OptionSpec option(Subject subject, String label, String descriptionKey) {
        return option("--" + subject.key(), label, descriptionKey);
    }

    private Map<Subject, String> chosen() {
        Map<Subject, String> chosen = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            String answer = answers.findOption("--" + subject.key()).getValue();
            if (answer != null) {
                chosen.put(subject, answer);
            }
        }
        return chosen;
    }

    /** Names the option that must be given to choose between several. */
    private static void requireChosen(FoundNetwork found, Map<Subject, String> chosen) {
        for (OpenQuestion question : found.questions()) {
            Subject subject = question.subject();
            if (question.assumed().isEmpty() && !chosen.containsKey(subject)) {
                List<String> ways = question.answers().stream()
                        .map(answer -> "--" + subject.key() + " \"" + answer + "\"")
                        .toList();
                throw new InvalidInput("network.answer.open", subject.words(), String.join(" | ", ways));
            }
        }
    }

    private static List<Message> lines(FoundNetwork found, Map<Subject, String> chosen, ReadNetwork network) {
        ParameterLayout layout = network.parameters().layout();
        Cell cell = layout.cell();
        String functions = cell.gates().size() == 1 ? "units" : cell.hasCellState() ? "state" : "gates";
        List<Message> lines = new ArrayList<>(List.of(
                Message.of("cli.network.cell", cell.words()),
                Message.of("cli.network.layers", layout.layers(), layout.units()),
                Message.of(network.output().targets().key("cli.network."), layout.symbols(), layout.outputs()),
                Message.of("cli.network.functions." + functions),
                Message.of("cli.network.outputs." + network.output())));
        lines.addAll(found.assumptions(chosen));
        lines.addAll(network.remarks());
        lines.add(network.experiment()
                .map(Experiment::task)
                .map(told -> told.supply()
                        .rule()
                        .map(drawn -> Message.of("cli.network.told.drawn", drawn.title()))
                        .orElseGet(() ->
                                Message.of("cli.network.told", told.alphabet().size())))
                .orElseGet(() -> Message.of("cli.network.untold")));
        return lines;
    }
}
