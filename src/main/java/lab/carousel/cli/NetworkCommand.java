package lab.carousel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.OpenQuestion.Subject;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network}: describes a network that another program saved, and evaluates it on a task, without a window. */
@Command(name = "network", sortOptions = false)
final class NetworkCommand extends ToolCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.help.networkFile")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String file;

    @Option(names = "--order", paramLabel = "A,B", descriptionKey = "cli.help.networkOrder")
    private @Nullable String order;

    @Option(names = "--gates", paramLabel = "ORDER", descriptionKey = "cli.help.networkGates")
    private @Nullable String gates;

    @Option(names = "--activation", paramLabel = "NAME", descriptionKey = "cli.help.networkActivation")
    private @Nullable String activation;

    @Option(names = "--between", paramLabel = "NAME", descriptionKey = "cli.help.networkBetween")
    private @Nullable String between;

    @Option(names = "--output", paramLabel = "NAME", descriptionKey = "cli.help.networkOutput")
    private @Nullable String output;

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
        Path target = states == null ? null : FileProblem.path(states);
        if (target != null) {
            StatesFile.checkName(target);
            AtomicFile.checkWritable(target);
        }
        FoundNetwork found = ModelFile.find(FileProblem.path(file));
        Map<Subject, String> chosen = chosen();
        requireChosen(found, chosen);
        ReadNetwork network = found.with(chosen);
        Optional<Experiment> task = experiment == null ? Optional.empty() : Optional.of(task(network, experiment));
        lines(found, chosen, network).forEach(line -> console.output().println(line.text()));
        if (target != null && task.isPresent()) {
            PausedRun run =
                    PausedRun.opened(task.get(), tools.engine().apply(task.get().engine()), network.parameters());
            StatesFile.write(run.snapshot(), target);
            console.output().println(Message.text("ui.saved", target));
        }
        return ExitStatus.DONE;
    }

    private Map<Subject, String> chosen() {
        Map<Subject, String> chosen = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            String answer =
                    switch (subject) {
                        case ORDER -> order;
                        case GATES -> gates;
                        case ACTIVATION -> activation;
                        case BETWEEN -> between;
                        case OUTPUT -> output;
                    };
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

    /** The experiment of a file, with the network's shape. */
    private static Experiment task(ReadNetwork network, String experiment) {
        Experiment wanted = ExperimentFile.read(FileProblem.path(experiment));
        return network.experiment(wanted.task(), wanted.hyperparameters());
    }

    private static List<Message> lines(FoundNetwork found, Map<Subject, String> chosen, ReadNetwork network) {
        ParameterLayout layout = network.parameters().layout();
        String cell = layout.cell().name();
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("cli.network.cell", Message.of("ui.network.cell." + cell)));
        lines.add(Message.of("cli.network.layers", layout.layers(), layout.units()));
        lines.add(Message.of("cli.network.symbols", layout.symbols(), layout.outputs()));
        lines.add(Message.of("cli.network.functions." + cell));
        lines.add(Message.of("cli.network.outputs." + network.output().name()));
        lines.addAll(found.assumptions(chosen));
        lines.addAll(network.remarks());
        lines.add(network.experiment()
                .map(told ->
                        Message.of("cli.network.told", told.task().alphabet().size()))
                .orElseGet(() -> Message.of("cli.network.untold")));
        return lines;
    }
}
