package lab.carousel.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import lab.carousel.file.window.WindowState;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.workspace.Workspace;

/** Puts the window where it was left, with its theme and speed, and remembers how it is left. Used on the JavaFX thread. */
final class WindowMemory {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** So much of the window must be on a screen, or nobody could take hold of it. */
    private static final double SEEN = 100;
    /** Dragging gives many places, of which the last one counts. */
    private static final Duration REST = Duration.millis(500);

    private final Stage stage;
    private final Workspace workspace;
    private final Consumer<WindowState> remember;
    private final PauseTransition rest = new PauseTransition(REST);
    /** Where the window is while it does not fill the screen. */
    private WindowState.Frame frame;

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

    private static WindowState.Frame frame(Optional<WindowState.Frame> left) {
        return left.filter(WindowMemory::isOnAScreen).orElseGet(() -> {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            double width = Math.min(WIDTH, screen.getWidth());
            double height = Math.min(HEIGHT, screen.getHeight());
            return new WindowState.Frame(
                    screen.getMinX() + (screen.getWidth() - width) / 2,
                    screen.getMinY() + (screen.getHeight() - height) / 3,
                    width,
                    height);
        });
    }

    /** Screens come and go: what was on a projector may be nowhere now. */
    private static boolean isOnAScreen(WindowState.Frame frame) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> overlap(screen.getMinX(), screen.getMaxX(), frame.x(), frame.width()) >= SEEN
                        && overlap(screen.getMinY(), screen.getMaxY(), frame.y(), frame.height()) >= SEEN
                        && frame.y() >= screen.getMinY() - 1);
    }

    private static double overlap(double from, double to, double start, double length) {
        return Math.min(to, start + length) - Math.max(from, start);
    }

    /** Makes theme and speed as they were left. To be called before there is anything to see. */
    void restoreLook() {
        workspace.lab().paceProperty().set(remembered.pace());
        Look look = workspace.lookProperty().get();
        workspace.lookProperty().set(look.withDark(remembered.isDark()).with(remembered.colours()));
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
        rest.setOnFinished(event -> remember());
        for (Observable each : new Observable[] {
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty(),
            workspace.lookProperty(),
            workspace.lab().paceProperty()
        }) {
            each.addListener(any -> rest.playFromStart());
        }
    }

    /** Remembers now how the window is left, if it has changed. */
    void remember() {
        rest.stop();
        boolean isFree = !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
        if (isFree) {
            frame = new WindowState.Frame(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        Look look = workspace.lookProperty().get();
        WindowState now = new WindowState(
                look.isDark(),
                look.colours(),
                workspace.lab().paceProperty().get(),
                Optional.of(frame),
                stage.isMaximized());
        if (!now.equals(remembered)) {
            remembered = now;
            remember.accept(now);
        }
    }
}
