package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.carousel.task.Task;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is typed and pasted into the editor of the task, and what its keys do. */
@ExtendWith(InWindow.class)
class TaskEditorKeysTest extends TaskEditorFixture {

    @Start
    void show(Stage stage) {
        shown = ShownEditor.on(stage, 320);
    }

    @Test
    void hasAKeyForEverything(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.ENTER).write("1 2");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "1 2", "4 0 1 2 4");

        robot.push(KeyCode.ALT, KeyCode.UP).write(" 0");
        assertThat(sequences()).containsExactly("1 2 0", "3 0 1 2 3", "4 0 1 2 4");

        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.CONTROL, KeyCode.D).write(" 1");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "1 2 0", "1 2 0 1", "4 0 1 2 4");

        robot.push(KeyCode.CONTROL, KeyCode.DELETE).write(" 0");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "1 2 0", "4 0 1 2 4 0");

        robot.push(KeyCode.UP).write(" 4");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "1 2 0 4", "4 0 1 2 4 0");
    }

    @Test
    void tabGoesThroughTheSequencesToWhatIsBelow(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.TAB);
        assertThat(focused()).isEqualTo("sequenceField1");
        robot.push(KeyCode.TAB);
        assertThat(focused()).isEqualTo("viewPairs");
        robot.clickOn("#sequenceField1").push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("sequenceField0");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("alphabetField");
    }

    @Test
    void tabReachesTheLinkThatMends(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" 7").push(KeyCode.TAB);
        assertThat(focused()).isEqualTo("taskFixSequence0-0");
        robot.push(KeyCode.TAB);
        assertThat(focused()).isEqualTo("sequenceField1");
    }

    @Test
    void pastedLinesBecomeSequences(FxRobot robot) {
        copy(robot, "0,1,2\n2\t1\t0\n");
        robot.clickOn("#sequenceField0").clickOn("#pasteSequences");

        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1 2", "2 1 0", "4 0 1 2 4");
        assertThat(field(robot, "sequenceField2").getText()).isEqualTo("2 1 0");
    }

    @Test
    void linesPastedIntoAFieldGoOnBelowIt(FxRobot robot) {
        copy(robot, "0;1\n2;3");
        robot.clickOn("#sequenceField0").push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.V);

        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1", "2 3", "4 0 1 2 4");
    }

    @Test
    void aPastedWordCanBeSplitIntoLetters(FxRobot robot) {
        copy(robot, "abba");
        robot.clickOn("#sequenceField1").clickOn("#pasteSequences").clickOn("#taskFixSequence2-0");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "4 0 1 2 4", "a b b a");

        robot.clickOn("#alphabetFromSequences");
        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4 a b");
        assertThat(shown.project().taskProperty().get()).isPresent();
    }

    @Test
    void pastingNothingSaysWhatToDo(FxRobot robot) {
        copy(robot, " \n");
        robot.clickOn("#pasteSequences");

        assertThat(label(robot, "pasteNote"))
                .isEqualTo("The clipboard contains no text: copy some sequences first, one per line.");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "4 0 1 2 4");
    }

    @Test
    void undoTakesBackWhatWasTypedInTheField(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" 4").push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(sequences().get(0)).startsWith("3 0 1 2 3").doesNotContain("4");
    }

    @Test
    void aBlankAtTheEndIsNotAnotherTask(FxRobot robot) {
        Object before = shown.project().taskProperty().get();
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" ");

        assertThat(shown.project().state().task().listed().sequences().get(0).text())
                .isEqualTo("3 0 1 2 3 ");
        assertThat(shown.project().taskProperty().get()).isSameAs(before);
    }

    @Test
    void anEqualDraftFromOutsideLeavesTheCaretAlone(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.HOME).push(KeyCode.RIGHT);
        robot.interact(() -> shown.project().edit(state -> state.withListed(draft -> TaskDraft.of(Task.reference()))));

        assertThat(field(robot, "sequenceField0").getCaretPosition()).isEqualTo(1);
        assertThat(focused()).isEqualTo("sequenceField0");
    }
}
