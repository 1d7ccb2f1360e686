package lab.carousel.ui.robot;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives tests a robot in front of the stage that all tests of a run share, and begins with the method that is marked with
 * {@link Start}.
 */
public final class InWindow implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    /** The user of all tests. */
    public static final QuickRobot ROBOT = new QuickRobot();

    /** The window that stays for the next test. */
    private static volatile @Nullable Window kept;

    /** Keeps a window on the screen between tests; null lets it go. */
    public static void keep(@Nullable Window window) {
        kept = window;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        for (Method method : context.getRequiredTestClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(Start.class)) {
                method.setAccessible(true);
                ROBOT.interact(() -> method.invoke(context.getRequiredTestInstance(), stage));
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Callable<Boolean> hide = () -> {
            hideOthers();
            return true;
        };
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(hide));
        ROBOT.release(new MouseButton[0]);
        ROBOT.release(new KeyCode[0]);
    }

    /** Hides all windows but the one that is kept. */
    public static void hideOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != kept)
                .forEach(Window::hide);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ROBOT;
    }
}
