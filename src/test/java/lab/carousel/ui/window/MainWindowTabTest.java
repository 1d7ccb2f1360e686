package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import lab.carousel.ui.controls.FirstControl;
import org.junit.jupiter.api.Test;

/** Where Tab goes in the window beside the places. */
class MainWindowTabTest extends KeyboardFixture {

    @Test
    void tabComesToEverythingInStudiesLessonsAndPresentations() {
        train();
        robot.push(KeyCode.F11);
        TabWalk.check(window, "studies", find("presets"));
        robot.push(KeyCode.F11);
        choose("exportMenu", "exportAnimation");
        TabWalk.check(window, "animation", find("presets"));
        fire("animationClose");
        startLesson("was-it-memory");
        TabWalk.check(window, "lesson", find("presets"));
        robot.push(KeyCode.F12);
        TabWalk.check(window, "presented lesson", FirstControl.in(window).orElseThrow());
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void ctrlAndTabGoFromPlaceToPlaceAsOneReads() {
        focus("presets");
        List<String> places = new ArrayList<>();
        for (int place = 0; place < 7; place++) {
            robot.push(KeyCode.CONTROL, KeyCode.TAB);
            Stream.of("toolbar", "taskEditor", "hyperparameters", "lossView", "state", "microscope", "history")
                    .filter(this::hasFocus)
                    .forEach(places::add);
        }
        assertThat(places)
                .containsExactly(
                        "taskEditor", "hyperparameters", "lossView", "state", "microscope", "history", "toolbar");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(hasFocus("history")).isTrue();
        // The ring is around what has the focus
        await(() -> find("focusRing").isVisible());
        assertThat(bounds(find("focusRing")).contains(bounds(focused()))).isTrue();
        robot.clickOn("#lossLogarithmic");
        await(() -> !find("focusRing").isVisible());
    }

    @Test
    void fromTheMenuOfPlacesTabGoesIntoTheOneChosen() {
        train();
        focus("microscopePlaces");
        MenuButton menu = (MenuButton) find("microscopePlaces");
        robot.push(KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("nextPlace");
        focus("microscopePlaces");
        robot.push(KeyCode.SPACE);
        await(menu::isShowing);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        await(() -> !menu.isShowing());
        assertThat(menu.getText()).isNotEqualTo("Cell");
        assertThat(menu.isFocused()).isTrue();
        robot.push(KeyCode.TAB);
        assertThat(hasFocus("microscope")).isTrue();
        assertThat(focused().getId()).isNotEqualTo("nextPlace");
    }
}
