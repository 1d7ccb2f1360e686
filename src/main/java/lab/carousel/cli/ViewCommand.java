package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.engine.Engine;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.result.ViewResult;
import lab.carousel.model.Experiment;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/** {@code view}: what a view shows of a network, without a window. */
@Command(name = "view", sortOptions = false)
final class ViewCommand extends LongCommand {

    private static final String CSV = "--csv";
    private static final String DOT = "--dot";
    /** What an option's files end in. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "--svg",
            List.of(PictureFormat.SVG.ending()),
            "--png",
            List.of(PictureFormat.PNG.ending()),
            CSV,
            TrainOutput.CSV.endings(),
            DOT,
            CommandFiles.AUTOMATON);

    @Mixin
    private final CommandSpec given = CommandSpec.create()
            .addPositional(positional("0", "NAME")
                    .description(Views.all().map(ViewCommand::line).toArray(String[]::new))
                    .build())
            .addPositional(
                    positional("1", "FILE").descriptionKey("cli.help.viewFile").build());

    @Option(names = "--network", paramLabel = "N", descriptionKey = "cli.help.viewNetwork")
    private @Nullable String network;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.help.viewSet")
    private List<String> wanted = List.of();

    @Mixin
    private final CommandSpec targets = CommandSpec.create()
            .addOption(option("--svg", "F", "cli.help.viewSvg"))
            .addOption(option("--png", "F", "cli.help.viewPng"))
            .addOption(option(CSV, "F", "cli.help.viewCsv"))
            .addOption(option(DOT, "F", "cli.help.viewDot"));

    @Option(names = "--json", descriptionKey = "cli.help.viewJson")
    private boolean json;

    ViewCommand(Tools tools, Console console) {
        super(tools, console);
    }

    private static PositionalParamSpec.Builder positional(String index, String label) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel(label)
                .required(true)
                .type(String.class);
    }

    private static String line(View view) {
        String key = view.name().key();
        // A percent sign means something else there
        return key + ": " + Message.text(key + ".menu.tip").replace("%", "%%");
    }

    @Override
    public Integer call() {
        View view = Views.named(given.positionalParameters().get(0).getValue());
        Path input = FileProblem.path(given.positionalParameters().get(1).getValue());
        Optional<Path> weights = Optional.ofNullable(network).map(FileProblem::path);
        Map<String, Path> files = files(view, input, weights);
        Experiment experiment = ExperimentFile.read(input);
        if (weights.isPresent()) {
            ReadNetwork read = ModelFile.find(weights.get()).with(Map.of());
            Experiment shaped = read.experiment(experiment.task(), experiment.hyperparameters());
            Chosen chosen = chosen(view, shaped);
            show(view, chosen, Look.of(shaped, read.parameters(), 0), files);
            return ExitStatus.DONE;
        }
        Chosen chosen = chosen(view, experiment);
        Engine engine = tools.engine().apply(experiment.engine());
        try (Training training = Training.endOnly(experiment, engine)) {
            train(training, () -> {});
            tellDivergence(training);
            Snapshot end = training.snapshot();
            Look look = Look.of(experiment, end.parameters(), end.position().epoch());
            show(view, chosen, look, files);
            return training.divergence().isPresent() ? ExitStatus.FAILED : ExitStatus.DONE;
        }
    }

    /** The files to write, by their options. */
    private Map<String, Path> files(View view, Path input, Optional<Path> weights) {
        CommandFiles files = new CommandFiles();
        files.reads(input);
        weights.ifPresent(files::reads);
        targets.options().stream()
                .filter(option -> option.getValue() != null)
                .forEach(option -> files.writes(
                        option.longestName(), FileProblem.path(option.getValue()), endings(option.longestName())));
        if (files.written().containsKey(DOT) && !view.drawsAutomata()) {
            throw new InvalidInput(
                    "cli.view.dot",
                    Views.all()
                            .filter(View::drawsAutomata)
                            .map(each -> each.name().key())
                            .collect(Collectors.joining(", ")));
        }
        files.check();
        files.written().forEach(ViewCommand::checkName);
        return files.written();
    }

    private static List<String> endings(String option) {
        return ENDINGS.getOrDefault(option, List.of());
    }

    private static void checkName(String option, Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        if (endings(option).stream().noneMatch(name::endsWith)) {
            throw new InvalidInput("cli.view.ending", option, String.join(", ", endings(option)), target);
        }
    }

    /** What is chosen of a view that says something of the experiment. */
    private Chosen chosen(View view, Experiment experiment) {
        view.obstacle(experiment).ifPresent(why -> {
            throw new InvalidInput("cli.view.obstacle", view.name().key(), why);
        });
        Map<String, String> values = new HashMap<>();
        for (String each : wanted) {
            String[] parts = each.split("=", 2);
            if (parts.length < 2) {
                throw new InvalidInput("file.setting.form", each);
            }
            if (values.put(parts[0], parts[1]) != null) {
                throw new InvalidInput("cli.option.twice", "--set " + parts[0]);
            }
        }
        return Chosen.of(view, experiment, values);
    }

    private void show(View view, Chosen chosen, Look look, Map<String, Path> files) {
        view.job(look, chosen).ifPresent(job -> job.run(share -> {}, () -> false));
        Answer answer = view.answer(look, chosen);
        if (json) {
            console.output().print(ViewResult.json(view, chosen, answer));
        } else {
            answer.sentences().values().stream()
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(console.output()::println);
        }
        console.output().flush();
        files.forEach((option, path) -> {
            byte[] bytes =
                    switch (option) {
                        case CSV -> answer.drawing().csv().getBytes(StandardCharsets.UTF_8);
                        case DOT -> ((AutomatonDrawing) answer.drawing()).dot().getBytes(StandardCharsets.UTF_8);
                        default -> PictureFormat.of(path).bytes(answer.picture(Palette.LIGHT));
                    };
            AtomicFile.write(path, stream -> stream.write(bytes));
            if (!json) {
                console.output().println(Message.text("ui.saved", path));
            }
        });
    }
}
