package lab.carousel.ui.window;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import lab.carousel.engine.Engine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Presets;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.KeptStyles;
import lab.carousel.ui.background.DiskAtOnce;
import lab.carousel.ui.background.Watchdog;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.drawing.DrawingView;
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

    /** The user before the window. */
    protected static final FxRobot robot = InWindow.ROBOT;

    private static final Logger LOG = LoggerFactory.getLogger(MainWindowFixture.class);

    /** Nothing fails because of time, as other programs may want the processor; but the log names what was this slow. */
    private static final int MOST_MILLIS_STILL = 1_000;

    private static final KeptStyles STYLES = new KeptStyles();

    @TempDir
    protected Path folder;

    private final InLanguage before = new InLanguage(Language.ENGLISH);
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
    protected final void begin() {
        stage = FxToolkit.toolkitContext().getRegisteredStage();
        robot.interact(this::show);
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
        // All tests of a run share the stage; another one may have changed its size, or moved it partly off the screen
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
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
        return (experiment, initial) -> engine.start(experiment, initial);
    }

    @AfterEach
    protected void close() {
        Frames.waitFor(Optional::empty);
        pulse.stop();
        watchdog.close();
        WaitForAsyncUtils.asyncFx(() -> {
            workspace.close();
            window.close();
            stage.setFullScreen(false);
            STYLES.takeBack();
            forgetEvents();
            return null;
        });
        before.close();
    }

    /** TestFX keeps every event that was ever fired, each with the window that it was fired in, and does not say how to end it. */
    private static void forgetEvents() throws ReflectiveOperationException {
        Field kept = FxToolkitContext.class.getDeclaredField("firedEvents");
        kept.setAccessible(true);
        ((FiredEvents) kept.get(FxToolkit.toolkitContext())).clearEvents();
    }

    /** The network that is looked at. */
    protected Snapshot network() {
        return workspace.snapshot().orElseThrow();
    }

    protected void openTask(Task task) {
        Experiment reference = Experiment.reference();
        open(new Experiment(task, reference.hyperparameters(), reference.engine()));
    }

    /** Opens the reference experiment with other hyperparameters. */
    protected void open(UnaryOperator<Hyperparameters> changes) {
        open(Experiment.reference().with(changes));
    }

    protected void open(Experiment experiment) {
        Path file = folder.resolve("given.carousel");
        ExperimentFile.write(file, experiment);
        robot.interact(() -> window.open(file));
        await(() -> isShown(experiment::equals));
    }

    /** Whether there is a network of such an experiment. */
    protected boolean isShown(Predicate<Experiment> wanted) {
        return workspace.snapshot().map(Snapshot::experiment).filter(wanted).isPresent();
    }

    protected void train() {
        fire("play");
        await(() -> workspace.state() == RunState.FINISHED);
    }

    protected void train(Experiment experiment) {
        open(experiment);
        train();
    }

    protected void trainEpoch() {
        int epoch = epoch();
        fire("epochOnce");
        await(() -> epoch() == epoch + 1 && !workspace.isTraining());
    }

    protected void pin() {
        await(() -> !find("pinRun").isDisabled());
        fire("pinRun");
    }

    /** Another window with it takes the place of the one that there is. */
    protected void speak(Language language) {
        MainWindow old = window;
        boolean isSpoken = Language.current() == language;
        choose("viewMenu", "language-" + language.code());
        await(() -> isSpoken || window != old);
    }

    /** Presents the window, or no longer. */
    protected void present(boolean isPresented) {
        robot.interact(() ->
                workspace.lookProperty().set(workspace.lookProperty().get().presenting(isPresented)));
    }

    protected void startLesson(String name) {
        robot.interact(() -> window.lessons().player().start(ShippedLessons.read(name)));
    }

    protected Path export(String item, String name) {
        dialogs.answer = folder.resolve(name);
        choose("exportMenu", item);
        await(() -> Files.exists(dialogs.answer));
        return dialogs.answer;
    }

    /** Presses a button. */
    protected static void fire(String id) {
        robot.interact(() -> ((ButtonBase) find(id)).fire());
    }

    /** Types into a field, wherever the panel is scrolled to. */
    protected static void type(String id, String words) {
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) find(id);
            field.requestFocus();
            field.clear();
        });
        robot.write(words, 0);
    }

    protected static void focus(String id) {
        robot.interact(() -> find(id).requestFocus());
    }

    @SuppressWarnings("unchecked")
    protected static void select(String id, int index) {
        robot.interact(() -> ((ComboBox<Object>) find(id)).getSelectionModel().select(index));
    }

    protected static void slide(String id, double value) {
        robot.interact(() -> ((Slider) find(id)).setValue(value));
    }

    protected static void setSelected(String id, boolean selected) {
        robot.interact(() -> ((CheckMenuItem) item("viewMenu", id)).setSelected(selected));
    }

    protected static void choose(String menu, String id) {
        robot.interact(() -> item(menu, id).fire());
    }

    protected static void choosePreset(String key) {
        choose("presets", "preset-" + key);
    }

    protected static void undo() {
        choose("editMenu", "undo");
    }

    protected static void redo() {
        choose("editMenu", "redo");
    }

    /** Chooses a place of the microscope. */
    protected static void showPlace(String key) {
        choose("microscopePlaces", "show-" + key);
    }

    protected static MenuItem item(String menu, String id) {
        return all(LateMenu.items((MenuButton) find(menu)))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    protected static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? all(menu.getItems()) : Stream.of(item));
    }

    protected static Node find(String id) {
        return robot.lookup("#" + id).query();
    }

    /** Where something is in the window. */
    protected static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    protected static boolean isThere(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    protected static boolean isOnScreen(String id) {
        return robot.lookup("#" + id)
                .tryQuery()
                .filter(FirstControl::isOnScreen)
                .isPresent();
    }

    protected static String text(String id) {
        Node node = find(id);
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    protected static void awaitText(String id, String words) {
        await(() -> text(id).equals(words));
    }

    protected static void awaitStart(String id, String words) {
        await(() -> text(id).startsWith(words));
    }

    protected static int epoch() {
        return Integer.parseInt(text("epoch").split(" ")[0].replace(",", ""));
    }

    /** What is drawn somewhere, or about to be. */
    @SuppressWarnings("unchecked")
    protected static <T> T drawing(String id) {
        return (T) ((DrawingView) find(id)).drawing();
    }

    protected static int[] awaitHeatmap() {
        await(() -> ((ImageView) find("stateHeatmap").lookup("ImageView")).getImage() != null);
        return heatmap();
    }

    protected static int[] heatmap() {
        var image = ((ImageView) find("stateHeatmap").lookup("ImageView")).getImage();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Until something is so, and what has been worked out is on the screen. */
    protected static void await(Callable<Boolean> condition) {
        Workspace shown = latest;
        Frames.await(condition);
        // What is on its way, and then the moment that may have waited for it
        for (int moment = 0; moment < 2; moment++) {
            Frames.await(() -> !shown.background().barrier().isDown());
        }
    }
}
