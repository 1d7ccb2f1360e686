package lab.carousel.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.ui.theme.Theme;

/**
 * Takes pictures of all places of the window while it trains at the first pace, small and large, in each language, light and
 * dark, and in presenter mode: to be looked at as a class sees them.
 */
final class Gallery {

    private Gallery() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> only = List.of(arguments).subList(1, arguments.length);
        PhotographedWindow.during(() -> takeAll(folder, only));
    }

    private static void takeAll(Path folder, List<String> only) {
        for (Language language : Language.all()) {
            for (Theme theme : Theme.values()) {
                for (int width : new int[] {1280, 1920}) {
                    String name = language.code() + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                    if (only.isEmpty() || only.contains(name)) {
                        take(folder, name, two(), width, language, theme);
                    }
                    if (only.isEmpty() || only.contains(name + "-four")) {
                        take(folder, name + "-four", four(), width, language, theme);
                    }
                }
            }
        }
    }

    private static Experiment two() {
        Experiment reference = Experiment.reference();
        return reference.with(reference
                .hyperparameters()
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, 10_000));
    }

    /** Four sequences and two layers. */
    private static Experiment four() {
        Experiment two = two();
        return new Experiment(
                Task.parse("0 1 2 3 4 5 6", "3 0 1 2 3", "4 0 1 2 4", "5 0 1 2 5", "6 0 1 2 6"),
                two.hyperparameters().with(Settings.LAYERS, 2),
                two.engine());
    }

    private static void take(
            Path folder, String name, Experiment experiment, int width, Language language, Theme theme) {
        int height = width == 1280 ? 800 : 1080;
        try (PhotographedWindow window = PhotographedWindow.open(width, height, language, theme)) {
            window.open(experiment);
            window.take(folder.resolve(name + "-start.png"));
            window.trainSlowlyTo(120);
            window.select(6, 1, 4);
            for (String place : window.places()) {
                window.place(place);
                if (place.equals("compare")) {
                    window.press("pinRun");
                }
                window.take(folder.resolve(name + "-" + place + ".png"));
            }
            window.press("showStudies");
            window.take(folder.resolve(name + "-studies.png"));
            window.press("showStudies");
            window.with(
                    work -> work.screen().look().set(work.screen().look().get().presenting(true)));
            window.take(folder.resolve(name + "-presenter.png"));
        }
    }
}
