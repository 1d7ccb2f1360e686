package lab.carousel.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.Engine;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.HyperparameterSettings;
import lab.carousel.file.output.OutputChoices;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.result.TrainResult;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.ForkList;
import lab.carousel.study.verification.Verification;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Words;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import lab.carousel.training.loss.LossCsv;
import lab.carousel.view.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: trains an experiment in the calling thread, prints the result and writes files. */
@Command(name = "train", sortOptions = false)
final class TrainCommand extends LongCommand {

    /** Makes the page the lab. */
    private static final String ALL_LESSONS = "all";

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.help.file")
    private @Nullable String file;

    @Option(names = CommandText.PRESET, paramLabel = "NAME", descriptionKey = "cli.help.preset")
    private @Nullable String preset;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.help.seed")
    private @Nullable String seed;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.help.epochs")
    private @Nullable String epochs;

    @Option(names = CommandText.ENGINE, paramLabel = "NAME", descriptionKey = "cli.help.engine")
    private @Nullable String engine;

    @Option(names = CommandText.SETS, descriptionKey = "cli.help.sets")
    private boolean sets;

    @Option(
            names = CommandText.SET,
            paramLabel = "NAME=VALUE",
            descriptionKey = "carousel.train.set",
            completionCandidates = Names.class)
    private List<String> settings = List.of();

    @Mixin
    private final CommandSpec files = Outputs.options(EnumSet.range(TrainOutput.CSV, TrainOutput.PAGE));

    @Option(names = CommandText.LESSON, paramLabel = "NAME", descriptionKey = "cli.help.lesson")
    private @Nullable String lesson;

    @Option(names = CommandText.REPORT_VIEWS, paramLabel = "A,B", descriptionKey = "cli.help.reportViews")
    private @Nullable String views;

    @Mixin
    private final CommandSpec films = Outputs.options(EnumSet.of(TrainOutput.ANIMATION, TrainOutput.STATES));

    @Option(names = CommandText.WIDTH, paramLabel = "N", descriptionKey = "cli.help.animationWidth")
    private @Nullable String width;

    @Option(names = CommandText.SPEED, paramLabel = "N", descriptionKey = "cli.help.animationSpeed")
    private @Nullable String speed;

    @Option(names = CommandText.SECONDS, paramLabel = "N", descriptionKey = "cli.help.animationSeconds")
    private @Nullable String seconds;

    @Option(names = "--verify", descriptionKey = "cli.help.verify")
    private boolean verify;

    @Option(names = "--json", descriptionKey = "cli.help.json")
    private boolean json;

    private @Nullable Verification verification;

    TrainCommand(Tools tools, Console console) {
        super(tools, console);
    }

    @Override
    public Integer call() {
        Optional<Path> input = Optional.ofNullable(file).map(FileProblem::path);
        Experiment experiment = experiment(input);
        Outputs outputs = Outputs.of(files, films);
        Optional<Lesson> taught = lesson(outputs.file(TrainOutput.PAGE));
        OutputChoices choices =
                new OutputChoices(plan(), false, Colours.OKABE_ITO, taught, ALL_LESSONS.equals(lesson), views(outputs));
        List<Path> inputs = new ArrayList<>(input.stream().toList());
        if (lesson != null && taught.isPresent()) {
            lessonFile(lesson).ifPresent(inputs::add);
        }
        outputs.check(experiment, inputs, choices);
        Engine engine = tools.engine().apply(experiment.engine());
        // every epoch is evaluated only if a file shows them
        try (Training training =
                outputs.showEarlierEpochs() ? new Training(experiment, engine) : Training.endOnly(experiment, engine)) {
            run(training, outputs.file(TrainOutput.CSV));
            Snapshot end = training.snapshot();
            outputs.write(end, choices);
            boolean isVerified = !verify || verified(end).passes();
            return training.divergence().isPresent()
                    ? ExitStatus.FAILED
                    : isVerified ? ExitStatus.DONE : ExitStatus.DIFFERS;
        }
    }

    private AnimationPlan plan() {
        AnimationPlan usual = AnimationPlan.USUAL;
        return new AnimationPlan(
                OptionNumber.orElse(
                        usual.width(), CommandText.WIDTH, width, AnimationPlan.MIN_WIDTH, AnimationPlan.MAX_WIDTH),
                OptionNumber.orElse(
                        usual.framesPerSecond(), CommandText.SPEED, speed, 1, AnimationPlan.MAX_FRAMES_PER_SECOND),
                OptionNumber.orElse(usual.seconds(), CommandText.SECONDS, seconds, 1, AnimationPlan.MAX_SECONDS));
    }

