package lab.carousel.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Stylesheets;
import lab.carousel.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class DropDownTest {

    private static final List<String> WORDS = List.of("sigmoid", "as long as it is the longest of all", "softmax");

    private DropDown<String> box;
    private ComboBox<String> javaFxOwn;

    @Start
    void show(Stage stage) {
        Theme.LIGHT.apply();
        box = new DropDown<>(WORDS);
        box.setValue("sigmoid");
        javaFxOwn = new ComboBox<>();
        javaFxOwn.getItems().setAll(WORDS);
        javaFxOwn.setValue("sigmoid");
        Scene scene = new Scene(new HBox(box, javaFxOwn), 800, 400);
        Stylesheets.addTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static ListView<?> list(ComboBox<?> box) {
        return (ListView<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
    }

    @Test
    void hasNoRowsBeforeItDropsDown(FxRobot robot) {
        assertThat(box.lookupAll(".list-view")).isEmpty();
        assertThat(list(box).getSkin()).isNull();
        robot.interact(box::show);
        assertThat(list(box).lookupAll(".list-cell")).hasSizeGreaterThanOrEqualTo(WORDS.size());
    }

    @Test
    void isAsLargeAsJavaFxsOwn(FxRobot robot) {
        assertThat(box.getWidth()).isEqualTo(javaFxOwn.getWidth());
        assertThat(box.getHeight()).isEqualTo(javaFxOwn.getHeight());
        for (ComboBox<String> each : List.of(javaFxOwn, box)) {
            robot.interact(each::show);
            robot.interact(each::hide);
        }
        assertThat(list(box).getWidth()).isEqualTo(list(javaFxOwn).getWidth());
        // to a pixel: rows are not of whole ones
        assertThat(list(box).getHeight()).isCloseTo(list(javaFxOwn).getHeight(), within(1.0));
    }

    @Test
    void growsWithItsWords(FxRobot robot) {
        robot.interact(() -> {
            for (ComboBox<String> each : List.of(box, javaFxOwn)) {
                each.getItems().add("and yet there is one that is a good deal longer");
            }
        });
        assertThat(box.getWidth()).isEqualTo(javaFxOwn.getWidth()).isGreaterThan(300);
    }

    @Test
    void choosesWhatIsChosenInTheList(FxRobot robot) {
        robot.interact(box::requestFocus);
        robot.interact(box::show);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(box.getValue()).isEqualTo(WORDS.get(1));
        assertThat(box.isShowing()).isFalse();
    }

    @Test
    void controlTakesTheChoiceNotAway(FxRobot robot) {
        robot.clickOn(box);
        robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        assertThat(box.getValue()).isEqualTo("sigmoid");
        Node chosen = robot.from(list(box))
                .lookup((Node node) -> node instanceof ListCell<?> cell && cell.getIndex() == 0)
                .query();
        robot.press(KeyCode.CONTROL).clickOn(chosen).release(KeyCode.CONTROL);
        assertThat(box.getValue()).isEqualTo("sigmoid");
    }
}
