package lab.carousel.ui.window;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.text.Language;
import lab.carousel.ui.KeptStyles;
import lab.carousel.ui.background.DiskAtOnce;
import lab.carousel.ui.background.Watchdog;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.robot.EachFrame;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.service.support.FiredEvents;
import org.testfx.util.WaitForAsyncUtils;

/** The window with a user in front of it, and the kernel behind it unless a test chooses another engine. */
@ExtendWith(InWindow.class)
public abstract class MainWindowFixture {

    protected static final int PATIENCE_SECONDS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(MainWindowFixture.class);

    /** Nothing fails because of time, as other programs may want the processor; but the log names what was this slow. */
    private static final int MOST_MILLIS_STILL = 1_000;

    private static final KeptStyles STYLES = new KeptStyles();

    @TempDir
    protected Path folder;

    protected final AnsweringDialogs dialogs = new AnsweringDialogs();
    protected volatile Engine engine = new KernelEngine();
    /** The engine that the window asked for last. */
    protected final AtomicReference<EngineName> asked = new AtomicReference<>();

    /** On which the window is shown. All tests of a run share it. */
    protected Stage stage;

    protected Workspace workspace;
    /** The one of the test that is going on. */
    private static volatile Workspace latest;

    protected MainWindow window;
    /** The language that was chosen last. */
    protected final AtomicReference<Language> remembered = new AtomicReference<>();

    private EachFrame pulse;
    private Watchdog watchdog;

    /** One of the presets, trained by the kernel. */
    protected static Experiment preset(String key) {
        return Presets.preset(key).with(EngineName.KERNEL);
    }

    /** Opens the window. TestFX would not find a start method that test classes inherit. */
    @BeforeEach
    protected final void begin() throws TimeoutException {
        stage = FxToolkit.toolkitContext().getRegisteredStage();
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), this::show);
        // A key that comes before goes to no window
        Frames.await(stage::isFocused);
    }

    /** Shows a new window on a new workspace. */
    protected void show() {
        Theme.loadFonts();
        workspace =
                new Workspace(DiskAtOnce.background(Frames::nanoTime), this::choose, dialogs, Experiment.reference());
        latest = workspace;
        LanguageSwitch shown = new LanguageSwitch(workspace, built -> window = built, remembered::set);
        window = shown.window();
        Scene scene = new Scene(shown.root(), 1280, 800);
        STYLES.giveTo(shown.root());
        // After that, as it may change what is known
        Theme.LIGHT.apply();
        stage.setScene(scene);
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
        pulse = new EachFrame(() -> {
            workspace.pulse();
            shown.pulse();
        });
        pulse.start();
        Frames.waitFor(() -> workspace.lab().isAtRest() ? Optional.empty() : Optional.of("the run"));
        watchdog = workspace
                .background()
                .watch(Thread.currentThread(), MOST_MILLIS_STILL, freeze -> LOG.warn("In {} {}", getClass(), freeze));
    }

    /** Makes a run with the engine of the test at the time when it starts. */
    private Engine choose(EngineName name) {
        asked.set(name);
        return new Engine() {
            @Override
            public EngineName name() {
                return name;
            }

            @Override
            public Trainer start(Experiment experiment, Parameters initial) {
                return engine.start(experiment, initial);
            }
        };
    }

    @AfterEach
    protected void close() {
        Frames.waitFor(Optional::empty);
        pulse.stop();
        watchdog.close();
        WaitForAsyncUtils.asyncFx(() -> {
            workspace.close();
            window.close();
            STYLES.takeBack();
            forgetEvents();
            return null;
        });
    }

    /** TestFX keeps every event that was ever fired, each with the window that it was fired in, and does not say how to end it. */
    private static void forgetEvents() throws ReflectiveOperationException {
        Field kept = FxToolkitContext.class.getDeclaredField("firedEvents");
        kept.setAccessible(true);
        ((FiredEvents) kept.get(FxToolkit.toolkitContext())).clearEvents();
    }

    /** Opens the reference experiment with another task. */
    protected void openTask(FxRobot robot, Task task) {
        Experiment reference = Experiment.reference();
        open(robot, new Experiment(task, reference.hyperparameters(), reference.engine()));
    }

    protected void open(FxRobot robot, Experiment experiment) {
        Path file = folder.resolve("given.carousel");
        ExperimentFile.write(file, experiment);
        robot.interact(() -> window.open(file));
    }

    protected Path export(FxRobot robot, String item, String name) throws TimeoutException {
        dialogs.answer = folder.resolve(name);
        robot.interact(() -> item(robot, "exportMenu", item).fire());
        await(() -> Files.exists(dialogs.answer));
        return dialogs.answer;
    }

    /** Types into a field, wherever the panel is scrolled to. */
    protected static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) find(robot, id);
            field.requestFocus();
            field.clear();
        });
        robot.write(words, 0);
    }

    @SuppressWarnings("unchecked")
    protected static void select(FxRobot robot, String id, int index) {
        ((ComboBox<Object>) find(robot, id)).getSelectionModel().select(index);
    }

    protected static void setSelected(FxRobot robot, String id, boolean selected) {
        robot.interact(() -> ((CheckMenuItem) item(robot, "viewMenu", id)).setSelected(selected));
    }

    /** Chooses a place of the microscope. */
    protected static void showPlace(FxRobot robot, String key) {
        robot.interact(() -> item(robot, "microscopePlaces", "show-" + key).fire());
    }

    protected static MenuItem item(FxRobot robot, String menu, String id) {
        return all(((MenuButton) find(robot, menu)).getItems())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    protected static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? all(menu.getItems()) : Stream.of(item));
    }

    protected static Node find(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    protected static String text(FxRobot robot, String id) {
        Node node = find(robot, id);
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    protected static int epoch(FxRobot robot) {
        return Integer.parseInt(text(robot, "epoch").split(" ")[0].replace(",", ""));
    }

    protected static String awaitText(FxRobot robot, String id) throws TimeoutException {
        await(() -> !((Label) find(robot, id)).getText().equals("–"));
        return text(robot, id);
    }

    protected static int[] awaitHeatmap(FxRobot robot) throws TimeoutException {
        await(() -> ((ImageView) find(robot, "stateHeatmap").lookup("ImageView")).getImage() != null);
        return heatmap(robot);
    }

    protected static int[] heatmap(FxRobot robot) {
        var image = ((ImageView) find(robot, "stateHeatmap").lookup("ImageView")).getImage();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Until something is so, and what has been worked out is on the screen. */
    protected static void await(Callable<Boolean> condition) throws TimeoutException {
        Workspace shown = latest;
        Frames.await(condition);
        // What is on its way, and then the moment that may have waited for it
        for (int moment = 0; moment < 2; moment++) {
            Frames.await(() -> !shown.background().curtain().isDown());
        }
    }
}
