package lab.carousel.campaign;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Freeze;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.robot.EachFrame;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.window.MainWindow;
import lab.carousel.ui.window.WindowRoot;
import lab.carousel.ui.workspace.Workspace;

/** The window as the program shows it, watched from the first moment on. */
final class RealWindow {

    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    final AnsweringDialogs dialogs = new AnsweringDialogs();
    /** What fell over in it. */
    final List<String> falls = new CopyOnWriteArrayList<>();

    private final Experiment experiment;
    private final int mostMillisStill;
    private final Consumer<Freeze> onFreeze;
    private Workspace workspace;
    private WindowRoot root;
    private Stage stage;

    /**
     * A window that is not shown yet.
     *
     * @param experiment      what is in it
     * @param mostMillisStill how long it may stand still
     * @param onFreeze        is told of each time it stands still for longer
     */
    RealWindow(Experiment experiment, int mostMillisStill, Consumer<Freeze> onFreeze) {
        this.experiment = experiment;
        this.mostMillisStill = mostMillisStill;
        this.onFreeze = onFreeze;
    }

    void show() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Runnable first = () -> {
            try {
                begin();
                started.complete(null);
            } catch (RuntimeException | Error fallen) {
                started.completeExceptionally(fallen);
            }
        };
        Platform.setImplicitExit(false);
        try {
            Platform.startup(first);
        } catch (IllegalStateException hasStarted) {
            Platform.runLater(first);
        }
        started.get(2, TimeUnit.MINUTES);
    }

    private void begin() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> falls.add(words(error)));
        Theme.loadFonts();
        Theme.LIGHT.apply();
        Background background = new Background();
        workspace = new Workspace(background, Engines::named, dialogs, experiment);
        root = new WindowRoot(workspace, language -> {});
        stage = new Stage();
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.show();
        background.watch(Thread.currentThread(), mostMillisStill, onFreeze);
        new EachFrame(() -> {
                    workspace.pulse();
                    root.window().pulse();
                })
                .start();
    }

    Workspace workspace() {
        return workspace;
    }

    MainWindow window() {
        return root.window();
    }

    Stage stage() {
        return stage;
    }

    /** Does something on the JavaFX thread, and waits for it; what falls over is kept. */
    void onScreen(Runnable work) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error fallen) {
                falls.add(words(fallen));
            }
            done.complete(null);
        });
        done.get(2, TimeUnit.MINUTES);
    }

    void close() throws InterruptedException, ExecutionException, TimeoutException {
        onScreen(() -> {
            workspace.close();
            root.window().close();
            stage.close();
        });
    }

    /** The error, where it came from, and the innermost call of the program itself on the way there. */
    private static String words(Throwable error) {
        List<StackTraceElement> trace = List.of(error.getStackTrace());
        Optional<StackTraceElement> ours = trace.stream()
                .filter(call -> call.getClassName().startsWith("lab.carousel."))
                .findFirst();
        return error
                + trace.stream().findFirst().map(call -> " at " + call).orElse("")
                + ours.map(call -> ", called at " + call).orElse("");
    }
}
