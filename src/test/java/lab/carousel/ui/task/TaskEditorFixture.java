package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.ui.controls.FirstControl;
import org.testfx.api.FxRobot;

/** An editor on a stage, and what tests ask it. */
abstract class TaskEditorFixture {

    ShownEditor shown;

    List<String> sequences() {
        return shown.project().state().task().listed().sequences().stream()
                .map(TypedSymbols::text)
                .toList();
    }

    static TextField field(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAllAs(TextField.class).stream()
                .filter(FirstControl::isOnScreen)
                .findFirst()
                .orElseThrow();
    }

    static String label(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    static String problem(FxRobot robot, String place) {
        TextFlow flow = robot.lookup("#taskProblem" + place).queryAs(TextFlow.class);
        assertThat(flow.isVisible()).isTrue();
        assertThat(flow.getChildren().stream().filter(Hyperlink.class::isInstance))
                .isNotEmpty();
        return ((Text) flow.getChildren().get(0)).getText().strip();
    }

    static boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAll().stream().anyMatch(FirstControl::isOnScreen);
    }

    static <R> List<R> rows(FxRobot robot, String id) {
        TableView<R> table = robot.lookup("#" + id).queryTableView();
        return table.getItems();
    }

    String focused() {
        return shown.editor().getScene().getFocusOwner().getId();
    }

    static void copy(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
