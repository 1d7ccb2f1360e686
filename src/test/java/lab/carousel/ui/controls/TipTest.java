package lab.carousel.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

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

    /** After more than a tip waits until it comes or goes. */
    private static List<String> shownSoon() {
        Frames.pass(400);
        return shown();
    }

    @Test
    void whatExplainsANodeIsShownWhileThePointerIsOnItAsItIsNow(FxRobot robot) {
        robot.interact(() -> Tip.putLong(button, "starts training"));
        assertThat(button.getProperties().values())
                .as("before the pointer comes there is no tooltip")
                .noneMatch(Tooltip.class::isInstance);
        robot.moveTo(button);
        assertThat(shownSoon()).containsExactly("starts training");
        robot.interact(() -> Tip.putLong(button, "goes on"));
        assertThat(shownSoon()).containsExactly("goes on");
        robot.interact(() -> Tip.putLong(button, ""));
        assertThat(shownSoon()).isEmpty();
        assertThat(Tip.of(button)).isEmpty();
    }

    @Test
    void whatComesToANodeUnderThePointerIsShownToo(FxRobot robot) {
        robot.moveTo(button);
        robot.interact(() -> Tip.putLong(button, "stops training"));
        robot.moveBy(2, 0);
        assertThat(shownSoon()).containsExactly("stops training");
        robot.moveBy(0, 80);
        assertThat(shownSoon()).isEmpty();
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
