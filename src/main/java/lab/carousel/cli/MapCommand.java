package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.engine.Engine;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.picture.map.MapLook;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.study.automaton.AskedWords;
import lab.carousel.study.automaton.JoinedPrefixes;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.NetworkTeacher;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.study.map.PathSeparation;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Alphabet;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code map}: the states of a network as a map, without a window. */
@Command(name = "map", sortOptions = false)
final class MapCommand extends LongCommand {

    private static final String NETWORK = "--network";
    private static final String SVG = "--svg";
    private static final String CSV = "--csv";
    private static final String AUTOMATON = "--automaton";
    /** Forks that are told, the worst first. */
    private static final int MOST_FORKS = 50;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.help.mapFile")
    @SuppressWarnings("NullAway.Init") // picocli sees to it
    private String file;

    @Option(names = NETWORK, paramLabel = "N", descriptionKey = "cli.help.mapNetwork")
    private @Nullable String network;

    @Option(names = SVG, paramLabel = "F", descriptionKey = "cli.help.mapSvg")
    private @Nullable String svg;

    @Option(names = CSV, paramLabel = "F", descriptionKey = "cli.help.mapCsv")
    private @Nullable String csv;

    @Option(names = AUTOMATON, paramLabel = "F", descriptionKey = "cli.help.mapAutomaton")
    private @Nullable String automaton;

    MapCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        Path input = FileProblem.path(file);
        Path weights = network == null ? null : FileProblem.path(network);
        Map<String, Path> files = files(input, weights);
        Experiment experiment = ExperimentFile.read(input);
        if (weights != null) {
            ReadNetwork read = ModelFile.find(weights).with(Map.of());
            Experiment shaped = checked(read.experiment(experiment.task(), experiment.hyperparameters()));
            map(shaped, read.parameters(), files);
            return ExitStatus.DONE;
        }
        Engine engine = tools.engine().apply(checked(experiment).engine());
        try (Training training = Training.endOnly(experiment, engine)) {
            train(training, () -> {});
            tellDivergence(training);
            map(experiment, training.snapshot().parameters(), files);
            return training.divergence().isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
        }
    }

    private Experiment checked(Experiment experiment) {
        if (!experiment.hyperparameters().get(Settings.CELL).isRecurrent()) {
            throw new InvalidInput("stateMap.dense");
        }
        if (automaton != null) {
            InvalidInput.throwIf(TaskAutomaton.obstacle(experiment));
        }
        return experiment;
    }

    /** The files to write, by their options. */
    private Map<String, Path> files(Path input, @Nullable Path weights) {
        CommandFiles files = new CommandFiles();
        Stream.of(input, weights).filter(Objects::nonNull).forEach(files::reads);
        name(files, SVG, svg, PictureFormat.ENDINGS);
        name(files, CSV, csv, TrainOutput.CSV.endings());
        name(files, AUTOMATON, automaton, CommandFiles.AUTOMATON);
        files.check();
        if (svg != null) {
            PictureFormat.of(FileProblem.path(svg));
        }
        return files.written();
    }

    private static void name(CommandFiles files, String option, @Nullable String given, List<String> kind) {
        if (given != null) {
            files.writes(option, FileProblem.path(given), kind);
        }
    }

    private void map(Experiment experiment, lab.carousel.model.layout.Parameters parameters, Map<String, Path> files) {
        FedNetwork network = FedNetwork.of(experiment, parameters);
        VisitedStates visited = VisitedStates.of(network.evaluator(), StatePart.whole(experiment.layout()));
        StateMap map = StateMap.of(visited, network);
        StateMapDrawing drawing = new StateMapDrawing(map, MapLook.FIRST, List.of());
        // A small state has fewer axes than three
        String axes = IntStream.range(0, 3)
                .mapToObj(map::axisWords)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        String dots = Message.text("cli.map.dots", visited.dots().size(), axes.isEmpty() ? 0 : 1, axes);
        List<String> lines =
                Stream.concat(Stream.of(dots), map.notes().stream()).toList();
        lines.forEach(console.output()::println);
        List<Integer> forks =
                network.tests().isEmpty() ? network.findings().worstFirst(MOST_FORKS) : List.of(Memory.NONE);
        forks.forEach(fork -> console.output().println(PathSeparation.words(network, fork)));
        console.output().flush();
        files.forEach((option, path) -> {
            byte[] bytes =
                    switch (option) {
                        case CSV -> drawing.csv().getBytes(StandardCharsets.UTF_8);
                        case AUTOMATON -> automaton(experiment, parameters).getBytes(StandardCharsets.UTF_8);
                        default ->
                            PictureFormat.of(path)
                                    .bytes(DrawnPicture.slide(
                                            Message.text("stateMap.menu"),
                                            String.join(" ", lines),
                                            drawing,
                                            Palette.LIGHT));
                    };
            AtomicFile.write(path, stream -> stream.write(bytes));
            console.output().println(Message.text("ui.saved", path));
        });
    }

    /** The network's automaton, of the words of the task, for Graphviz. Says how it compares with that of the task. */
    private String automaton(Experiment experiment, lab.carousel.model.layout.Parameters parameters) {
        Alphabet alphabet = experiment.task().alphabet();
        TaskAutomaton task = new TaskAutomaton(experiment);
        NetworkTeacher teacher = new NetworkTeacher(experiment, parameters, Operation.NONE);
        SearchLimits limits = SearchLimits.USUAL;
        NetworkAutomaton found = NetworkAutomaton.of(task, teacher, AskedWords.TASK, limits);
        JoinedPrefixes joined = JoinedPrefixes.of(task, teacher, limits);
        console.output()
                .println(Message.text(
                        "cli.map.automaton",
                        task.automaton().size(),
                        found.automaton().size(),
                        joined.words(),
                        found.words(alphabet)));
        return found.automaton().dot(alphabet, state -> found.joins(task, state));
    }
}
