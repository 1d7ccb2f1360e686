package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lab.carousel.task.Task;
import lab.carousel.task.draft.StepPreview;
import lab.carousel.task.draft.StepPreview.Encoded;
import lab.carousel.task.draft.StepPreview.Pair;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the editor of the task shows, and what its buttons do. */
@ExtendWith(InWindow.class)
class TaskEditorTest extends TaskEditorFixture {

    @Start
    void show(Stage stage) {
        shown = ShownEditor.on(stage, 320);
    }

    @Test
    void showsTheReferenceTask(FxRobot robot) {
        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4");
        assertThat(label(robot, "alphabetCount")).isEqualTo("K = 5");
        assertThat(label(robot, "taskSummary")).isEqualTo("2 sequences, 8 steps");
        assertThat(field(robot, "sequenceField0").getText()).isEqualTo("3 0 1 2 3");
        assertThat(field(robot, "sequenceField1").getText()).isEqualTo("4 0 1 2 4");
        assertThat(shown.project().taskProperty().get()).contains(Task.reference());
    }

    /** Beside the switch there is no room for them in a panel of 320 points. */
    @Test
    void theNumbersOfTheTaskStandInOneLine(FxRobot robot) {
        Label numbers = robot.lookup("#taskSummary").queryAs(Label.class);

        assertThat(numbers.getHeight())
                .isPositive()
                .isLessThan(2 * numbers.getFont().getSize());
        assertThat(numbers.getWidth()).isGreaterThanOrEqualTo(numbers.prefWidth(-1));
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
        robot.interact(() -> shown.project()
                .edit(state -> state.with(state.task().with(Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4")))));
        assertThat(symbols(robot, Text::isUnderline)).containsExactly("2", "2");
        assertThat(symbols(robot, Text::isStrikethrough)).containsExactly("S", "S");
        assertThat(label(robot, "taskMemory"))
                .startsWith("After 0 1 2 comes 3 or 4; the clue is 3 steps back; 2 steps are unknowable");
    }

    @Test
    void typingASequenceChangesTheTaskWithEveryKey(FxRobot robot) {
        robot.clickOn("#sequenceField1").push(KeyCode.END).write(" 3");

        assertThat(shown.project().taskProperty().get()).contains(Task.parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4 3"));
        assertThat(label(robot, "taskSummary")).isEqualTo("2 sequences, 9 steps");
    }

    @Test
    void anUnknownSymbolIsShownUnderItsFieldAndAddedByItsLink(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" 7");

        assertThat(problem(robot, "Sequence0"))
                .isEqualTo("Symbol 6, “7”, is not in the alphabet: add it or change it.");
        assertThat(shown.project().taskProperty().get()).isEmpty();
        assertThat(robot.lookup("#sequenceField0").queryAs(TextField.class).isFocused())
                .isTrue();

        robot.clickOn("#taskFixSequence0-0");

        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4 7");
        assertThat(label(robot, "alphabetCount")).isEqualTo("K = 6");
        assertThat(isShown(robot, "taskProblemSequence0")).isFalse();
        assertThat(shown.project().taskProperty().get())
                .contains(Task.parse("0 1 2 3 4 7", "3 0 1 2 3 7", "4 0 1 2 4"));
    }

    @Test
    void whatIsWrongWithManySequencesIsSaidOnceAndWhereTheKeyboardIs(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" x");
        robot.push(KeyCode.DOWN).push(KeyCode.END).write(" y");
        assertThat(isShown(robot, "taskProblemSequence0")).isTrue();
        assertThat(isShown(robot, "taskProblemSequence1")).isTrue();
        robot.clickOn("#alphabetField");
        assertThat(isShown(robot, "taskProblemSequence0")).isTrue();
        assertThat(isShown(robot, "taskProblemSequence1")).isFalse();
        assertThat(isWrong(robot, "sequenceField1")).as("is marked").isTrue();
        robot.clickOn("#sequenceField0").push(KeyCode.DOWN).clickOn("#taskFixSequence1-0");
        assertThat(field(robot, "alphabetField").getText()).endsWith("y");
    }

    @Test
    void whatIsWrongStandsUnderItsFieldAndCoversNone(FxRobot robot) {
        robot.clickOn("#sequenceField0").push(KeyCode.END).write(" y");
        assertThat(isOverAField(robot, "taskProblemSequence0")).isFalse();
        robot.push(KeyCode.DOWN).push(KeyCode.END).write(" x");
        assertThat(isOverAField(robot, "taskProblemSequence1")).isFalse();
        robot.clickOn("#alphabetField").push(KeyCode.END).write(" 3");
        assertThat(isOverAField(robot, "taskProblemAlphabet")).isFalse();
    }

    private static boolean isOverAField(FxRobot robot, String problem) {
        assertThat(isShown(robot, problem)).isTrue();
        Bounds words = place(robot, problem);
        return Stream.of("alphabetField", "sequenceField0", "sequenceField1")
                .anyMatch(field -> place(robot, field).intersects(words));
    }

    private static Bounds place(FxRobot robot, String id) {
        Node node = robot.lookup("#" + id).queryAll().iterator().next();
        Bounds all = node.localToScene(node.getLayoutBounds());
        // What only touches does not cover
        return new BoundingBox(all.getMinX() + 1, all.getMinY() + 1, all.getWidth() - 2, all.getHeight() - 2);
    }

    @Test
    void manyWrongSequencesScrollOnce(FxRobot robot) {
        copy(robot, "a b c\n".repeat(20));
        robot.clickOn("#sequenceField1").clickOn("#pasteSequences");
        assertThat(robot.lookup("#taskEditor .scroll-bar").queryAllAs(ScrollBar.class).stream()
                        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && FirstControl.isOnScreen(bar))
                        .filter(bar -> bar.getParent().getId() == null
                                || !bar.getParent().getId().equals("pairTable")))
                .hasSize(1);
    }

    @Test
    void anEmptySequenceIsNotWrongButSaysWhatIsMissing(FxRobot robot) {
        robot.clickOn("#addSequence");
        assertThat(isShown(robot, "taskProblemSequence1")).isTrue();
        assertThat(isWrong(robot, "sequenceField1")).isFalse();
        robot.write("3");
        assertThat(isWrong(robot, "sequenceField1")).isTrue();
    }

    private static boolean isWrong(FxRobot robot, String field) {
        return field(robot, field).getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong"));
    }

    @Test
    void aDuplicateSymbolIsShownUnderTheAlphabet(FxRobot robot) {
        robot.clickOn("#alphabetField").push(KeyCode.END).write(" 3");

        assertThat(problem(robot, "Alphabet")).isEqualTo("Symbol 6, “3”, is already in the alphabet: remove it.");
        robot.clickOn("#taskFixAlphabet-0");
        assertThat(field(robot, "alphabetField").getText()).isEqualTo("0 1 2 3 4");
        assertThat(isShown(robot, "taskProblemAlphabet")).isFalse();
    }

    @Test
    void addsMovesRemovesAndDuplicatesByTheButtons(FxRobot robot) {
        robot.clickOn("#sequenceField0").clickOn("#moveSequenceDown");
        assertThat(sequences()).containsExactly("4 0 1 2 4", "3 0 1 2 3");
        assertThat(robot.lookup("#moveSequenceDown").queryAs(Button.class).isDisabled())
                .isTrue();
        robot.clickOn("#moveSequenceUp").clickOn("#addSequence").write("0 1");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1", "4 0 1 2 4");

        robot.clickOn("#duplicateSequence");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1", "0 1", "4 0 1 2 4");

        robot.clickOn("#removeSequence").clickOn("#removeSequence");
        assertThat(sequences()).containsExactly("3 0 1 2 3", "0 1");
        assertThat(field(robot, "sequenceField1").getText()).isEqualTo("0 1");
    }

    @Test
    void theLastSequenceCanGoAndANewOneCome(FxRobot robot) {
        robot.clickOn("#removeSequence").clickOn("#removeSequence");
        assertThat(problem(robot, "Sequences")).isEqualTo("There is nothing to learn yet: add a sequence.");
        assertThat(label(robot, "viewCaption")).isEqualTo("There is no sequence to show yet.");

        robot.clickOn("#taskFixSequences-0").clickOn("#sequenceField0").write("0 1");
        assertThat(shown.project().taskProperty().get()).contains(Task.parse("0 1 2 3 4", "0 1"));
    }

    @Test
    void showsPairsVectorsAndShapeOfTheSelectedSequence(FxRobot robot) {
        robot.clickOn("#sequenceField1");
        assertThat(label(robot, "viewCaption")).isEqualTo("Sequence 2: 4 steps, 1 deciding");
        assertThat(TaskEditorFixture.<Pair>rows(robot, "pairTable"))
                .extracting(Pair::text)
                .containsExactly("4 → 0", "0 → 1", "1 → 2", "2 → 4");

        robot.clickOn("#viewOneHot");
        assertThat(TaskEditorFixture.<Encoded>rows(robot, "vectorTable"))
                .extracting(Encoded::symbol, row -> row.vector().text())
                .startsWith(tuple("4", "[0 0 0 0 1]"), tuple("0", "[1 0 0 0 0]"));

        robot.clickOn("#viewShape");
        assertThat(label(robot, "inputShape")).isEqualTo("[4, 1, 5]");
        assertThat(label(robot, "targetShape")).isEqualTo("[4, 5]");
        assertThat(label(robot, "shapeMeaning"))
                .isEqualTo("4 samples: one per step of the sequence\n"
                        + "1 timestep per sample\n5 features: one per symbol of the alphabet");

        robot.clickOn("#sequenceField1").push(KeyCode.END).write(" 3 4");
        assertThat(label(robot, "inputShape")).isEqualTo("[6, 1, 5]");
    }

    @Test
    void anotherDraftFromOutsideIsShown(FxRobot robot) {
        robot.interact(() ->
                shown.project().edit(state -> state.withListed(draft -> TaskDraft.of("a b", "a b", "b a", "a a"))));

        assertThat(field(robot, "alphabetField").getText()).isEqualTo("a b");
        assertThat(field(robot, "sequenceField2").getText()).isEqualTo("a a");
        assertThat(shown.project().taskProperty().get()).contains(Task.parse("a b", "a b", "b a", "a a"));
    }

    @Test
    void onlyTheSequencesInViewHaveFields(FxRobot robot) {
        String[] lines = IntStream.range(0, 200).mapToObj(i -> "0 " + i).toArray(String[]::new);
        String alphabet = String.join(
                " ", IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        robot.interact(() -> shown.project().edit(state -> state.withListed(draft -> TaskDraft.of(alphabet, lines))));

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

    @Test
    void everySymbolThatMayFollowCountsBySwitchAndKeyboardAndIsUndone(FxRobot robot) {
        robot.interact(() -> shown.project()
                .edit(state -> state.with(state.task().with(Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4")))));
        Task single = shown.project().taskProperty().get().orElseThrow();
        assertThat(expected(robot)).startsWith("S → 3");

        robot.clickOn("#taskSets");
        assertThat(shown.project().taskProperty().get()).contains(single.withSets(true));
        assertThat(expected(robot)).startsWith("S → 3|4", "3 → 0");
        assertThat(symbols(robot, Text::isStrikethrough)).isEmpty();

        robot.interact(() -> shown.project().undo());
        assertThat(shown.project().taskProperty().get()).contains(single);
        assertThat(robot.lookup("#taskSets").queryAs(CheckBox.class).isSelected())
                .isFalse();
        robot.push(KeyCode.SPACE);
        assertThat(shown.project().taskProperty().get()).contains(single.withSets(true));
    }

    private static List<String> expected(FxRobot robot) {
        return robot.lookup("#pairTable").<StepPreview.Pair>queryTableView().getItems().stream()
                .map(StepPreview.Pair::text)
                .toList();
    }
}
