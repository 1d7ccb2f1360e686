package lab.carousel.ui.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import lab.carousel.engine.Engine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window of the tests of a class: it is set back after each, and given up if it is then not in everything as it was when it
 * was new.
 */
final class ShownWindow {

    private static final Logger LOG = LoggerFactory.getLogger(ShownWindow.class);

    /** Nothing fails because of time, as other programs may want the processor; but the log names what was this slow. */
    private static final int MOST_MILLIS_STILL = 1_000;

    private static final KeptStyles STYLES = new KeptStyles();

    /** The one that is shown. */
    private static volatile @Nullable ShownWindow latest;

    private final Stage stage;
    private final AnsweringDialogs dialogs;
    private final Workspace workspace;
    private final WindowRoot root;
    private final EachFrame pulse;
    private final Watchdog watchdog;
    private final Map<String, Object> choices = new HashMap<>();
    private volatile MainWindowFixture test;
    private Map<String, Object> state = Map.of();
    private @Nullable Node focused;

    /** Shows a new window on a new workspace; on the JavaFX thread. */
    ShownWindow(Stage stage, AnsweringDialogs dialogs, MainWindowFixture test) {
        this.stage = stage;
        this.dialogs = dialogs;
        this.test = test;
        Theme.loadFonts();
        workspace =
                new Workspace(DiskAtOnce.background(Frames::nanoTime), this::choose, dialogs, Experiment.reference());
        latest = this;
        LanguageChoice language = new LanguageChoice(
                workspace.notices(),
                chosen -> this.test.remembered.set(chosen),
                Optional.of(() -> workspace.saveToResume(work -> this.test.resumed.set(work))));
        root = new WindowRoot(workspace, language::choose);
        Scene scene = new Scene(root, 1280, 800);
        STYLES.giveTo(root);
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
            window().pulse();
        });
        pulse.start();
        watchdog = workspace
                .background()
                .watch(
                        Thread.currentThread(),
                        MOST_MILLIS_STILL,
                        freeze -> LOG.warn("In {} {}", this.test.getClass(), freeze));
    }

    /** Makes a run with the engine of the test that there is when it starts. */
    private Engine choose(EngineName name) {
        test.asked.set(name);
        return (experiment, initial) -> test.engine.start(experiment, initial);
    }

    static Workspace latest() {
        return Objects.requireNonNull(latest).workspace;
    }

    /** From now on a test has it. */
    void begin(MainWindowFixture now) {
        test = now;
        test.asked.set(workspace.lab().runningProperty().get().engine());
        InWindow.keep(stage);
        awaitRest();
    }

    /** From now on the window is at rest when its run is, too. */
    private void awaitRest() {
        Frames.waitFor(() -> workspace.lab().isAtRest() ? Optional.empty() : Optional.of("the run"));
        Frames.settle();
    }

    Workspace workspace() {
        return workspace;
    }

    MainWindow window() {
        return root.window();
    }

    AnsweringDialogs dialogs() {
        return dialogs;
    }

    /** Remembers how it is while it is new. */
    void keepState() {
        InWindow.ROBOT.interact(() -> {
            KeptChoices.keep(SetBack.parts(window()), choices);
            focused = stage.getScene().getFocusOwner();
            state = state();
        });
    }

    private Map<String, Object> state() {
        return WindowState.of(root, workspace, window());
    }

    /** Sets it back for another test; gives whether it is as it was when it was new. */
    boolean setBack() {
        if (Language.current() != Language.ENGLISH) {
            return false;
        }
        // A run may go on
        Frames.letGoOn();
        InWindow.ROBOT.release(new MouseButton[0]);
        InWindow.ROBOT.release(new KeyCode[0]);
        SetBack back = new SetBack(window(), workspace, stage, choices);
        InWindow.ROBOT.interact(back::closeOthers);
        InWindow.ROBOT.interact(back::beginAnew);
        awaitRest();
        AtomicReference<List<String>> left = new AtomicReference<>(List.of());
        InWindow.ROBOT.interact(() -> {
            dialogs.forget();
            SetBack.call(SetBack.part(window().statusBar, "account"), "ask");
            if (focused != null) {
                focused.requestFocus();
            }
        });
        InWindow.ROBOT.interact(() -> left.set(WindowState.differences(state, state())));
        if (!left.get().isEmpty()) {
            LOG.info("{} leaves {}", test.getClass().getSimpleName(), left.get());
        }
        return left.get().isEmpty();
    }

    /** Gives it up. */
    void close() {
        Frames.waitFor(Optional::empty);
        pulse.stop();
        watchdog.close();
        InWindow.keep(null);
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {
            workspace.close();
            root.window().close();
            stage.setFullScreen(false);
            STYLES.takeBack();
            InWindow.hideOthers();
        }));
    }
}
