package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.model.Experiment;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
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
import lab.carousel.text.NumberText;
import lab.carousel.training.Divergence;
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

    /**
     * A network on a task.
     *
     * @param end where its training diverged
     */
    private record Subject(
            Experiment experiment, lab.carousel.model.layout.Parameters parameters, Optional<Divergence> end) {}

    @Override
    public Integer call() {
        Path input = FileProblem.path(file);
        Optional<Path> weights = Optional.ofNullable(network).map(FileProblem::path);
        Map<String, Path> files =
                files(Stream.concat(Stream.of(input), weights.stream()).toList());
        Experiment experiment = ExperimentFile.read(input);
        Optional<ReadNetwork> read = weights.map(path -> ModelFile.find(path).with(Map.of()));
        Experiment shaped = read.map(found -> found.experiment(experiment.task(), experiment.hyperparameters()))
                .orElse(experiment);
        if (!shaped.hyperparameters().get(Settings.CELL).isRecurrent()) {
            throw new InvalidInput("stateMap.dense");
        }
        if (automaton != null && experiment.task().isDrawn()) {
            throw new InvalidInput("automaton.drawn");
        }
        Subject subject = read.map(found -> new Subject(shaped, found.parameters(), Optional.empty()))
                .orElseGet(() -> trained(shaped));
        map(subject, files);
        return subject.end().isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    /** The files to write, by their options: none is another one, or is read, and all can be written. */
    private Map<String, Path> files(List<Path> inputs) {
        Map<String, Path> files = new LinkedHashMap<>();
        add(files, SVG, svg);
        add(files, CSV, csv);
        add(files, AUTOMATON, automaton);
        files.forEach((option, path) -> {
            if (inputs.stream().anyMatch(input -> Outputs.isSame(input, path))) {
                throw new InvalidInput("cli.output.input", option, path);
            }
            AtomicFile.checkWritable(path);
        });
        return files;
    }

    private static void add(Map<String, Path> files, String option, @Nullable String name) {
        if (name == null) {
            return;
        }
        Path path = FileProblem.path(name);
        files.forEach((other, otherPath) -> {
            if (Outputs.isSame(path, otherPath)) {
                throw new InvalidInput("cli.output.twice", other, option, path);
            }
        });
        files.put(option, path);
    }

    private Subject trained(Experiment experiment) {
        Progress progress = progress();
        try (Training training = Training.endOnly(experiment, tools.engine().apply(experiment.engine()))) {
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.divergence().isEmpty()) {
                    progress.showEpoch(training::snapshot);
                }
            }
            training.divergence()
                    .ifPresent(where -> console.complain(Message.of(
                            "cli.diverged",
                            where.epoch(),
                            where.sequence(),
                            where.step(),
                            training.snapshot().position().epoch())));
            return new Subject(experiment, training.snapshot().parameters(), training.divergence());
        } finally {
            progress.clear();
        }
    }

    private void map(Subject subject, Map<String, Path> files) {
        Evaluator evaluator = new Evaluator(subject.experiment());
        VisitedStates visited =
                VisitedStates.of(evaluator, StatePart.whole(subject.experiment().layout()));
        StateMap map = StateMap.of(visited, subject.parameters());
        StateMapDrawing drawing = new StateMapDrawing(map, MapLook.FIRST, List.of());
        List<String> lines = new ArrayList<>(map.notes());
        lines.add(
                0,
                Message.text(
                        "cli.map.dots",
                        visited.dots().size(),
                        NumberText.percent(map.share(0)),
                        NumberText.percent(map.share(1)),
                        NumberText.percent(map.share(2))));
        lines.forEach(console.output()::println);
        paths(evaluator, subject).forEach(console.output()::println);
        console.output().flush();
        files.forEach((option, path) -> {
            byte[] bytes =
                    switch (option) {
                        case CSV -> drawing.csv().getBytes(StandardCharsets.UTF_8);
                        case AUTOMATON -> automaton(subject).getBytes(StandardCharsets.UTF_8);
                        default ->
                            PictureExport.svg(DrawnPicture.slide(
                                    Message.text("stateMap.menu"), String.join(" ", lines), drawing, Palette.LIGHT));
                    };
            AtomicFile.write(path, stream -> stream.write(bytes));
            console.output().println(Message.text("ui.saved", path));
        });
    }

    /** The network's automaton, of the words of the task, for Graphviz. Says how it compares with that of the task. */
    private String automaton(Subject subject) {
        long begun = System.nanoTime();
        Alphabet alphabet = subject.experiment().task().alphabet();
        TaskAutomaton task = new TaskAutomaton(subject.experiment());
        NetworkTeacher teacher = new NetworkTeacher(subject.experiment(), subject.parameters(), Operation.NONE);
        SearchLimits limits = SearchLimits.USUAL;
        NetworkAutomaton found = NetworkAutomaton.of(task, teacher, AskedWords.TASK, limits);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long end = System.nanoTime() + Math.round(limits.seconds() * 1e9);
        JoinedPrefixes joined = JoinedPrefixes.of(task, teacher, () -> System.nanoTime() > end);
        console.output()
                .println(Message.text(
                        "cli.map.automaton",
                        task.automaton().size(),
                        found.automaton().size(),
                        joined.words(),
                        found.words(alphabet, limits.states(), seconds)));
        return found.automaton().dot(alphabet, state -> found.joins(task, state));
    }

    /** What becomes of the paths to each fork, the worst first. */
    private static List<String> paths(Evaluator evaluator, Subject subject) {
        Alphabet alphabet = subject.experiment().task().alphabet();
        List<Integer> forks = evaluator.tests().isEmpty()
                ? evaluator.findings(subject.parameters()).worstFirst(MOST_FORKS)
                : List.of(Memory.NONE);
        return forks.stream()
                .flatMap(fork -> PathSeparation.of(evaluator, subject.parameters(), fork).stream())
                .map(path -> path.words(alphabet))
                .toList();
    }
}
