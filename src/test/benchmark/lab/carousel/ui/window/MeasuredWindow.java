package lab.carousel.ui.window;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.robot.EachFrame;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.workspace.Workspace;

/** The real window, for those who measure how long it takes. Needs a display. */
public final class MeasuredWindow {

    private final Workspace workspace;
    private final Scene scene;

    /**
     * Opens it.
     *
     * @param width      of the stage, in pixels
     * @param height     of the stage, in pixels
     * @param experiment what is in it
     * @param onPulse    is done at each frame, before the window is told
     */
    public MeasuredWindow(Stage stage, int width, int height, Experiment experiment, Runnable onPulse) {
        Theme.loadFonts();
        Theme.LIGHT.apply();
        workspace = new Workspace(new Background(), Engines::named, new AnsweringDialogs(), experiment);
        MainWindow window = new MainWindow(workspace, language -> {});
        scene = new Scene(window);
        stage.setScene(scene);
        stage.show();
        // Not before: some window managers would open the window in its least size
        Platform.runLater(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        new EachFrame(() -> {
                    onPulse.run();
                    workspace.pulse();
                    window.pulse();
                })
                .start();
        window.warmUp();
    }

    /** What is worked on. */
    public Workspace workspace() {
        return workspace;
    }

    /** What is on the stage. */
    public Scene scene() {
        return scene;
    }

    public Node find(String id) {
        return scene.lookup("#" + id);
    }

    /**
     * Measures on a thread of its own.
     *
     * @param onLayout is done after the layout of each frame
     * @param measure  the measurement
     */
    public void measure(Runnable onLayout, Runnable measure) {
        scene.addPostLayoutPulseListener(onLayout);
        Thread thread = new Thread(measure, "benchmark");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static <T> T onScreen(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
