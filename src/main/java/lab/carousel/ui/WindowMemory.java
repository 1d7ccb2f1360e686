package lab.carousel.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import lab.carousel.file.window.WindowFrame;
import lab.carousel.file.window.WindowState;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.workspace.Workspace;

/** Puts the window where it was left, with its theme and speed, and remembers how it is left. Used on the JavaFX thread. */
final class WindowMemory {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** Dragging gives many places, of which the last one counts. */
    private static final Duration REST = Duration.millis(500);

    private final Stage stage;
    private final Workspace workspace;
    private final Consumer<WindowState> remember;
    private final PauseTransition rest = new PauseTransition(REST);
    /** Where the window is while it does not fill the screen. */
    private WindowFrame frame;

    private WindowState remembered;

    /**
     * The memory of a window.
     *
     * @param left     how it was left before
     * @param remember is given how it is left
     */
    WindowMemory(Stage stage, Workspace workspace, WindowState left, Consumer<WindowState> remember) {
        this.stage = stage;
        this.workspace = workspace;
        this.remember = remember;
        this.remembered = left;
        frame = frame(left.frame());
    }

    private static WindowFrame frame(Optional<WindowFrame> left) {
        return left.map(frame -> frame.within(screens())).orElseGet(() -> {
            WindowFrame screen = frame(Screen.getPrimary());
            double width = Math.min(WIDTH, screen.width());
            double height = Math.min(HEIGHT, screen.height());
            return new WindowFrame(
                    screen.x() + (screen.width() - width) / 2,
                    screen.y() + (screen.height() - height) / 3,
                    width,
                    height);
        });
    }

    private static WindowFrame frame(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        return new WindowFrame(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Those that there are now, the first one first. */
    private static List<WindowFrame> screens() {
        return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                .distinct()
                .map(WindowMemory::frame)
                .toList();
    }

    /** A projector was unplugged, or the window filled one that was: it comes back to where it can be seen. */
    private void stayOnScreens() {
        if (isFree()) {
            WindowFrame now = now();
            frame = now.within(screens());
            if (!frame.equals(now)) {
                place();
            }
        }
    }

    private boolean isFree() {
        return !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
    }

    private WindowFrame now() {
        return new WindowFrame(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Makes theme and speed as they were left. To be called before there is anything to see. */
    void restoreLook() {
        workspace.lab().paceProperty().set(remembered.pace());
        workspace.screen().toured().set(remembered.isToured());
        workspace.screen().simple().set(remembered.isSimple());
        workspace.screen().explained().set(remembered.isExplained());
        workspace.lesson().audienceProperty().set(remembered.audience());
        Look look = workspace.screen().look().get();
        workspace
                .screen()
                .look()
                .set(look.withDark(remembered.isDark())
                        .with(remembered.colours())
                        .zoomed(remembered.zoom())
                        .moving(!remembered.isStill()));
    }

    /** Puts the window where it was left. To be called before it is shown, and once more when it is. */
    void place() {
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
    }

    /** From now on the window cannot become too small, fills the screen if it did, and is remembered. */
    void watch() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        place();
        stage.setMaximized(remembered.isMaximized());
        rest.setOnFinished(event -> {
            stayOnScreens();
            remember();
        });
        Screen.getScreens().addListener((Observable any) -> rest.playFromStart());
        for (Observable each : new Observable[] {
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty(),
            stage.fullScreenProperty(),
            workspace.screen().look(),
            workspace.screen().toured(),
            workspace.screen().simple(),
            workspace.screen().explained(),
            workspace.lesson().audienceProperty(),
            workspace.lab().paceProperty()
        }) {
            each.addListener(any -> rest.playFromStart());
        }
    }

    /** Remembers now how the window is left, if it has changed. */
    void remember() {
        rest.stop();
        if (isFree()) {
            frame = now();
        }
        Look look = workspace.screen().look().get();
        WindowState now = new WindowState(
                look.isDark(),
                look.colours(),
                workspace.lab().paceProperty().get(),
                Optional.of(frame),
                stage.isMaximized(),
                look.zoom(),
                workspace.screen().toured().get(),
                !look.moving(),
                workspace.lesson().audienceProperty().get(),
                workspace.screen().simple().get(),
                workspace.screen().explained().get());
        if (!now.equals(remembered)) {
            remembered = now;
            remember.accept(now);
        }
    }
}
