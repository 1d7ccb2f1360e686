package lab.carousel.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lab.carousel.task.Sequence;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class SequenceBoxTest {

    private SequenceBox box;
    private int told;

    @Start
    void show(Stage stage) {
        box = new SequenceBox("box", "Sequence", 1);
        box.setOnChosen(() -> told++);
        box.show(List.of(
                new Sequence(List.of("3", "0")), new Sequence(List.of("4", "0")), new Sequence(List.of("5", "0"))));
        stage.setScene(new Scene(new StackPane(box), 300, 300));
        stage.show();
    }

    @Test
    void aClickWithControlOnTheSequenceThatIsChosenLeavesItChosen(FxRobot robot) {
        robot.clickOn(box);
        Node second = robot.lookup(".list-cell")
                .match((Node node) -> node instanceof javafx.scene.control.ListCell<?> cell
                        && cell.getIndex() == 1
                        && cell.getListView() != null)
                .query();
        robot.press(KeyCode.CONTROL).clickOn(second).release(KeyCode.CONTROL);

        assertThat(box.chosen()).isEqualTo(1);
        assertThat(box.wanted()).isEqualTo(1);
    }

    @Test
    void controlAndSpaceLeaveTheSequenceChosen(FxRobot robot) {
        robot.clickOn(box);
        robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);

        assertThat(box.chosen()).isEqualTo(1);
    }
}
