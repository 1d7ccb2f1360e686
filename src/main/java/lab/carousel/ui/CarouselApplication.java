package lab.carousel.ui;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.disk.ChosenLanguage;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Watchdog;
import lab.carousel.ui.file.WindowFileDialogs;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.window.LanguageSwitch;
import lab.carousel.ui.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its window. A file named as the first argument is opened. */
public final class CarouselApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(CarouselApplication.class);

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1200;
    private static final double LEAST_HEIGHT = 640;
    /** A hand does not feel less than a tenth of a second; what the log is told of is clearly felt. */
    private static final int MOST_MILLIS_STILL = 250;

    private final Background background = new Background();
    private final ChosenLanguage chosen = new ChosenLanguage(DataFolder.path().resolve("language.txt"));
    private Language spoken = Language.current();

    @SuppressWarnings("NullAway.Init") // JavaFX calls start() first
    private Workspace workspace;

    @SuppressWarnings("NullAway.Init") // as above
    private LanguageSwitch windows;

    @SuppressWarnings("NullAway.Init") // as above
    private Watchdog watchdog;

    /** On the thread that launches the program, which draws nothing. */
    @Override
    public void init() {
        // Also without a choice, so that the menus that come with JavaFX do not speak a third language
        spoken = chosen.read().orElseGet(Language::current);
    }

    @Override
    public void start(Stage stage) {
        Theme.loadFonts();
        Theme.LIGHT.apply();
        spoken.speak();
        workspace = new Workspace(background, Engines::named, new WindowFileDialogs(stage), Experiment.reference());
        workspace.lab().setPace(Pace.FIRST);
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> tell(error));
        windows = new LanguageSwitch(
                workspace,
                built -> stage.titleProperty().bind(workspace.title()),
                language -> background.disk().execute(() -> chosen.remember(language)));
        stage.titleProperty().bind(workspace.title());
        stage.setScene(new Scene(windows.window()));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        Icons.all().forEach(stage.getIcons()::add);
        stage.setOnCloseRequest(event -> {
            if (!windows.window().mayClose()) {
                event.consume();
            }
        });
        stage.show();
        // Not before: some window managers would open the window in its least size
        Platform.runLater(() -> {
            stage.setMinWidth(LEAST_WIDTH);
            stage.setMinHeight(LEAST_HEIGHT);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        getParameters().getUnnamed().stream().findFirst().ifPresent(this::open);
        Opening opening = new Opening(background, () -> windows.window().warmUp());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                workspace.pulse();
                windows.window().pulse();
                opening.pulse();
            }
        }.start();
        workspace.keepIn(DataFolder.path());
        background.beforeEnd(workspace::keepNow);
        watchdog = background.watch(
                Thread.currentThread(), MOST_MILLIS_STILL, freeze -> LOG.warn("While in use {}", freeze));
    }

    /** Whatever is wrong with the file that was named, the window opens. */
    private void open(String file) {
        try {
            windows.window().open(FileProblem.path(file));
        } catch (InvalidInput noName) {
            workspace.trouble().tell(noName);
        }
    }

    private void tell(Throwable error) {
        LOG.error("Unexpected error in the window", error);
        if (Platform.isFxApplicationThread()) {
            workspace.trouble().tell(error);
        }
    }

    @Override
    public void stop() {
        watchdog.close();
        workspace.close();
        windows.window().close();
        background.close();
    }
}
