package lab.carousel.file.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.code.Program;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.page.PageLimits;
import lab.carousel.file.report.Report;
import lab.carousel.file.states.StatesFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/** A file about a run: the option of the command {@code train} that asks for it, its names, and how it is written. */
public enum TrainOutput {
    /** Its rows are written while the run trains: a run keeps only some of its epochs. */
    CSV("csv", "F", true, () -> List.of(".csv"), any -> {}, (run, file, choices) -> {}),
    CHART("chart", true, run -> LossDrawing.slide(run.history(), run.experiment(), false, Palette.LIGHT)),
    HEATMAP("heatmap", false, run -> StatePicture.of(run, Palette.LIGHT)),
    REPORT("report", "F", true, () -> Report.ENDINGS, Report::checkName, (run, file, choices) -> new Report(
                    run, choices.views())
            .write(file)),
    MODEL(
            "model",
            "F",
            false,
            () -> Arrays.stream(ModelFormat.values()).map(ModelFormat::ending).toList(),
            ModelFormat::of,
            (run, file, choices) ->
                    AtomicFile.write(file, ModelFormat.of(file).bytes(run.experiment(), run.parameters()))) {
        @Override
        public Optional<Message> obstacle(Experiment experiment, Path file, OutputChoices choices) {
            return ModelFormat.of(file).obstacle(experiment.hyperparameters().get(Settings.CELL));
        }
    },
    KERAS("keras", Library.KERAS),
    PYTORCH("pytorch", Library.PYTORCH),
    DEEPLEARNING4J("deeplearning4j", Library.DEEPLEARNING4J),
    PAGE(
            "page",
            "F.html",
            true,
            () -> List.of(".html", ".htm"),
            any -> {},
            (run, file, choices) -> AtomicFile.write(file, choices.page(run))) {
        @Override
        public Optional<Message> obstacle(Experiment experiment, Path file, OutputChoices choices) {
            return choices.isLab() || choices.lesson().isPresent() ? Optional.empty() : PageLimits.obstacle(experiment);
        }
    },
    ANIMATION(
            "animation",
            "F",
            true,
            () -> List.of(Animation.GIF),
            Animation::checkName,
            (run, file, choices) -> Animation.write(run, choices.plan(), Palette.LIGHT, file, (done, all) -> true)),
    STATES(
            "states",
            "F",
            true,
            () -> List.of(StatesFile.ARRAYS, StatesFile.TABLE),
            StatesFile::checkName,
            (run, file, choices) -> StatesFile.write(run, file));

    private final String key;
    private final String label;
    private final boolean showsEarlierEpochs;
    /** Asked late: to list them loads what writes the files. */
    private final Supplier<List<String>> endings;

    private final Consumer<Path> checkName;
    private final Writer writer;
    private final Optional<Library> library;

    TrainOutput(
            String key,
            String label,
            boolean showsEarlierEpochs,
            Supplier<List<String>> endings,
            Consumer<Path> checkName,
            Writer writer) {
        this(key, label, showsEarlierEpochs, endings, checkName, writer, Optional.empty());
    }

    /** A picture. */
    TrainOutput(String key, boolean showsEarlierEpochs, Function<Snapshot, Picture> drawn) {
        this(
                key,
                "F",
                showsEarlierEpochs,
                () -> PictureFormat.ENDINGS,
                PictureFormat::of,
                (run, file, choices) ->
                        AtomicFile.write(file, PictureFormat.of(file).bytes(drawn.apply(run))));
    }

    /** A program, or a notebook if the file is named like one. */
    TrainOutput(String key, Library library) {
        this(
                key,
                "F" + library.extension(),
                false,
                () -> Notebook.LIBRARIES.contains(library)
                        ? List.of(library.extension(), Notebook.EXTENSION)
                        : List.of(library.extension()),
                any -> {},
                (run, file, choices) -> TextFile.write(
                        file,
                        Notebook.isNamedLikeOne(file, library)
                                ? Notebook.of(run.experiment(), library)
                                : Program.of(run.experiment(), library)),
                Optional.of(library));
    }

    TrainOutput(
            String key,
            String label,
            boolean showsEarlierEpochs,
            Supplier<List<String>> endings,
            Consumer<Path> checkName,
            Writer writer,
            Optional<Library> library) {
        this.key = key;
        this.label = label;
        this.showsEarlierEpochs = showsEarlierEpochs;
        this.endings = endings;
        this.checkName = checkName;
        this.writer = writer;
        this.library = library;
    }

    public static TrainOutput of(Library library) {
        return valueOf(library.name());
    }

    public String key() {
        return key;
    }

    /** What stands for its file in the help. */
    public String label() {
        return label;
    }

    public String option() {
        return "--" + key;
    }

    /** With which such files end. */
    public List<String> endings() {
        return endings.get();
    }

    /** Whether losses or networks of epochs before the last are shown. */
    public boolean showsEarlierEpochs() {
        return showsEarlierEpochs;
    }

    /** Whether the file trains the experiment anew, from its initial weights. */
    public boolean trainsAnew() {
        return library.isPresent();
    }

    /**
     * @throws InvalidInput if the name says no format
     */
    public void checkName(Path file) {
        checkName.accept(file);
    }

    /** Why an experiment cannot be written so; empty if it can. */
    public Optional<Message> obstacle(Experiment experiment, Path file, OutputChoices choices) {
        return library.flatMap(any -> any.obstacle(experiment));
    }

    /**
     * Writes the file; the table of epochs is there already.
     *
     * @throws InvalidInput if that cannot be done
     */
    public void write(Snapshot run, Path file, OutputChoices choices) {
        writer.write(run, file, choices);
    }

    private interface Writer {

        void write(Snapshot run, Path file, OutputChoices choices);
    }
}
