package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import lab.carousel.ui.theme.Look;
import org.junit.jupiter.api.Test;

/** Everything larger or smaller outside of presenter mode, and keys and clicks shown to a room. */
class MainWindowZoomTest extends MainWindowFixture {

    private void press(KeyCode code) {
        robot.push(KeyCode.CONTROL, code);
    }

    private double zoom() {
        return workspace.screen().look().get().zoom();
    }

    @Test
    void controlAndPlusMakesEverythingLargerAsFarAsThereIsRoom() {
        focus("play");
        press(KeyCode.EQUALS);
        assertThat(zoom()).isEqualTo(1.1);
        await(() -> Math.abs(window.getWidth() - 1280 / 1.1) < 1);
        assertThat(bounds(window).getWidth()).isCloseTo(1280, within(1.0));
        awaitText("noticeWords", "Zoom 110 %");
        press(KeyCode.ADD);
        press(KeyCode.PLUS);
        assertThat(zoom()).isEqualTo(1.25);
        await(() -> Math.abs(window.getWidth() - 1024) < 1);
        assertThat(text("noticeWords")).startsWith("Zoom 125 %: a window of this size has no room for more.");
        press(KeyCode.DIGIT0);
        await(() -> Math.abs(window.getWidth() - 1280) < 1);
    }

    @Test
    void smallerLeavesRoomForMore() {
        focus("play");
        press(KeyCode.MINUS);
        choose("viewMenu", "zoom-out");
        assertThat(zoom()).isEqualTo(0.8);
        await(() -> Math.abs(window.getWidth() - 1600) < 1);
        choose("viewMenu", "zoom-reset");
        assertThat(zoom()).isEqualTo(1);
    }

    @Test
    void theHeatmapZoomsItself() {
        awaitHeatmap();
        focus("stateHeatmap");
        press(KeyCode.PLUS);
        assertThat(zoom()).isEqualTo(1);
    }

    @Test
    void presenterModeHasASizeOfItsOwn() {
        focus("play");
        press(KeyCode.PLUS);
        present(true);
        await(() -> Math.abs(window.getWidth() - 1280) < 1);
        press(KeyCode.PLUS);
        assertThat(zoom()).isEqualTo(1.1);
        present(false);
        await(() -> Math.abs(window.getWidth() - 1280 / 1.1) < 1);
    }

    @Test
    void keysAndClicksAreShownOnRequestOnly() {
        focus("play");
        robot.push(KeyCode.F9);
        assertThat(isOnScreen("inputEcho")).isFalse();
        setSelected("view-echo", true);
        assertThat(workspace.screen().look().get()).extracting(Look::echoing).isEqualTo(true);
        robot.push(KeyCode.F9);
        awaitText("inputEcho", "F9");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        awaitText("inputEcho", "Ctrl+Shift+→");
        focus("hiddenUnits");
        robot.push(KeyCode.DIGIT7);
        assertThat(text("inputEcho")).isEqualTo("Ctrl+Shift+→");
        robot.clickOn("#reset");
        awaitText("inputEcho", "Click: Reset");
        assertThat(isOnScreen("inputEcho")).isTrue();
        assertThat(((MenuButton) find("viewMenu")).getItems()).extracting("id").contains("view-echo", "view-zoom");
    }
}
