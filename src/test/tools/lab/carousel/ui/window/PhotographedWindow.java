package lab.carousel.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.export.Exporter.WindowPicture;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.robot.EachFrame;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.workspace.Workspace;

/** A window of the program that is used by a program, on a thread of its own, and of which pictures are taken. */
final class PhotographedWindow implements AutoCloseable {

    private static final int FRAMES_OF_REST = 15;

    private static final String SHOW = "show-";

    private final Background background = new Background();
    private final Stage stage;
    private final Workspace workspace;
    private final WindowRoot root;
    private final EachFrame pulse;

    private PhotographedWindow(double width, double height) {
        workspace = new Workspace(background, Engines::named, new AnsweringDialogs(), Experiment.reference());
        workspace.lab().paceProperty().set(Pace.FIRST);
        root = new WindowRoot(workspace, language -> {});
        stage = new Stage();
        stage.setScene(new Scene(root, width, height));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        pulse = new EachFrame(() -> {
            workspace.pulse();
            root.window().pulse();
        });
        pulse.start();
    }

    /** Starts JavaFX, does something, and ends JavaFX. */
    static void during(Runnable pictures) {
        Platform.startup(() -> {});
        // Between two pictures there is no window
        Platform.setImplicitExit(false);
        try {
            pictures.run();
        } finally {
            Platform.exit();
        }
    }

    /** Opens a window whose contents have a size, in points. */
    static PhotographedWindow open(double width, double height, Language language, Theme theme) {
        PhotographedWindow window = FromOutside.of(() -> {
            Theme.loadFonts();
            Theme.LIGHT.apply();
            language.speak();
            return new PhotographedWindow(width, height);
        });
        window.with(work -> work.screen().look().set(work.screen().look().get().withDark(theme == Theme.DARK)));
        return window;
    }

    /** Does something with what is worked on, and waits until it is on the screen. */
    void with(Consumer<Workspace> action) {
        FromOutside.use(() -> action.accept(workspace));
        rest();
    }

    /** Waits for something to be so. */
    void await(Predicate<Workspace> condition) {
        FromOutside.await(() -> condition.test(workspace));
    }

    MainWindow window() {
        return root.window();
    }

    /** Chooses a ready-made experiment, trained by the kernel. */
    void preset(String key) {
        with(work -> work.choose(Preset.all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()));
        open(
                workspace.project().state().hyperparameters().hyperparameters().isPresent()
                        ? workspace.lab().editedProperty().get().orElseThrow()
                        : Experiment.reference());
    }

    /** Puts an experiment there, with nothing to tell about it. */
    void open(Experiment experiment) {
        with(work -> {
            work.project()
                    .edit(draft -> draft.with(
                            new Experiment(experiment.task(), experiment.hyperparameters(), EngineName.KERNEL)));
            work.notices().close();
        });
        await(work -> work.run().latest().isPresent());
    }

    /** Trains to the end as fast as it goes. */
    void train() {
        FromOutside.use(() -> {
            workspace.lab().paceProperty().set(Pace.FASTEST);
            workspace.lab().play();
        });
        FromOutside.await(() -> workspace.run().state() == RunState.FINISHED);
        rest();
    }

    /** Trains at the pace that is set at first until so many epochs are done, and goes on. */
    void trainSlowlyTo(int epoch) {
        FromOutside.use(() -> workspace.lab().play());
        FromOutside.await(() -> workspace
                .run()
                .latest()
                .filter(now -> now.position().epoch() >= epoch)
                .isPresent());
    }

    /** The keys of the places of the microscope. */
    List<String> places() {
        return FromOutside.of(() -> ((MenuButton) find("microscopePlaces"))
                .getItems().stream()
                        .map(MenuItem::getId)
                        .filter(id -> id != null && id.startsWith(SHOW))
                        .map(id -> id.substring(SHOW.length()))
                        .toList());
    }

    /** Shows a place of the microscope. */
    void place(String key) {
        item("microscopePlaces", SHOW + key);
    }

    /** Selects a unit and a step; sequences and units are counted from 0, steps from 1. */
    void select(int unit, int sequence, int step) {
        with(work -> {
            work.selection().unitProperty().set(unit);
            work.selection()
                    .stepProperty()
                    .set(work.run().latest().orElseThrow().experiment().task().step(sequence, step));
        });
    }

    /** Presses a button. */
    void press(String id) {
        FromOutside.use(() -> ((ButtonBase) find(id)).fire());
        rest();
    }

    void item(String menu, String id) {
        FromOutside.use(() -> all(((MenuButton) find(menu)).getItems())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id))
                .fire());
        rest();
    }

    private static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? all(menu.getItems()) : Stream.of(item));
    }

    void choose(String id, int index) {
        FromOutside.use(() -> ((ComboBox<?>) find(id)).getSelectionModel().select(index));
        rest();
    }

    /** Waits until a control is disabled, as a button to cancel is when there is nothing to cancel. */
    void awaitDisabled(String id) {
        FromOutside.await(() -> find(id).isDisabled());
        rest();
    }

    /** Writes into a field. */
    void type(String id, String words) {
        FromOutside.use(() -> ((TextInputControl) find(id)).setText(words));
        rest();
    }

    /** Presses Enter in a field. */
    void enter(String id) {
        FromOutside.use(() -> find(id).fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        rest();
    }

    /** A part of the window, or of another one that it opened. */
    private Node find(String id) {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup("#" + id))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Takes a picture of the window, or of the one that it opened last. */
    void take(Path file) {
        rest();
        WritableImage picture = FromOutside.of(() -> {
            List<Window> open = Window.getWindows().stream()
                    .filter(each -> each instanceof Stage)
                    .toList();
            Scene scene = open.get(open.size() - 1).getScene();
            SnapshotParameters seen = new SnapshotParameters();
            seen.setFill(scene.getFill());
            // What is magnified reaches beyond the edge of the window
            seen.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
            return scene.getRoot().snapshot(seen, null);
        });
        try {
            ImageIO.write(WindowPicture.of(picture), "png", file.toFile());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Waits until what was asked for is on the screen: at least a few frames, and nothing that is waited for. */
    void rest() {
        for (int frame = 0; frame < FRAMES_OF_REST; frame++) {
            FromOutside.sleep();
        }
        FromOutside.await(
                () -> !background.barrier().isDown() || workspace.run().isTraining());
    }

    @Override
    public void close() {
        FromOutside.use(() -> {
            pulse.stop();
            workspace.close();
            root.window().close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        background.close();
    }
}
