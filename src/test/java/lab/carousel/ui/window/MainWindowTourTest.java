package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import lab.carousel.training.RunState;
import org.junit.jupiter.api.Test;

/** The minute's tour, and what there is to see before the first run. */
class MainWindowTourTest extends MainWindowFixture {

    private void beginTour() {
        choose("helpMenu", "help-tour");
        await(() -> isOnScreen("tourBubble") && find("tour-next").isFocused());
    }

    @Test
    void goesFromTheTaskToTheVerdictNeverOverCurveOrHeatmapAndIsOver() {
        assertThat(isOnScreen("tour")).isFalse();
        beginTour();
        assertThat(find("tour-back").isDisabled()).isTrue();
        fire("tour-next");
        assertThat(find("tour-next").getAccessibleHelp()).startsWith("Play. ").endsWith("2 of 5");
        fire("tour-back");
        focus("tour-next");
        List<String> titles = new ArrayList<>();
        Bounds next = bounds(find("tour-next"));
        while (isOnScreen("tour")) {
            titles.add(text("tourTitle"));
            assertThat(bounds(find("tourBubble")).getMaxX())
                    .as(text("tourTitle"))
                    .isLessThanOrEqualTo(bounds(window.loss).getMinX());
            assertThat(bounds(find("tour-next")).getMaxX()).isEqualTo(next.getMaxX());
            assertThat(bounds(find("tour-next")).getMinY()).isEqualTo(next.getMinY());
            assertThat(bounds(find("tourBubble")).getMaxY())
                    .isLessThanOrEqualTo(bounds(window.statusBar).getMinY());
            robot.push(KeyCode.SPACE);
        }
        assertThat(titles).containsExactly("The task", "Play", "The loss", "The hidden state", "The verdict");
        assertThat(workspace.screen().toured().get()).isTrue();
    }

    @Test
    void escapeSkipsItAndNothingElse() {
        beginTour();
        robot.push(KeyCode.ESCAPE);
        assertThat(isOnScreen("tour")).isFalse();
        assertThat(workspace.screen().toured().get()).isTrue();
        beginTour();
        fire("tour-skip");
        assertThat(isOnScreen("tour")).isFalse();
    }

    @Test
    void theWindowBelowStaysUsable() {
        beginTour();
        fire("tour-next");
        robot.push(KeyCode.F7);
        await(() -> epoch() == 1);
        robot.push(KeyCode.F9);
        assertThat(workspace.screen().look().get().isDark()).isTrue();
        robot.push(KeyCode.TAB);
        assertThat(find("tour-next").isFocused()).isFalse();
        robot.clickOn("#epochOnce");
        await(() -> epoch() == 2);
        assertThat(text("tourTitle")).isEqualTo("Play");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> isOnScreen("palette"));
        robot.push(KeyCode.ESCAPE);
        await(() -> !isOnScreen("palette"));
        assertThat(isOnScreen("tour")).isTrue();
    }

    @Test
    void comesBackFromStudiesAndPresenterMode() {
        robot.push(KeyCode.F11);
        await(() -> isOnScreen("studies"));
        beginTour();
        assertThat(isOnScreen("studies")).isFalse();
        fire("tour-next");
        present(true);
        assertThat(isOnScreen("tour")).isFalse();
        choose("helpMenu", "help-tour");
        await(() -> isOnScreen("tourBubble"));
        assertThat(workspace.screen().look().get().presenting()).isFalse();
    }

    @Test
    void theEmptyLossChartHasALargePlay() {
        assertThat(isOnScreen("lossPlay")).isTrue();
        fire("lossPlay");
        await(() -> workspace.run().state() == RunState.FINISHED);
        assertThat(isOnScreen("lossPlay")).isFalse();
        fire("reset");
        await(() -> isOnScreen("lossPlay"));
    }

    @Test
    void forksSayWhatWillBeSeenBeforeThereIsARun() {
        showPlace("forks");
        await(() -> text("forksCount").contains("Not trained yet"));
        trainEpoch();
        await(() -> !text("forksCount").contains("Not trained yet"));
    }
}
