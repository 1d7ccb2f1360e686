package lab.carousel.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.ui.theme.Theme;

/**
 * Takes the pictures in README and manual: {@code Screenshots <folder> [<name> ...]}. Each begins with a window of its own,
 * so that any of them can be taken alone. To be run by {@code assets/screenshots.sh}, on a display that nobody uses.
 */
final class Screenshots {

    private static final String GRADIENT = "gradientThroughTime";

    /**
     * A picture.
     *
     * @param width  of what is in the window, in points
     * @param height of that
     * @param theme  light or dark
     * @param use    makes the window show what is to be seen
     */
    private record Shot(double width, double height, Theme theme, Consumer<PhotographedWindow> use) {

        static Shot small(Consumer<PhotographedWindow> use) {
            return new Shot(1280, 800, Theme.LIGHT, use);
        }

        static Shot large(Consumer<PhotographedWindow> use) {
            return new Shot(1920, 1056, Theme.LIGHT, use);
        }

        static Shot presented(Theme theme, Consumer<PhotographedWindow> use) {
            return new Shot(1280, 720, theme, use);
        }
    }

    private Screenshots() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> only = List.of(arguments).subList(1, arguments.length);
        Map<String, Shot> shots = shots();
        for (String name : only) {
            if (!shots.containsKey(name)) {
                throw new IllegalArgumentException("there is no picture " + name + " among " + shots.keySet());
            }
        }
        PhotographedWindow.during(() -> shots.forEach((name, shot) -> {
            if (only.isEmpty() || only.contains(name)) {
                take(shot, folder.resolve(name + ".png"));
                System.out.println(name);
            }
        }));
    }

    private static void take(Shot shot, Path file) {
        try (PhotographedWindow window =
                PhotographedWindow.open(shot.width(), shot.height(), Language.ENGLISH, shot.theme())) {
            shot.use().accept(window);
            window.take(file);
        }
    }

    private static Map<String, Shot> shots() {
        Map<String, Shot> shots = new LinkedHashMap<>();
        shots.put("training", Shot.small(window -> {
            window.preset(GRADIENT);
            window.trainSlowlyTo(180);
            window.place("cell");
            window.select(6, 1, 4);
        }));
        shots.put("time-travel", Shot.small(window -> {
            trained(window);
            window.with(work -> work.travel().lookAt(217));
            window.place("predictions");
        }));
        shots.put("heatmap", Shot.small(window -> {
            trained(window);
            window.with(work -> work.selection().layerProperty().set(HeatmapLayer.CELL_STATE));
            window.choose("stateSort", 1);
            window.place("predictions");
        }));
        addPlaces(shots);
        addLessons(shots);
        shots.put("presenter-window", Shot.presented(Theme.LIGHT, window -> {
            window.preset("tutorial");
            window.trainSlowlyTo(60);
            present(window);
        }));
        shots.put("studies", Shot.large(window -> {
            window.press("showStudies");
            window.press("study-raceunits");
            window.type("studySeeds", "10");
            window.press("runStudy");
            window.awaitDisabled("cancelStudy");
        }));
        shots.put("help", Shot.small(window -> {
            window.item("helpMenu", "help-search");
            window.type("manualSearch", "why reset?");
            window.enter("manualSearch");
        }));
        return shots;
    }

    /** Where the network is, and which automaton it has become. */
    private static void addStates(Map<String, Shot> shots) {
        shots.put("state-map", Shot.small(window -> {
            showTrained(window, "stateMap", 3);
            window.press("stateMapColour-STATE");
        }));
        shots.put("automaton", Shot.small(window -> {
            window.preset("tutorial");
            window.train();
            window.place("automaton");
        }));
        shots.put("held-symbol", Shot.small(window -> {
            window.preset("twoBits");
            window.place("stateMap");
            window.train();
            window.press("stateMapAlong-OWN");
            window.choose("stateMapHeld", 5);
            window.press("stateMapSearch");
            window.awaitDisabled("stateMapStop");
        }));
        shots.put("saturation", Shot.large(window -> showTrained(window, "saturation", 3)));
    }

    private static void addPlaces(Map<String, Shot> shots) {
        shots.put("cell", Shot.large(window -> showTrained(window, "cell", 16)));
        shots.put("unit-over-time", Shot.large(window -> showTrained(window, "unit", 3)));
        shots.put("weights", Shot.large(window -> showTrained(window, "weights", 3)));
        addStates(shots);
        shots.put("forks", Shot.small(window -> showTrained(window, "forks", 3)));
        shots.put("saliency", Shot.small(window -> showTrained(window, "saliency", 3)));
        shots.put("who-remembers", Shot.small(window -> {
            window.preset("paper2b");
            window.place("clueProbe");
        }));
        shots.put("free-running", Shot.small(window -> showTrained(window, "freeRun", 3)));
        shots.put("reset-switch", Shot.small(window -> showTrained(window, "resetSwitch", 3)));
        shots.put("two-sequences", Shot.small(window -> showTrained(window, "twoSequences", 3)));
        shots.put("transplant", Shot.small(window -> showTrained(window, "transplant", 3)));
        shots.put("one-update", Shot.large(window -> {
            window.preset(GRADIENT);
            window.with(work -> work.lab().paceProperty().set(Pace.epochs(30)));
            window.trainSlowlyTo(60);
            window.place("update");
            window.with(work -> work.lab().pause());
            window.press("stage-gradient");
            window.press("microscopeWide");
        }));
        shots.put("lesion", Shot.small(window -> {
            showTrained(window, "lesion", 3);
            window.press("lesionPart-FIND");
            window.press("findBreaks");
            window.awaitDisabled("findCancel");
            window.press("findApply");
        }));
    }

    private static void addLessons(Map<String, Shot> shots) {
        shots.put("lesson", Shot.small(window -> lesson(window, "gradient", 3)));
        shots.put("lesson-predict", Shot.small(window -> lesson(window, "gradient", 2)));
        shots.put("presenter-lesson", Shot.presented(Theme.LIGHT, window -> {
            lesson(window, "inside-the-cell", 2);
            window.train();
            present(window);
        }));
        shots.put("presenter-dark", Shot.presented(Theme.DARK, window -> {
            lesson(window, "was-it-memory", 1);
            window.train();
            present(window);
        }));
    }

    private static void trained(PhotographedWindow window) {
        window.preset(GRADIENT);
        window.train();
        window.rest();
    }

    private static void showTrained(PhotographedWindow window, String place, int unit) {
        trained(window);
        window.select(unit, 1, 4);
        window.place(place);
    }

    private static void lesson(PhotographedWindow window, String name, int step) {
        window.with(work -> window.window().lessons().player().start(ShippedLessons.read(name), step));
        window.await(work -> work.run().latest().isPresent());
    }

    private static void present(PhotographedWindow window) {
        window.with(work -> work.screen().look().set(work.screen().look().get().presenting(true)));
    }
}