    /**
     * The lesson of a page, if a single one was given: a shipped one by its name, or a file or folder.
     *
     * @throws InvalidInput if there is none of this name, it is invalid, or no page is written
     */
    private Optional<Lesson> lesson(Optional<Path> page) {
        if (lesson == null) {
            return Optional.empty();
        }
        if (page.isEmpty()) {
            throw new InvalidInput("cli.lesson.noPage");
        }
        if (lesson.equals(ALL_LESSONS)) {
            return Optional.empty();
        }
        return Optional.of(lesson(CommandText.LESSON, lesson, List.of(ALL_LESSONS)));
    }

    /**
     * The views of a report.
     *
     * @throws InvalidInput if there is none of a name, or no report is written
     */
    private List<String> views(Outputs outputs) {
        if (views == null) {
            return List.of();
        }
        if (outputs.file(TrainOutput.REPORT).isEmpty()) {
            throw new InvalidInput("cli.report.none");
        }
        return Stream.of(views.split(","))
                .map(Views::named)
                .map(view -> view.name().key())
                .distinct()
                .toList();
    }

    private Experiment experiment(Optional<Path> input) {
        if (preset != null && input.isPresent()) {
            throw new InvalidInput("cli.preset.file", input.get());
        }
        Experiment experiment = preset != null
                ? CommandText.preset(preset).experiment()
                : input.map(ExperimentFile::read).orElseGet(Experiment::reference);
        HyperparameterSettings set = new HyperparameterSettings(settings);
        Hyperparameters hyperparameters = set.over(experiment.hyperparameters());
        if (seed != null) {
            hyperparameters = option(Settings.SEED, seed, set, hyperparameters);
        }
        if (epochs != null) {
            hyperparameters = option(Settings.EPOCHS, epochs, set, hyperparameters);
        }
        EngineName name = engine == null ? experiment.engine() : engineName(engine);
        Task task = sets ? experiment.task().withSets(true) : experiment.task();
        return new Experiment(task, hyperparameters, name).checked();
    }

    /** Sets a hyperparameter from its own option; it must not be given by {@code --set} as well. */
    private static <T> Hyperparameters option(
            Setting<T> setting, String text, HyperparameterSettings set, Hyperparameters values) {
        if (set.contains(setting.name())) {
            throw new InvalidInput("cli.set.twice", setting.name());
        }
        Bounds bounds = setting.domain().numbers().orElseThrow().bounds();
        long number = OptionNumber.read("--" + setting.name(), text, (long) bounds.least(), (long) bounds.most());
        return setting.with(values, setting.ofNumber((double) number));
    }

    private static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Settings.names().iterator();
        }
    }

    private static EngineName engineName(String word) {
        Words<EngineName> engines = Words.of(EngineName.class);
        return engines.find(word)
                .orElseThrow(() -> new InvalidInput("cli.option.word", CommandText.ENGINE, engines.list(), word));
    }

    /** Trains, writing the table of epochs on the way, and prints the results. */
    private void run(Training training, Optional<Path> csv) {
        if (csv.isEmpty()) {
            train(training, () -> {});
            print(training);
            return;
        }
        AtomicFile.write(csv.get(), stream -> {
            Experiment experiment = training.snapshot().experiment();
            Writer table = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            table.write(LossCsv.header(experiment.task().listedSequences()));
            train(training, () -> {
                try {
                    table.write(LossCsv.row(training.epoch(), training.evaluation()));
                } catch (IOException problem) {
                    throw FileProblem.writing(csv.get(), problem);
                }
            });
            // before any file is finished: a full disk does not cost the results
            print(training);
            table.flush();
        });
    }

    private void print(Training training) {
        Snapshot snapshot = training.snapshot();
        if (json) {
            FedNetwork network = training.evaluator().fed(snapshot.parameters());
            ForkList forks = ForkList.of(network, TrainResult.MOST, ForkList.SHOWN);
            Optional<Verification> checked = verify ? Optional.of(verified(snapshot)) : Optional.empty();
            console.output().print(TrainResult.json(snapshot, network, forks, checked));
        } else {
            TrainingReport results = new TrainingReport(snapshot, training.evaluator());
            results.table(console.output()::println);
            results.forks().forEach(console.output()::println);
            results.summary().forEach(console.output()::println);
        }
        console.output().flush();
        tellDivergence(training);
    }

    /** Comparison with Deeplearning4j, computed once, and printed unless it goes into the JSON. */
    private Verification verified(Snapshot end) {
        if (verification == null) {
            verification = tools.verifier().verify(end.experiment(), end.parameters(), () -> false);
            if (!json) {
                console.output().println();
                verification.lines().forEach(console.output()::println);
            }
        }
        return verification;
    }
}
