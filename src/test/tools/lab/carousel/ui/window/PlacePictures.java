package lab.carousel.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.text.Language;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.theme.Theme;

/** Writes what each place of the microscope exports of one trained network: a drawing, pixels and a table. */
final class PlacePictures {

    private PlacePictures() {}

    /** Writes them into a folder. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        PhotographedWindow.during(() -> write(folder));
    }

    private static void write(Path folder) {
        Experiment reference = Experiment.reference();
        try (PhotographedWindow window = PhotographedWindow.open(1280, 800, Language.ENGLISH, Theme.LIGHT)) {
            window.open(reference.with(reference
                    .hyperparameters()
                    .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                    .with(Settings.EPOCHS, 300)));
            window.train();
            window.select(6, 1, 4);
            List<String> places = window.places();
            for (String place : places) {
                window.place(place);
                picture(window).ifPresent(picture -> write(folder, place, picture));
            }
        }
    }

    private static Optional<Picture> picture(PhotographedWindow window) {
        return FromOutside.of(() -> ((Microscope) window.window().lookup("#microscope")).picture());
    }

    private static void write(Path folder, String place, Picture picture) {
        try {
            for (PictureFormat format : PictureFormat.values()) {
                Files.write(folder.resolve(place + format.ending()), format.bytes(picture));
            }
            Files.writeString(folder.resolve(place + ".csv"), picture.csv());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
