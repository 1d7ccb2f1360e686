package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.cli.Outputs.Kind;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.code.Program;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.page.Page;
import lab.carousel.file.states.StatesFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of {@code train} for files that a student takes home. */
final class TakeHomeOptions {

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
