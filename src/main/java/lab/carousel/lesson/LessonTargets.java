package lab.carousel.lesson;

import static lab.carousel.lesson.WindowSpot.Use.LOCK;
import static lab.carousel.lesson.WindowSpot.Use.LOCK_OR_HIDE;
import static lab.carousel.lesson.WindowSpot.Use.POINT;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Settings;

/** All that a lesson can point at, lock or hide: parts of the window, hyperparameters, and places of the microscope. */
public final class LessonTargets {

    public static final String TASK = "task";
    public static final String HYPERPARAMETERS = "hyperparameters";

    static final WindowSpot PROGRESS = new WindowSpot("progress", "progress", POINT);
    static final WindowSpot RECALL = new WindowSpot("recall", "recall", POINT);
    static final WindowSpot MARGIN = new WindowSpot("margin", "margin", POINT);
    static final WindowSpot CRITERION = new WindowSpot("criterion", "criterion", POINT);
    static final WindowSpot VERDICT = new WindowSpot("verdict", "verdict", POINT);
    /** The number; in lessons {@code loss} is the chart. */
    static final WindowSpot LOSS_VALUE = new WindowSpot("loss", "loss", POINT);

    static final WindowSpot MICROSCOPE = new WindowSpot("microscope", "microscope", LOCK_OR_HIDE);
    static final WindowSpot STATUS = new WindowSpot("status", "status", LOCK_OR_HIDE);

    private static final String ENGINE = "engine";

    private static final List<WindowSpot> FIXED = List.of(
            new WindowSpot("toolbar", "toolbar", POINT),
            new WindowSpot("presets", "presets", LOCK),
            new WindowSpot("run", "runButtons", LOCK),
            new WindowSpot("play", "play", POINT),
            new WindowSpot("step", "step", POINT),
            new WindowSpot("epoch", "epochOnce", POINT),
            new WindowSpot("reset", "reset", POINT),
            new WindowSpot("speed", "speed", LOCK),
            new WindowSpot("live", "liveBox", LOCK),
            PROGRESS,
            new WindowSpot(TASK, "taskEditor", LOCK),
            new WindowSpot("pairs", "taskView", POINT),
            new WindowSpot(HYPERPARAMETERS, HYPERPARAMETERS, LOCK),
            new WindowSpot("loss", "lossView", LOCK_OR_HIDE),
            new WindowSpot("state", "state", LOCK_OR_HIDE),
            new WindowSpot("quantity", "stateLayers", LOCK),
            new WindowSpot("sort", "stateSort", LOCK),
            MICROSCOPE,
            new WindowSpot("places", "microscopePlaces", LOCK),
            new WindowSpot("history", "history", LOCK),
            new WindowSpot("steps", "stepSlider", LOCK),
            STATUS,
            RECALL,
            MARGIN,
            VERDICT,
            CRITERION);

    /** All that shows the outcome of a run. */
    static final List<WindowSpot> OF_OUTCOME =
            FIXED.stream().filter(spot -> spot.use() == LOCK_OR_HIDE).toList();

    private static final List<WindowSpot> ALL = Stream.concat(
                    FIXED.stream(), fields().map(name -> new WindowSpot(name, name, LOCK)))
            .toList();

    private LessonTargets() {}

    private static Stream<String> fields() {
        return Stream.concat(Stream.of(ENGINE), Settings.names().stream());
    }

    public static List<WindowSpot> all() {
        return ALL;
    }

    public static List<WindowSpot> lockable() {
        return ALL.stream().filter(spot -> spot.use() != POINT).toList();
    }

    public static List<WindowSpot> hideable() {
        return OF_OUTCOME;
    }

    /** The places of the microscope, by their names. */
    public static List<String> places() {
        return PlaceName.keys().stream().sorted().toList();
    }

    public static List<String> editors() {
        return Stream.concat(Stream.of(TASK, HYPERPARAMETERS), fields()).toList();
    }
}
