package lab.carousel.ui.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.output.OutputChoices;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.page.LabAddress;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.task.series.Series;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.selection.Selection;

/**
 * Writes pictures, numbers, networks, programs and pages to files that the user chooses, or puts pictures into the
 * clipboard.
 */
public final class Exporter {

    private static final int CLIPBOARD_SCALE = 2;

    private final FileAccess fileAccess;
    private final Supplier<Optional<Snapshot>> snapshot;
    private final BooleanSupplier stepByStep;
    private final Supplier<Colours> colours;
    private final Supplier<Optional<Lesson>> lesson;
    private final Function<Experiment, Optional<Path>> savedIn;
    /** Views that stand in a report. */
    private final Set<PlaceName> reported = EnumSet.noneOf(PlaceName.class);

    /**
     * @param snapshot gives the network as it is now
     * @param stepByStep whether networks are looked at step by step
     * @param colours  gives those of pages; other pictures bring theirs
     * @param lesson   gives the one that is taught, which goes into pages
     * @param savedIn  gives the file in which an experiment is saved as it is
     */
    public Exporter(
            FileAccess fileAccess,
            Supplier<Optional<Snapshot>> snapshot,
            BooleanSupplier stepByStep,
            Supplier<Colours> colours,
            Supplier<Optional<Lesson>> lesson,
            Function<Experiment, Optional<Path>> savedIn) {
        this.fileAccess = fileAccess;
        this.snapshot = snapshot;
        this.stepByStep = stepByStep;
        this.colours = colours;
        this.lesson = lesson;
        this.savedIn = savedIn;
    }

    /** Writes a file about the network as it was shown when the menu was used. */
    void export(ExportFile file) {
        OutputChoices choices = choices();
        withNetwork(
                shown -> obstacle(shown, file, choices),
                shown -> fileAccess.saveAs(named(file.name()), file.ending(), file.kind(), path -> file.output()
                        .write(shown, path, choices)));
    }

    /** The name of a file about what is shown: that of its series, if it has one, comes first. */
    String named(String name) {
        return snapshot.get()
                .map(shown -> Series.fileName(shown.experiment().task(), name))
                .orElse(name);
    }

    private static Optional<Message> obstacle(Snapshot shown, ExportFile file, OutputChoices choices) {
        return shown.origin().isPresent() && file.output().trainsAnew()
                ? Optional.of(Message.of("code.obstacle.origin"))
                : file.output().obstacle(shown.experiment(), Path.of(file.name()), choices);
    }

    /** Puts a view into reports, or takes it out. */
    void report(PlaceName view, boolean isReported) {
        if (isReported) {
            reported.add(view);
        } else {
            reported.remove(view);
        }
    }

    private List<String> reported() {
        return reported.stream().map(PlaceName::key).toList();
    }

    private OutputChoices choices() {
        return new OutputChoices(
                AnimationPlan.USUAL, stepByStep.getAsBoolean(), colours.get(), lesson.get(), false, reported());
    }

    /** The picture is taken when the menu is used, before a dialog lies over the window. */
    void exportWindow(Scene scene) {
        Image picture = WindowPicture.of(scene);
        export(
                () -> Optional.of(picture),
                named(Message.text("ui.export.name.window")),
                ".png",
                "ui.kind.png",
                shown -> PictureExport.png(WindowPicture.of(shown)));
    }

    /**
     * Puts a command into the clipboard that trains the same, to its end; if only a file can say what is trained, it asks where that
     * is to be saved.
     *
     * @param output what it is to write, too
     * @param name   of that file
     * @param more   options
     */
    void copyCommand(Optional<TrainOutput> output, String name, List<String> more) {
        withNetwork(
                shown -> unsayable(shown, output, name), shown -> copyCommand(shown.experiment(), output, name, more));
    }

    private void copyCommand(Experiment experiment, Optional<TrainOutput> output, String name, List<String> more) {
        List<String> options = new ArrayList<>();
        output.ifPresent(kind -> options.addAll(List.of(kind.option(), named(name))));
        options.addAll(more);
        if (output.filter(TrainOutput.REPORT::equals).isPresent()) {
            options.addAll(CommandText.views(reported()));
        }
        if (output.filter(TrainOutput.PAGE::equals).isPresent()) {
            lesson.get().ifPresent(taught -> options.addAll(List.of(CommandText.LESSON, taught.name())));
        }
        CommandText.train(experiment)
                .or(() -> savedIn.apply(experiment).map(CommandText::train))
                .ifPresentOrElse(
                        train -> fileAccess.notices().done(copy(train, options)),
                        () -> fileAccess.saveAs(
                                named(Message.text("command.name")) + ExperimentFile.EXTENSION,
                                ExperimentFile.EXTENSION,
                                Message.text("ui.kind.experiment"),
                                path -> ExperimentFile.write(path, experiment),
                                saved -> Message.text("command.saved", saved.getFileName())
                                        + " "
                                        + copy(CommandText.train(saved), options),
                                () -> {}));
    }

