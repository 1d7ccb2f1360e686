package lab.carousel.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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
import lab.carousel.file.session.ResumedWork;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Presets;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.workspace.Workspace;
import lab.carousel.view.Option;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.support.FiredEvents;

/** The window with a user in front of it, and the kernel behind it unless a test chooses another engine. */
@ExtendWith(InWindow.class)
public abstract class MainWindowFixture {

    /** The user before the window. */
    protected static final FxRobot robot = InWindow.ROBOT;

    @TempDir
    protected Path folder;

    private final InLanguage before = new InLanguage(Language.ENGLISH);
    protected AnsweringDialogs dialogs = new AnsweringDialogs();
    protected volatile Engine engine = new KernelEngine();
    /** The engine that the window asked for last. */
    protected final AtomicReference<EngineName> asked = new AtomicReference<>();

    /** On which the window is shown. All tests of a run share it. */
    protected Stage stage;

    protected Workspace workspace;

    protected MainWindow window;
    /** The language that was chosen last. */
    protected final AtomicReference<Language> remembered = new AtomicReference<>();
    /** What a program that starts again would go on with. */
    protected final AtomicReference<ResumedWork> resumed = new AtomicReference<>();

    /** The window of the tests of a class; null before the first one, and after one that left it in another state. */
    private static @Nullable ShownWindow shown;

    /** One of the presets, trained by the kernel. */
    protected static Experiment preset(String key) {
        return Presets.preset(key).with(EngineName.KERNEL);
    }

    /** Opens the window. TestFX would not find a start method that test classes inherit. */
    @BeforeEach
    protected final void begin() {
        stage = FxToolkit.toolkitContext().getRegisteredStage();
        boolean isNew = shown == null;
        if (isNew) {
            robot.interact(() -> {
                shown = new ShownWindow(stage, dialogs, this);
                take(shown);
                prepare();
            });
        } else {
            take(shown);
        }
        // A key that comes before goes to no window
        Frames.await(stage::isFocused);
        if (isNew) {
            shown.keepState();
        }
    }

    /** Another window on nothing yet, as when the program is started again. */
    protected final void startAgain() {
        closeWindow();
        begin();
    }

    private void take(ShownWindow now) {
        now.begin(this);
        workspace = now.workspace();
        window = now.window();
        dialogs = now.dialogs();
    }

    /** What all tests of a class need a new window to have. */
    protected void prepare() {}

    @AfterEach
    protected void close() {
        ShownWindow used = shown;
        shown = null;
        if (used != null) {
            boolean isAsNew = false;
            try {
                isAsNew = used.setBack();
            } finally {
                if (isAsNew) {
                    shown = used;
                } else {
                    used.close();
                }
            }
        }
        robot.interact(MainWindowFixture::forgetEvents);
        before.close();
    }

    @AfterAll
    static void closeWindow() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
    }

    /** TestFX keeps every event that was ever fired, each with the window that it was fired in, and does not say how to end it. */
    private static void forgetEvents() {
        ((FiredEvents) SetBack.part(FxToolkit.toolkitContext(), "firedEvents")).clearEvents();
    }

    /** The network that is looked at. */
    protected Snapshot network() {
        return workspace.run().latest().orElseThrow();
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
        return workspace.run().latest().map(Snapshot::experiment).filter(wanted).isPresent();
    }

    protected void train() {
        fire("play");
        await(() -> workspace.run().state() == RunState.FINISHED);
    }

    protected void train(Experiment experiment) {
        open(experiment);
        train();
    }

    protected void trainEpoch() {
        int epoch = epoch();
        fire("epochOnce");
        await(() -> epoch() == epoch + 1 && !workspace.run().isTraining());
    }

    protected void pin() {
        await(() -> !find("pinRun").isDisabled());
        fire("pinRun");
    }

    /** Another window that speaks it, on nothing yet, takes the place of the one that there is. */
    protected void speak(Language language) {
        if (language != Language.current()) {
            closeWindow();
            language.speak();
            begin();
        }
    }

    /** Presents the window, or no longer. */
    protected void present(boolean isPresented) {
        robot.interact(() ->
                workspace.screen().look().set(workspace.screen().look().get().presenting(isPresented)));
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

    /** Chooses in the list of a view, by what is read there. */
    protected static void chooseListed(String id, String label) {
        robot.interact(() -> {
            ComboBox<?> list = (ComboBox<?>) find(id);
            IntStream.range(0, list.getItems().size())
                    .filter(each -> ((Option) list.getItems().get(each)).label().equals(label))
                    .forEach(each -> list.getSelectionModel().select(each));
        });
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
        Workspace shown = ShownWindow.latest();
        Frames.await(condition);
        // What is on its way, and then the moment that may have waited for it
        for (int moment = 0; moment < 2; moment++) {
            Frames.await(() -> !shown.background().barrier().isDown());
        }
    }
}
