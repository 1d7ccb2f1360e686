package lab.carousel.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(InWindow.class)
class TipTest {

    private Button button;

    @Start
    void open(Stage stage) {
        button = new Button("Train");
        stage.setScene(new Scene(new StackPane(button), 300, 200));
        stage.show();
    }

    private static List<String> shown() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }

    private static void waitFor(List<String> words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> shown().equals(words));
    }

    @Test
    void whatExplainsANodeIsShownWhileThePointerIsOnItAsItIsNow(FxRobot robot) throws TimeoutException {
        robot.interact(() -> Tip.putLong(button, "starts training"));
        assertThat(button.getProperties().values())
                .as("before the pointer comes there is no tooltip")
                .noneMatch(Tooltip.class::isInstance);
        robot.moveTo(button);
        waitFor(List.of("starts training"));
        robot.interact(() -> Tip.putLong(button, "goes on"));
        waitFor(List.of("goes on"));
        robot.interact(() -> Tip.putLong(button, ""));
        waitFor(List.of());
        assertThat(Tip.of(button)).isEmpty();
    }

    @Test
    void whatComesToANodeUnderThePointerIsShownToo(FxRobot robot) throws TimeoutException {
        robot.moveTo(button);
        robot.interact(() -> Tip.putLong(button, "stops training"));
        robot.moveBy(2, 0);
        waitFor(List.of("stops training"));
        robot.moveBy(0, 80);
        waitFor(List.of());
    }

    @Test
    void theWordsAreReadAloudUnlessTheNodeSaysSomethingElse(FxRobot robot) {
        robot.interact(() -> {
            Tip.put(button, "starts training");
            assertThat(button.getAccessibleHelp()).isEqualTo("starts training");
            Tip.put(button, "goes on");
            assertThat(button.getAccessibleHelp()).isEqualTo("goes on");
            button.setAccessibleHelp("Space does it too");
            Tip.put(button, "starts again");
            assertThat(button.getAccessibleHelp()).isEqualTo("Space does it too");
            assertThat(Tip.of(button)).isEqualTo("starts again");
        });
    }
}