    /** Why no command does the same; empty if one does. */
    private Optional<Message> unsayable(Snapshot shown, Optional<TrainOutput> output, String name) {
        if (shown.origin().isPresent()) {
            return Optional.of(Message.of("command.origin"));
        }
        boolean isPage = output.filter(TrainOutput.PAGE::equals).isPresent();
        if (isPage && lesson.get().isPresent()) {
            return lesson.get()
                    .filter(taught -> !ShippedLessons.names().contains(taught.name()))
                    .map(taught -> Message.of("command.lesson"));
        }
        return output.flatMap(kind -> kind.obstacle(shown.experiment(), Path.of(name), choices()));
    }

    private String copy(List<String> command, List<String> options) {
        return copyCommand(Stream.concat(command.stream(), options.stream()).toList());
    }

    /** Puts a command into the clipboard, and gives what is said of it. */
    public String copyCommand(List<String> words) {
        String line = CommandText.line(CommandText.here(words, System.getProperties()));
        Controls.copy(line);
        return Message.text("command.copied", line);
    }

    /** Puts the address that opens the run in the lab into the clipboard. */
    void copyLink(Selection selection) {
        Function<Snapshot, LabAddress> address = shown -> new LabAddress(
                shown,
                Optional.ofNullable(selection.stepProperty().get()),
                selection.layerProperty().get(),
                selection.unitProperty().get());
        withNetwork(shown -> address.apply(shown).obstacle(), shown -> {
            Controls.copy(address.apply(shown).text());
            fileAccess.notices().done(Message.text("ui.export.link.copied"));
        });
    }

    /**
     * Does something with the network as it is shown now; says why where that cannot be.
     *
     * @param obstacle empty if it can
     */
    private void withNetwork(Function<Snapshot, Optional<Message>> obstacle, Consumer<Snapshot> action) {
        Optional<Snapshot> shown = snapshot.get();
        Optional<Message> problem =
                shown.isEmpty() ? Optional.of(Message.of("ui.export.noNetwork")) : shown.flatMap(obstacle);
        problem.ifPresentOrElse(
                words -> fileAccess.notices().problem(words.text()), () -> action.accept(shown.orElseThrow()));
    }

    /** What is exported is what was shown when the menu was used, not when the dialog was answered. */
    <T> void export(
            Supplier<Optional<T>> source, String name, String extension, String kind, Function<T, byte[]> bytes) {
        Optional<T> shown = source.get();
        if (shown.isEmpty()) {
            fileAccess.notices().problem(Message.text("ui.export.nothing"));
            return;
        }
        fileAccess.saveAs(
                name + extension,
                extension,
                Message.text(kind),
                path -> AtomicFile.write(path, bytes.apply(shown.get())));
    }

    void copy(Supplier<Optional<Picture>> picture) {
        picture.get()
                .ifPresentOrElse(
                        shown -> fileAccess
                                .disk()
                                .ask(() -> image(PictureExport.image(shown, CLIPBOARD_SCALE)), this::copy),
                        () -> fileAccess.notices().problem(Message.text("ui.export.nothing")));
    }

    private void copy(WritableImage image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
        fileAccess.notices().done(Message.text("ui.export.copied"));
    }

    private static WritableImage image(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /**
     * A file that the menu offers.
     *
     * @param name with its ending
     * @param kind what such a file is called
     */
    record ExportFile(TrainOutput output, String name, String ending, String kind) {

        /**
         * @param name the key of its name without an ending
         * @param kind the key of what such a file is called
         */
        static ExportFile of(TrainOutput output, String name, String ending, String kind) {
            return new ExportFile(
                    output, Message.text("ui.export.name." + name) + ending, ending, Message.text("ui.kind." + kind));
        }
    }

    /** The whole window, as it is on the screen, as a picture. */
    public static final class WindowPicture {

        /** Two pixels to a point are sharp on a projector; a window this wide is sharp enough as it is. */
        private static final double WIDEST_DOUBLED = 2_560;

        private WindowPicture() {}

        static Image of(Scene scene) {
            double scale = scene.getWidth() > WIDEST_DOUBLED ? 1 : 2;
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(scene.getFill());
            parameters.setTransform(Transform.scale(scale, scale));
            // Shadows reach beyond the edge of the window
            parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
            return scene.getRoot().snapshot(parameters, null);
        }

        /** The same picture for code without JavaFX. */
        public static BufferedImage of(Image shown) {
            int width = (int) shown.getWidth();
            int height = (int) shown.getHeight();
            int[] pixels = new int[width * height];
            shown.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(0, 0, width, height, pixels, 0, width);
            return picture;
        }
    }
}
