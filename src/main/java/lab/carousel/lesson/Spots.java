package lab.carousel.lesson;

import static lab.carousel.lesson.Spot.Use.LOCK;
import static lab.carousel.lesson.Spot.Use.LOCK_OR_HIDE;
import static lab.carousel.lesson.Spot.Use.POINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.model.Settings;

/** All that a lesson can point at, lock or hide: a fixed part of the window, or a hyperparameter; and the places of the microscope. */
public final class Spots {

    /** The name of the task editor among the editors. */
    public static final String TASK = "task";
    /** The name of all hyperparameters among the editors. */
    public static final String HYPERPARAMETERS = "hyperparameters";

    private static final String ENGINE = "engine";

    private static final List<Spot> FIXED = List.of(
            new Spot("toolbar", "toolbar", POINT),
            new Spot("presets", "presets", LOCK),
            new Spot("run", "runButtons", LOCK),
            new Spot("play", "play", POINT),
            new Spot("step", "step", POINT),
            new Spot("epoch", "epochOnce", POINT),
            new Spot("reset", "reset", POINT),
            new Spot("speed", "speed", LOCK),
            new Spot("live", "liveBox", LOCK),
            new Spot("progress", "progress", POINT),
            new Spot(TASK, "taskEditor", LOCK),
            new Spot("pairs", "taskView", POINT),
            new Spot(HYPERPARAMETERS, HYPERPARAMETERS, LOCK),
            new Spot("loss", "lossView", LOCK_OR_HIDE),
            new Spot("state", "state", LOCK_OR_HIDE),
            new Spot("quantity", "stateLayers", LOCK),
            new Spot("sort", "stateSort", LOCK),
            new Spot("microscope", "microscope", LOCK_OR_HIDE),
            new Spot("places", "microscopePlaces", LOCK),
            new Spot("history", "history", LOCK),
            new Spot("steps", "stepSlider", LOCK),
            new Spot("status", "status", LOCK_OR_HIDE),
            new Spot("recall", "recall", POINT),
            new Spot("margin", "margin", POINT),
            new Spot("verdict", "verdict", POINT));

    private final List<Spot> all = new ArrayList<>(FIXED);
    private final List<String> places;
    private final List<String> editors;

    /** The keys of the places of the window's microscope. */
    private static final Set<String> PLACES = Set.of(
            "cell",
            "unit",
            "predictions",
            "update",
            "weights",
            "twoSequences",
            "transplant",
            "lesion",
            "saliency",
            "freeRun",
            "resetSwitch",
            "compare",
            "forks",
            "notes");

    /** Those of the window, for those who have none. */
    public static Spots usual() {
        return new Spots(Settings.names(), PLACES);
    }

    /**
     * The spots of a window.
     *
     * @param hyperparameters the names of all hyperparameters, which are also the ids of their controls
     * @param places          the keys of the places of the microscope
     */
    public Spots(List<String> hyperparameters, Set<String> places) {
        this.places = places.stream().sorted().toList();
        editors = Stream.concat(Stream.of(TASK, HYPERPARAMETERS, ENGINE), hyperparameters.stream())
                .toList();
        Stream.concat(Stream.of(ENGINE), hyperparameters.stream()).forEach(name -> all.add(new Spot(name, name, LOCK)));
    }

    /** Everything that can be pointed at. */
    public List<Spot> all() {
        return List.copyOf(all);
    }

    /** What can be locked. */
    public List<Spot> lockable() {
        return all.stream().filter(spot -> spot.use() != POINT).toList();
    }

    /** What can be hidden. */
    public List<Spot> hideable() {
        return all.stream().filter(spot -> spot.use() == LOCK_OR_HIDE).toList();
    }

    /** The places of the microscope. */
    public List<String> places() {
        return places;
    }

    /** What of the editors can be shown: the task, all hyperparameters, or single ones. */
    public List<String> editors() {
        return editors;
    }
}
