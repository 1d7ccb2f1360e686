package lab.carousel.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.code.Program;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.page.Page;
import lab.carousel.file.states.StatesFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code train} that write what a student takes home. */
final class TakeHomeOptions {

    private static final String KERAS = "--keras";
    private static final String PYTORCH = "--pytorch";
    private static final String DEEPLEARNING4J = "--deeplearning4j";
    private static final String PAGE = "--page";
    private static final String ANIMATION = "--animation";
    private static final String STATES = "--states";
    private static final String WIDTH = "--animation-width";
    private static final String SPEED = "--animation-speed";
    private static final String SECONDS = "--animation-seconds";
    private static final Map<String, Library> PROGRAMS =
            Map.of(KERAS, Library.KERAS, PYTORCH, Library.PYTORCH, DEEPLEARNING4J, Library.DEEPLEARNING4J);

    @Option(names = KERAS, paramLabel = "F.py", descriptionKey = "cli.help.keras")
    private @Nullable String keras;

    @Option(names = PYTORCH, paramLabel = "F.py", descriptionKey = "cli.help.pytorch")
    private @Nullable String pytorch;

    @Option(names = DEEPLEARNING4J, paramLabel = "F.java", descriptionKey = "cli.help.deeplearning4j")
    private @Nullable String deeplearning4j;

    @Option(names = PAGE, paramLabel = "F.html", descriptionKey = "cli.help.page")
    private @Nullable String page;

    @Mixin
    private final LessonOption lesson = new LessonOption();

    private Optional<Lesson> taught = Optional.empty();

    @Option(names = ANIMATION, paramLabel = "F", descriptionKey = "cli.help.animation")
    private @Nullable String animation;

    @Option(names = STATES, paramLabel = "F", descriptionKey = "cli.help.states")
    private @Nullable String states;

    @Option(names = WIDTH, paramLabel = "N", descriptionKey = "cli.help.animationWidth")
    private @Nullable String width;

    @Option(names = SPEED, paramLabel = "N", descriptionKey = "cli.help.animationSpeed")
    private @Nullable String speed;

    @Option(names = SECONDS, paramLabel = "N", descriptionKey = "cli.help.animationSeconds")
    private @Nullable String seconds;

    /** Names the files that are asked for. */
    void addTo(Outputs outputs) {
        outputs.add(KERAS, keras);
        outputs.add(PYTORCH, pytorch);
        outputs.add(DEEPLEARNING4J, deeplearning4j);
        outputs.add(PAGE, page);
        outputs.add(ANIMATION, animation);
        outputs.add(STATES, states);
        outputs.file(ANIMATION).ifPresent(Animation::checkName);
        outputs.file(STATES).ifPresent(StatesFile::checkName);
    }

    /**
     * Checks, before anything is trained, that an experiment can be written so; reads the lesson that goes with it.
     *
     * @throws InvalidInput if it cannot
     */
    void check(Experiment experiment, Outputs outputs) {
        plan();
        taught = lesson.read(outputs.file(PAGE));
        if (outputs.file(PAGE).isPresent() && taught.isEmpty()) {
            InvalidInput.throwIf(Page.obstacle(experiment));
        }
        PROGRAMS.forEach((option, library) -> {
            if (outputs.file(option).isPresent()) {
                InvalidInput.throwIf(library.obstacle(experiment));
            }
        });
    }

    /** Whether a file shows what was on the way: losses or networks of epochs before the last. */
    boolean showsTheWay(Outputs outputs) {
        return outputs.file(PAGE).isPresent()
                || outputs.file(ANIMATION).isPresent()
                || outputs.file(STATES).isPresent();
    }

    /** Writes the files. */
    void write(Snapshot end, Outputs outputs) {
        PROGRAMS.forEach((option, library) -> outputs.file(option)
                .ifPresent(path -> AtomicFile.write(
                        path, code(end.experiment(), library, path).getBytes(StandardCharsets.UTF_8))));
        outputs.file(STATES).ifPresent(path -> StatesFile.write(end, path));
        outputs.file(PAGE)
                .ifPresent(path -> AtomicFile.write(path, Page.of(end, false, "", Colours.OKABE_ITO, taught)));
        outputs.file(ANIMATION)
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
}
