package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.cli.Outputs.Kind;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.engine.Engine;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.code.Program;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.HyperparameterSettings;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.page.Page;
import lab.carousel.file.result.TrainResult;
import lab.carousel.file.states.StatesFile;
import lab.carousel.file.study.EpochTable;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.study.ForkList;
import lab.carousel.study.verification.Verification;
import lab.carousel.study.verification.VerificationWords;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.Words;
import lab.carousel.training.Divergence;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: trains an experiment in the calling thread, prints the result and writes files. */
@Command(name = "train", sortOptions = false)
final class TrainCommand extends LongCommand {

    private static final String ENGINE = "--engine";

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.help.file")
    private @Nullable String file;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.help.seed")
    private @Nullable String seed;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.help.epochs")
    private @Nullable String epochs;

    @Option(names = ENGINE, paramLabel = "NAME", descriptionKey = "cli.help.engine")
    private @Nullable String engine;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            descriptionKey = "carousel.train.set",
            completionCandidates = Names.class)
    private List<String> settings = List.of();

    @Mixin
    private final CommandSpec files = Outputs.options(Kind.CSV, Kind.CHART, Kind.HEATMAP, Kind.MODEL);

    @Mixin
    private final TakeHomeOptions takeHome = new TakeHomeOptions();

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
        Outputs outputs = outputs();
        outputs.check(input);
        InvalidInput.throwIf(outputs.file(Kind.MODEL).flatMap(path -> ModelFormat.of(path)
                .obstacle(experiment.hyperparameters().get(Settings.CELL))));
        takeHome.check(experiment, outputs);
        try (Training training = training(experiment, outputs)) {
            run(training, outputs);
            outputs.file(Kind.CHART)
                    .ifPresent(path -> draw(path, tools.lossChart().apply(training.snapshot())));
            outputs.file(Kind.HEATMAP)
                    .ifPresent(path -> draw(path, tools.heatmap().apply(training.snapshot())));
            outputs.file(Kind.MODEL)
                    .ifPresent(path -> AtomicFile.writeMade(
                            path,
                            stream -> stream.write(tools.models()
                                    .bytes(
                                            ModelFormat.of(path),
                                            experiment,
                                            training.snapshot().parameters()))));
            takeHome.write(training.snapshot(), outputs);
            boolean isVerified = !verify || verified(training.snapshot()).passes();
            if (training.divergence().isPresent()) {
                return ExitStatus.FAILED;
            }
            return isVerified ? ExitStatus.DONE : ExitStatus.DIFFERS;
        }
    }

    /** A training that evaluates every epoch only if a file shows them. */
    private Training training(Experiment experiment, Outputs outputs) {
        Engine engine = tools.engine().apply(experiment.engine());
        boolean isWayShown = outputs.file(Kind.CSV).isPresent()
                || outputs.file(Kind.CHART).isPresent()
                || takeHome.showsEarlierEpochs(outputs);
        return isWayShown ? new Training(experiment, engine) : Training.endOnly(experiment, engine);
    }

    private Experiment experiment(Optional<Path> input) {
        Experiment experiment = input.map(ExperimentFile::read).orElseGet(Experiment::reference);
        HyperparameterSettings set = new HyperparameterSettings(settings);
        Hyperparameters hyperparameters = set.over(experiment.hyperparameters());
        if (seed != null) {
            hyperparameters = option(Settings.SEED, seed, set, hyperparameters);
        }
        if (epochs != null) {
            hyperparameters = option(Settings.EPOCHS, epochs, set, hyperparameters);
        }
        EngineName name = engine == null ? experiment.engine() : engineName(engine);
        return new Experiment(experiment.task(), hyperparameters, name).checked();
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
        return engines.find(word).orElseThrow(() -> new InvalidInput("cli.option.word", ENGINE, engines.list(), word));
    }

    private Outputs outputs() {
        Outputs outputs = new Outputs();
        outputs.add(files);
        takeHome.addTo(outputs);
        outputs.file(Kind.CHART).ifPresent(PictureFormat::of);
        outputs.file(Kind.HEATMAP).ifPresent(PictureFormat::of);
        outputs.file(Kind.MODEL).ifPresent(ModelFormat::of);
        return outputs;
    }

    /** Trains, writing the table of epochs on the way, and prints the results. */
    private void run(Training training, Outputs outputs) {
        int sequences = training.snapshot().experiment().task().listedSequences();
        Optional<Path> csvFile = outputs.file(Kind.CSV);
        if (csvFile.isEmpty()) {
            train(training, Optional.empty());
            print(training);
            return;
        }
        try (EpochTable table = EpochTable.open(csvFile.get(), sequences)) {
            train(training, Optional.of(now -> table.add(now.epoch(), now.evaluation())));
            // before any file is finished: a full disk does not cost the results
            print(training);
            table.commit();
        }
    }

    private void train(Training training, Optional<Consumer<Training>> afterEpoch) {
        Progress progress = progress();
        try {
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch() && training.divergence().isEmpty()) {
                    afterEpoch.ifPresent(table -> table.accept(training));
                    progress.showEpoch(training::snapshot);
                }
            }
        } finally {
            progress.clear();
        }
    }

    private void print(Training training) {
        Snapshot snapshot = training.snapshot();
        if (json) {
            Experiment experiment = snapshot.experiment();
            ForkList forks = ForkList.of(
                    experiment, training.evaluator(), snapshot.parameters(), TrainResult.MOST, ForkList.SHOWN);
            Optional<Verification> checked = verify ? Optional.of(verified(snapshot)) : Optional.empty();
            console.output().print(TrainResult.json(snapshot, forks, checked));
        } else {
            TrainingReport results = new TrainingReport(snapshot, training.evaluator());
            console.printMany(results::table);
            results.forks().forEach(console.output()::println);
            results.summary().forEach(console.output()::println);
        }
        training.divergence().ifPresent(divergence -> complain(divergence, snapshot));
    }

    /** Comparison with Deeplearning4j, computed once, and printed unless it goes into the JSON. */
    private Verification verified(Snapshot end) {
        if (verification == null) {
            verification = tools.verifier().verify(end.experiment(), end.parameters(), () -> false);
            if (!json) {
                console.output().println();
                VerificationWords.of(verification).lines().forEach(console.output()::println);
            }
        }
        return verification;
    }

    private void draw(Path file, Picture picture) {
        AtomicFile.writeMade(file, stream -> stream.write(tools.drawing().bytes(picture, PictureFormat.of(file))));
    }

    private void complain(Divergence divergence, Snapshot snapshot) {
        console.complain(Message.of(
                "cli.diverged",
                divergence.epoch(),
                divergence.sequence(),
                divergence.step(),
                snapshot.position().epoch()));
    }

    /** Options of {@code train} for files that a student takes home. */
    static final class TakeHomeOptions {

        private static final String WIDTH = "--animation-width";
        private static final String SPEED = "--animation-speed";
        private static final String SECONDS = "--animation-seconds";
        private static final Map<Kind, Library> PROGRAMS = Map.of(
                Kind.KERAS, Library.KERAS, Kind.PYTORCH, Library.PYTORCH, Kind.DEEPLEARNING4J, Library.DEEPLEARNING4J);

        @Mixin
        private final CommandSpec pages = Outputs.options(Kind.KERAS, Kind.PYTORCH, Kind.DEEPLEARNING4J, Kind.PAGE);

        @Mixin
        private final LessonOption lesson = new LessonOption();

        private Optional<Lesson> readLesson = Optional.empty();

        @Mixin
        private final CommandSpec epochs = Outputs.options(Kind.ANIMATION, Kind.STATES);

        @Option(names = WIDTH, paramLabel = "N", descriptionKey = "cli.help.animationWidth")
        private @Nullable String width;

        @Option(names = SPEED, paramLabel = "N", descriptionKey = "cli.help.animationSpeed")
        private @Nullable String speed;

        @Option(names = SECONDS, paramLabel = "N", descriptionKey = "cli.help.animationSeconds")
        private @Nullable String seconds;

        void addTo(Outputs outputs) {
            outputs.add(pages);
            outputs.add(epochs);
            outputs.file(Kind.ANIMATION).ifPresent(Animation::checkName);
            outputs.file(Kind.STATES).ifPresent(StatesFile::checkName);
        }

        /**
         * Checks, before anything is trained, that an experiment can be written so; reads the lesson that goes with it.
         *
         * @throws InvalidInput if it cannot be
         */
        void check(Experiment experiment, Outputs outputs) {
            plan();
            readLesson = lesson.read(outputs.file(Kind.PAGE));
            if (outputs.file(Kind.PAGE).isPresent() && readLesson.isEmpty()) {
                InvalidInput.throwIf(Page.obstacle(experiment));
            }
            PROGRAMS.forEach((kind, library) -> {
                if (outputs.file(kind).isPresent()) {
                    InvalidInput.throwIf(library.obstacle(experiment));
                }
            });
        }

        /** Whether a file shows losses or networks of epochs before the last. */
        boolean showsEarlierEpochs(Outputs outputs) {
            return outputs.file(Kind.PAGE).isPresent()
                    || outputs.file(Kind.ANIMATION).isPresent()
                    || outputs.file(Kind.STATES).isPresent();
        }

        void write(Snapshot end, Outputs outputs) {
            PROGRAMS.forEach((kind, library) -> outputs.file(kind)
                    .ifPresent(path -> AtomicFile.write(
                            path, code(end.experiment(), library, path).getBytes(StandardCharsets.UTF_8))));
            outputs.file(Kind.STATES).ifPresent(path -> StatesFile.write(end, path));
            outputs.file(Kind.PAGE)
                    .ifPresent(path -> AtomicFile.write(path, Page.of(end, false, Colours.OKABE_ITO, readLesson)));
            outputs.file(Kind.ANIMATION)
                    .ifPresent(path -> Animation.write(end, plan(), Palette.LIGHT, path, (done, all) -> true));
        }

        private static String code(Experiment experiment, Library library, Path file) {
            boolean isNotebook = Notebook.LIBRARIES.contains(library)
                    && file.toString().toLowerCase(Locale.ROOT).endsWith(Notebook.EXTENSION);
            return isNotebook ? Notebook.of(experiment, library) : Program.of(experiment, library);
        }

        private AnimationPlan plan() {
            AnimationPlan usual = AnimationPlan.USUAL;
            return new AnimationPlan(
                    number(WIDTH, width, usual.width(), AnimationPlan.MIN_WIDTH, AnimationPlan.MAX_WIDTH),
                    number(SPEED, speed, usual.framesPerSecond(), 1, AnimationPlan.MAX_FRAMES_PER_SECOND),
                    number(SECONDS, seconds, usual.seconds(), 1, AnimationPlan.MAX_SECONDS));
        }

        private static int number(String option, @Nullable String text, int usual, int least, int most) {
            return text == null ? usual : (int) OptionNumber.read(option, text, least, most);
        }

        /** The lesson of a page: a shipped one by its name, or a file or folder. */
        static final class LessonOption {

            private static final String LESSON = "--lesson";

            @Option(names = LESSON, paramLabel = "NAME", descriptionKey = "cli.help.lesson")
            private @Nullable String lesson;

            /**
             * Reads it, if it was given.
             *
             * @throws InvalidInput if there is none of this name, it is invalid, or no page is written
             */
            Optional<Lesson> read(Optional<Path> page) {
                if (lesson == null) {
                    return Optional.empty();
                }
                if (page.isEmpty()) {
                    throw new InvalidInput("cli.lesson.noPage");
                }
                if (ShippedLessons.names().contains(lesson)) {
                    return Optional.of(ShippedLessons.read(lesson, LessonTargets.usual()));
                }
                Path path = FileProblem.path(lesson);
                if (!LessonFile.isLesson(path)) {
                    throw new InvalidInput(
                            "cli.option.word",
                            LESSON,
                            Stream.concat(ShippedLessons.names().stream(), Stream.of("lesson.json", "….zip"))
                                    .collect(Collectors.joining(", ")),
                            lesson);
                }
                return Optional.of(LessonFile.read(path, LessonTargets.usual()));
            }
        }
    }
}
