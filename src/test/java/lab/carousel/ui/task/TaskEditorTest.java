package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import lab.carousel.task.Task;
import lab.carousel.task.draft.Presentation.Encoded;
import lab.carousel.task.draft.Presentation.Pair;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class TaskEditorTest {

    private TaskEditor editor;

    @Start
    void show(Stage stage) {
        editor = ShownEditor.on(stage, 320);
    }

    @Test
    void showsTheReferenceTask(FxRobot robot) {
        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4");
        assertThat(label(robot, "alphabetCount")).isEqualTo("K = 5");
        assertThat(label(robot, "taskSummary")).isEqualTo("2 sequences, 8 steps");
        assertThat(field(robot, "sequenceField0").getText()).isEqualTo("3 0 1 2 3");
        assertThat(field(robot, "sequenceField1").getText()).isEqualTo("4 0 1 2 4");
        assertThat(editor.taskProperty().get()).contains(Task.reference());
    }

    @Test
    void marksTheDecidingStepsOfEachSequence(FxRobot robot) {
        assertThat(symbols(robot, Text::isUnderline)).containsExactly("2", "2");
        assertThat(symbols(robot, Text::isStrikethrough)).isEmpty();
    }

    private static List<String> symbols(FxRobot robot, Predicate<Text> marked) {
        return robot.lookup(".chain-symbol").queryAllAs(Text.class).stream()
                .filter(text -> text.isVisible() && marked.test(text))
                .map(Text::getText)
                .toList();
    }

    @Test
    void marksWhatNobodyCanKnowInAnotherWay(FxRobot robot) {
        robot.interact(() -> editor.show(Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4")));
        assertThat(symbols(robot, Text::isUnderline)).containsExactly("2", "2");
        assertThat(symbols(robot, Text::isStrikethrough)).containsExactly("S", "S");
        assertThat(label(robot, "taskMemory"))
                .startsWith("To be remembered: 3 steps back, after 0 1 2: 3, 4; 2 steps nobody can know");
    }

    @Test
    void typingASequenceChangesTheTaskWithEveryKey(FxRobot robot) {
        robot.clickOn("#sequenceField1").push(KeyCode.END).write(" 3");

        assertThat(editor.taskProperty().get()).contains(Task.parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4 3"));
        assertThat(label(robot, "taskSummary")).isEqualTo("2 sequences, 9 steps");
    }

    @Test
    void anUnknownSymbolIsShownUnderItsFieldAndAddedByItsLink(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" 7");

        assertThat(problem(robot, "Sequence0"))
                .isEqualTo("Symbol 6, “7”, is not in the alphabet: add it or change it.");
        assertThat(editor.taskProperty().get()).isEmpty();
        assertThat(robot.lookup("#sequenceField0").queryAs(TextField.class).isFocused())
                .isTrue();

        robot.clickOn("#taskFixSequence0-0");

        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4 7");
        assertThat(label(robot, "alphabetCount")).isEqualTo("K = 6");
        assertThat(isShown(robot, "taskProblemSequence0")).isFalse();
        assertThat(editor.taskProperty().get()).contains(Task.parse("0 1 2 3 4 7", "3 0 1 2 3 7", "4 0 1 2 4"));
    }

    @Test
    void aDuplicateSymbolIsShownUnderTheAlphabet(FxRobot robot) {
        robot.clickOn("#alphabetField").push(KeyCode.END).write(" 3");

        assertThat(problem(robot, "Alphabet")).isEqualTo("Symbol 6, “3”, stands in the alphabet already: remove it.");
        robot.clickOn("#taskFixAlphabet-0");
        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4");
        assertThat(isShown(robot, "taskProblemAlphabet")).isFalse();
    }

    @Test
    void addsRemovesAndDuplicatesByTheButtons(FxRobot robot) {
        robot.clickOn("#sequenceField0").clickOn("#addSequence").write("0 1");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1", "4 0 1 2 4");

        robot.clickOn("#duplicateSequence");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1", "0 1", "4 0 1 2 4");

        robot.clickOn("#removeSequence").clickOn("#removeSequence");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1");
        assertThat(field(robot, "sequenceField1").getText()).isEqualTo("0 1");
    }

    @Test
    void movesTheSelectedSequenceByTheButtons(FxRobot robot) {
        robot.clickOn("#sequenceField0").clickOn("#moveSequenceDown");
        assertThat(sequences()).containsExactly("4 0 1 2 4", "3 0 1 2 3");
        assertThat(field(robot, "sequenceField1").getText()).isEqualTo("3 0 1 2 3");
        assertThat(robot.lookup("#moveSequenceDown").queryAs(Button.class).isDisabled())
                .isTrue();

        robot.clickOn("#moveSequenceUp");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "4 0 1 2 4");
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
        assertThat(editor.taskProperty().get()).isPresent();
    }

    @Test
    void pastingNothingSaysWhatToDo(FxRobot robot) {
        copy(robot, " \n");
        robot.clickOn("#pasteSequences");

        assertThat(label(robot, "pasteNote"))
                .isEqualTo("The clipboard holds no text: copy some sequences first, one a line.");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "4 0 1 2 4");
    }

    @Test
    void theLastSequenceCanGoAndANewOneCome(FxRobot robot) {
        robot.clickOn("#removeSequence").clickOn("#removeSequence");
        assertThat(problem(robot, "Sequences")).isEqualTo("There is nothing to learn yet: add a sequence.");
        assertThat(label(robot, "viewCaption")).isEqualTo("There is no sequence to show.");

        robot.clickOn("#taskFixSequences-0").clickOn("#sequenceField0").write("0 1");
        assertThat(editor.taskProperty().get()).contains(Task.parse("0 1 2 3 4", "0 1"));
    }

    @Test
    void showsPairsVectorsAndShapeOfTheSelectedSequence(FxRobot robot) {
        robot.clickOn("#sequenceField1");
        assertThat(label(robot, "viewCaption")).isEqualTo("Sequence 2: 4 steps, 1 deciding");
        assertThat(TaskEditorTest.<Pair>rows(robot, "pairTable"))
                .extracting(Pair::text)
                .containsExactly("4 → 0", "0 → 1", "1 → 2", "2 → 4");

        robot.clickOn("#viewOneHot");
        assertThat(TaskEditorTest.<Encoded>rows(robot, "vectorTable"))
                .extracting(Encoded::text)
                .startsWith("4 → [0 0 0 0 1]", "0 → [1 0 0 0 0]");

        robot.clickOn("#viewShape");
        assertThat(label(robot, "inputShape")).isEqualTo("[4, 1, 5]");
        assertThat(label(robot, "targetShape")).isEqualTo("[4, 5]");
        assertThat(label(robot, "shapeMeaning"))
                .isEqualTo("4 samples, one for each step of the sequence\n"
                        + "1 timestep in a sample\n5 features, one for each symbol of the alphabet");

        robot.clickOn("#sequenceField1").push(KeyCode.END).write(" 3 4");
        assertThat(label(robot, "inputShape")).isEqualTo("[6, 1, 5]");
    }

    @Test
    void anEqualDraftFromOutsideLeavesTheCaretAlone(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.HOME).push(KeyCode.RIGHT);
        robot.interact(() -> editor.draftProperty().set(TaskDraft.of(Task.reference())));

        assertThat(field(robot, "sequenceField0").getCaretPosition()).isEqualTo(1);
        assertThat(focused()).isEqualTo("sequenceField0");
    }

    @Test
    void anotherDraftFromOutsideIsShown(FxRobot robot) {
        robot.interact(() -> editor.draftProperty().set(TaskDraft.of("a b", "a b", "b a", "a a")));

        assertThat(field(robot, "alphabetField").getText()).isEqualTo("a b");
        assertThat(field(robot, "sequenceField2").getText()).isEqualTo("a a");
        assertThat(editor.taskProperty().get()).contains(Task.parse("a b", "a b", "b a", "a a"));
    }

    @Test
    void aBlankAtTheEndIsNotAnotherTask(FxRobot robot) {
        Object before = editor.taskProperty().get();
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" ");

        assertThat(editor.draftProperty().get().sequences().get(0).text()).isEqualTo("3 0 1 2 3 ");
        assertThat(editor.taskProperty().get()).isSameAs(before);
    }

    @Test
    void undoTakesBackWhatWasTypedInTheField(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" 4").push(KeyCode.CONTROL, KeyCode.Z);

        assertThat(sequences().get(0)).startsWith("3 0 1 2 3").doesNotContain("4");
    }

    @Test
    void onlyTheSequencesInViewHaveFields(FxRobot robot) {
        String[] lines = IntStream.range(0, 200).mapToObj(i -> "0 " + i).toArray(String[]::new);
        String alphabet = String.join(
                " ", IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        robot.interact(() -> editor.draftProperty().set(TaskDraft.of(alphabet, lines)));

        ListView<?> list = robot.lookup("#sequenceList").queryListView();
        assertThat(list.getItems()).hasSize(200);
        assertThat(robot.lookup(".sequence-lines").queryAll()).hasSizeLessThan(30);

        robot.clickOn("#sequenceField0");
        robot.interact(() -> list.scrollTo(199));
        assertThat(field(robot, "sequenceField199").getText()).isEqualTo("0 199");
        assertThat(focused()).isEqualTo("sequenceList");
        robot.write("9");
        assertThat(sequences()).containsExactly(lines);
    }

    private List<String> sequences() {
        return editor.draftProperty().get().sequences().stream()
                .map(TypedSymbols::text)
                .toList();
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAllAs(TextField.class).stream()
                .filter(TaskEditorTest::isInView)
                .findFirst()
                .orElseThrow();
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    private static String problem(FxRobot robot, String place) {
        TextFlow flow = robot.lookup("#taskProblem" + place).queryAs(TextFlow.class);
        assertThat(flow.isVisible()).isTrue();
        assertThat(flow.getChildren().stream().filter(Hyperlink.class::isInstance))
                .isNotEmpty();
        return ((Text) flow.getChildren().get(0)).getText().strip();
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAll().stream().anyMatch(TaskEditorTest::isInView);
    }

    private static boolean isInView(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <R> List<R> rows(FxRobot robot, String id) {
        TableView<R> table = robot.lookup("#" + id).queryTableView();
        return table.getItems();
    }

    private String focused() {
        return editor.getScene().getFocusOwner().getId();
    }

    private static void copy(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
