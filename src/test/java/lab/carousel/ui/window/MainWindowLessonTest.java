package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.session.SessionFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A lesson from the disk, in the window. */
class MainWindowLessonTest extends MainWindowFixture {

    private static final Experiment WIDE =
            Experiment.reference().with(Experiment.reference().hyperparameters().with(Settings.HIDDEN_UNITS, 33));

    private Path write(String steps) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(lesson.resolve("text.md"), "Some **words**, `code`.\n\n- a\n- b\n\n<!-- not shown -->");
        Files.writeString(
                lesson.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [
                %s
                ]}
                """
                        .formatted(steps.replace('\'', '"')));
        return lesson.resolve("lesson.json");
    }

    private void openLesson(FxRobot robot, String steps) throws IOException {
        dialogs.answer = write(steps);
        robot.interact(() -> item(robot, "lessonMenu", "openLesson").fire());
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) find(robot, id)).fire());
    }

    @Test
    void theMenuHasItsLessonsBeforeItIsOpened(FxRobot robot) throws Exception {
        robot.interact(window::warmUp);
        await(() -> ((MenuButton) find(robot, "lessonMenu"))
                .getItems().stream().anyMatch(item -> "lesson-tutorial".equals(item.getId())));
    }

    @Test
    void closingMakesEverythingAsItWas(FxRobot robot) throws Exception {
        open(robot, WIDE);
        showPlace(robot, "twoSequences");
        openLesson(robot, "{'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'softmax'}, 'show': 'cell'}");
        assertThat(text(robot, "lessonTitle")).isEqualTo("One");
        assertThat(text(robot, "presets")).isEqualTo("Softmax output");
        assertThat(window.lookup("#taskEditor"))
                .as("the lesson is in its place")
                .isNull();
        assertThat(workspace.title().getValue()).isEqualTo("New experiment – Carousel");
        fire(robot, "lessonClose");
        assertThat(window.lookup("#lessonCard")).isNull();
        assertThat(text(robot, "hiddenUnits")).isEqualTo("33");
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
        assertThat(text(robot, "microscopePlaces")).isEqualTo("Two sequences");
        assertThat(find(robot, "taskEditor").isVisible()).isTrue();
    }

    @Test
    void changesFromBeforeTheLessonAreNotLost(FxRobot robot) throws Exception {
        type(robot, "hiddenUnits", "7");
        openLesson(robot, "{'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'softmax'}}");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        robot.interact(() -> assertThat(window.mayClose()).isFalse());
        assertThat(text(robot, "hiddenUnits")).isEqualTo("7");
    }

    @Test
    void answersAreKeptUntilTheyAreThrownAway(FxRobot robot) throws Exception {
        String steps =
                """
                {'title': 'One', 'text': 'text.md', 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1}},
                {'title': 'Two', 'text': 'text.md', 'recall': [{'ask': 'A?', 'answer': 'B.'}]}""";
        openLesson(robot, steps);
        fire(robot, "lessonChoice1");
        fire(robot, "lessonReveal");
        fire(robot, "lessonNext");
        fire(robot, "lessonClose");
        openLesson(robot, steps);
        assertThat(text(robot, "lessonTitle")).isEqualTo("Two");
        assertThat(text(robot, "noticeWords")).startsWith("The answers from before are still there.");
        openLesson(robot, steps);
        fire(robot, "lessonBack");
        assertThat(text(robot, "lessonHands1")).isEqualTo("1");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        robot.interact(() -> assertThat(window.mayClose()).isFalse());
        assertThat(dialogs.asked).isEqualTo("Answers in the lesson “Mine”");
        assertThat(text(robot, "lessonTitle")).as("goes on").isEqualTo("One");
        dialogs.answer = folder.resolve("kept.carousel-answers");
        dialogs.changes = FileDialogs.Changes.SAVE;
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        assertThat(dialogs.answer).exists();
        openLesson(robot, steps);
        robot.interact(() -> item(robot, "lessonWhere", "lessonAnew").fire());
        assertThat(text(robot, "lessonTitle")).isEqualTo("One");
        assertThat(window.lessons().progress().orElseThrow().isAnyAnswered()).isFalse();
    }

    @Test
    void answersAreThereAgainWithTheSessionThatWasSavedMeanwhile(FxRobot robot) throws Exception {
        String steps =
                """
                {'title': 'One', 'text': 'text.md', 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1},
                 'needs': [{'change': 'seed'}], 'editors': ['seed']},
                {'title': 'Two', 'text': 'text.md', 'question': {'text': 'R?', 'choices': ['a', 'b', 'c'], 'right': 1}},
                {'title': 'Three', 'text': 'text.md'}""";
        openLesson(robot, steps);
        window.lessons().progress().orElseThrow().setStudent("Ada");
        fire(robot, "lessonChoice1");
        fire(robot, "lessonReveal");
        type(robot, "seed", "5");
        await(() -> window.lessons().progress().orElseThrow().canGoOn());
        fire(robot, "lessonNext");
        fire(robot, "lessonChoice3");
        String id = window.lessons().progress().orElseThrow().id();
        Path file = folder.resolve("crashed.carousel-session");
        SessionFile.write(file, workspace.session());
        robot.interact(() -> item(robot, "lessonWhere", "lessonAnew").fire());
        fire(robot, "lessonClose");
        assertThat(workspace.session().work().answers()).isEmpty();

        robot.interact(() -> workspace.files().goOn(file));
        await(() -> !workspace.session().work().answers().isEmpty());
        assertThat(workspace.session().work()).isEqualTo(SessionFile.read(file).work());
        assertThat(text(robot, "noticeAction")).isEqualTo("Open a lesson …");
        robot.interact(() -> workspace.notices().take());

        assertThat(text(robot, "lessonTitle")).isEqualTo("Two");
        assertThat(text(robot, "lessonHands3")).isEqualTo("1");
        assertThat(window.lessons().progress().orElseThrow().isRevealed())
                .as("can still be changed")
                .isFalse();
        assertThat(window.lessons().progress().orElseThrow().id()).isEqualTo(id);
        assertThat(window.lessons().progress().orElseThrow().student()).isEqualTo("Ada");
        fire(robot, "lessonBack");
        assertThat(text(robot, "lessonHands1")).isEqualTo("1");
        assertThat(window.lessons().progress().orElseThrow().canGoOn())
                .as("nothing is asked for twice")
                .isTrue();
    }

    @Test
    void aLessonOfTheProgramThatWasAnsweredIsOfferedByItsTitle(FxRobot robot) {
        Lesson last = ShippedLessons.all(window.lessons().spots()).get(1);
        AnswerSheet sheet = AnswerSheet.of(new LessonProgress(last), "");
        robot.interact(() -> workspace.lesson().restore(List.of(sheet)));
        assertThat(text(robot, "noticeWords"))
                .isEqualTo("The answers in the lesson “" + last.title() + "” are still there.");
        robot.interact(() -> workspace.notices().take());
        assertThat(window.lessons().progress().orElseThrow().id())
                .isEqualTo(sheet.from().id());
    }

    /** Else the file of one student would replace that of another. */
    @Test
    void answersHaveANameOfTheirOwnForEachStudent(FxRobot robot) throws Exception {
        openLesson(robot, "{'title': 'One', 'text': 'text.md'}");
        robot.interact(() -> ((TextInputControl) find(robot, "lessonStudent")).setText("Ada L."));
        dialogs.answer = null;
        fire(robot, "lessonSaveButton");
        String id = window.lessons().progress().orElseThrow().id().substring(0, 4);
        assertThat(dialogs.offered).isEqualTo("lesson-Ada-L-" + id + ".carousel-answers");
    }

    @Test
    void afterAnAnswerTheKeyboardStaysInTheLessonAndNothingMoves(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'editors': ['hyperparameters'],
                 'needs': [{'updates': 1}], 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1},
                 'observe': [{'text': 'What?', 'choices': ['c', 'd', 'e', 'f'], 'right': 1}]}""");
        double top = top(robot, "seed");
        assertThat(find(robot, "lessonNext").isDisabled())
                .as("the last step still asks")
                .isTrue();
        for (String answer : List.of("lessonChoice1", "lessonReveal")) {
            press(robot, answer);
        }
        fire(robot, "step");
        await(() -> robot.lookup("#lessonSeen1-1").tryQuery().isPresent());
        assertThat(top(robot, "seed")).isEqualTo(top);
        press(robot, "lessonSeen1-1");
        assertThat(top(robot, "seed")).isEqualTo(top);
        assertThat(find(robot, "lessonNext").isDisabled()).isFalse();
    }

    @Test
    void theReadoutLiesOverNothingThatCanBeClicked(FxRobot robot) throws Exception {
        openLesson(robot, "{'title': 'One', 'text': 'text.md', 'editors': ['seed']}");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        await(() -> find(robot, "readout").isVisible());
        Frames.settle();
        Bounds readout =
                find(robot, "readout").localToScene(find(robot, "readout").getLayoutBounds());
        List<Node> under = Nodes.all(window)
                .filter(node -> node.isFocusTraversable() && FirstControl.isOnScreen(node))
                .filter(node -> !(node instanceof Region region) || region.getWidth() * region.getHeight() < 20_000)
                .filter(node -> node.localToScene(node.getLayoutBounds()).intersects(readout))
                .toList();
        assertThat(readout.getWidth()).isPositive();
        assertThat(under).isEmpty();
    }

    private static double top(FxRobot robot, String id) {
        return find(robot, id).localToScene(0, 0).getY();
    }

    /** As with the space bar, so that it has the focus. */
    private void press(FxRobot robot, String id) throws TimeoutException {
        robot.interact(() -> find(robot, id).requestFocus());
        fire(robot, id);
        Frames.settle();
        assertThat(FirstControl.isIn(window.getScene().getFocusOwner(), find(robot, "lessonCard")))
                .as("after " + id + ": " + window.getScene().getFocusOwner())
                .isTrue();
    }

    @Test
    void aBrokenLessonIsToldAndTheOneBeforeGoesOn(FxRobot robot) throws Exception {
        openLesson(robot, "{'title': 'One', 'text': 'text.md'}");
        openLesson(robot, "{'title': 'Two', 'text': 'gone.md'}");
        assertThat(text(robot, "lessonTitle")).isEqualTo("One");
        assertThat(robot.lookup(".notice .label").queryAll())
                .anySatisfy(label -> assertThat(((javafx.scene.control.Label) label).getText())
                        .contains("lesson.json, line 2")
                        .contains("There is no file “gone.md”"));
    }

    @Test
    void everythingALessonCanNameIsInTheWindow(FxRobot robot) {
        // On the thread of the window, where what nobody has looked at yet gets its place
        robot.interact(() -> {
            for (WindowSpot spot : window.lessons().spots().all()) {
                assertThat(window.lessons().find(spot.id())).as(spot.toString()).isNotNull();
                assertThat(window.lookup("#" + spot.id())).as(spot.toString()).isNotNull();
            }
        });
    }

    @Test
    void whatIsLockedCannotBeUsed(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'lock': ['run', 'presets', 'seed', 'live'], 'editors': ['seed', 'epochs']},
                {'title': 'Two', 'text': 'text.md'}""");
        assertThat(find(robot, "presets").isDisabled()).isTrue();
        assertThat(find(robot, "seed").isDisabled()).isTrue();
        assertThat(find(robot, "epochs").isDisabled()).isFalse();
        robot.push(KeyCode.F5).push(KeyCode.F6).push(KeyCode.F10);
        assertThat(workspace.state()).isEqualTo(RunState.PAUSED);
        assertThat(workspace.updates()).isZero();
        assertThat(((atlantafx.base.controls.ToggleSwitch) find(robot, "live")).isSelected())
                .isTrue();
        fire(robot, "lessonNext");
        assertThat(find(robot, "presets").isDisabled()).isFalse();
        assertThat(find(robot, "play").isDisabled()).isFalse();
    }

    @Test
    void onlyTheEditorsThatAStepAsksForAreShown(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'editors': ['clipping']},
                {'title': 'Two', 'text': 'text.md', 'editors': ['hyperparameters']},
                {'title': 'Three', 'text': 'text.md', 'editors': ['task']}""");
        assertThat(isShown(robot, "clipping")).isTrue();
        assertThat(isShown(robot, "seed")).isFalse();
        fire(robot, "lessonNext");
        assertThat(isShown(robot, "clipping")).as("folded away again").isFalse();
        assertThat(isShown(robot, "seed")).isTrue();
        fire(robot, "lessonNext");
        assertThat(window.lookup("#seed")).isNull();
        assertThat(isShown(robot, "taskEditor")).isTrue();
    }

    private static boolean isShown(FxRobot robot, String id) {
        for (Node node = find(robot, id); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void goingBackLeavesTheExperimentUntilItIsSetUpAgain(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'editors': ['hiddenUnits']},
                {'title': 'Two', 'text': 'text.md', 'set': {'hiddenUnits': 5}, 'editors': ['hiddenUnits']}""");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(text(robot, "lessonTitle")).isEqualTo("Two");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("5");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text(robot, "lessonTitle")).isEqualTo("One");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("5");
        fire(robot, "lessonAgain");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("20");
    }

    @Test
    void aQuestionCoversTheOutcomeWhileTheRunGoesOn(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'needs': [{'run': 'finished'}],
                 'question': {'text': 'How low?', 'choices': ['0', '0.07'], 'right': 2, 'explanation': 'The floor.',
                   'hides': ['loss', 'status']}},
                {'title': 'Two', 'text': 'text.md'}""");
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        assertThat(window.lookup("#status").isVisible()).isFalse();
        await(() -> text(robot, "lessonMissing")
                .equals("Before the next step: type how many chose each answer, then reveal."));
        type(robot, "lessonHands2", "12");
        fire(robot, "lessonReveal");
        assertThat(window.lookup("#status").isVisible()).isTrue();
        assertThat(robot.lookup("#cover-status").tryQuery()).isEmpty();
        assertThat(robot.lookup("#lessonExplanation").tryQuery()).isPresent();
        fire(robot, "lessonNext");
        assertThat(robot.lookup("#lessonAnswers .label").queryAll())
                .anySatisfy(label -> assertThat(((javafx.scene.control.Label) label).getText())
                        .isEqualTo("Step 1, One: 12 of 12 right"));
    }

    @Test
    void closingUncoversAndUnlocks(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'lock': ['state'],
                 'question': {'text': 'How low?', 'choices': ['0', '0.07'], 'hides': ['loss', 'microscope']}}""");
        assertThat(window.lookup("#lossView").isVisible()).isFalse();
        fire(robot, "lessonClose");
        assertThat(window.lookup("#lossView").isVisible()).isTrue();
        assertThat(window.lookup("#microscope").isVisible()).isTrue();
        assertThat(window.lookup("#state").isDisabled()).isFalse();
    }

    @Test
    void theLessonStaysBesideAWideMicroscope(FxRobot robot) throws Exception {
        openLesson(robot, "{'title': 'One', 'text': 'text.md'}");
        fire(robot, "microscopeWide");
        assertThat(find(robot, "lessonCard").getScene()).isNotNull();
        fire(robot, "microscopeWide");
        fire(robot, "lessonClose");
        assertThat(isShown(robot, "taskEditor")).isTrue();
    }

    @Test
    void aFileOpenedDuringALessonStays(FxRobot robot) throws Exception {
        openLesson(robot, "{'title': 'One', 'text': 'text.md'}");
        open(robot, WIDE);
        fire(robot, "lessonClose");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("33");
        assertThat(ExperimentFile.read(folder.resolve("given.carousel"))).isEqualTo(WIDE);
    }

    @Test
    void aLessonIsOpenedLikeAnyFile(FxRobot robot) throws IOException, TimeoutException {
        Path lesson = write("{'title': 'One', 'text': 'text.md'}");
        robot.interact(() -> window.open(lesson));
        assertThat(text(robot, "lessonTitle")).isEqualTo("One");
    }

    @Test
    void whatIsSeenIsAskedBeforeItIsExplainedAndTheAnswersAreSaved(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'id': 'floor', 'title': 'One', 'text': 'text.md',
                 'experiment': {'preset': 'tutorial'}, 'set': {'epochs': 2},
                 'question': {'text': '?', 'choices': ['a', 'b'], 'right': 2,
                              'explanation': 'So it is.', 'reason': true},
                 'observe': [{'text': 'Epochs?', 'reads': 'epoch', 'within': 0},
                             {'text': 'Verdict?', 'reads': 'verdict'}],
                 'recall': [{'ask': 'c?', 'answer': 'The cell state.'}]},
                {'title': 'Two', 'text': 'text.md',
                 'experiment': {'preset': 'letters'}, 'transfer': true, 'listTries': true}""");
        fire(robot, "lessonChoice1");
        type(robot, "lessonReason", "because");
        fire(robot, "lessonReveal");
        assertThat(window.lookup("#lessonExplanation")).isNull();
        assertThat(text(robot, "lessonMissing")).contains("say what you see");
        type(robot, "lessonRead1", "3");
        fire(robot, "lessonCheck1");
        assertThat(text(robot, "lessonObserveHint1")).contains("train first");
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        fire(robot, "lessonChoice2");
        fire(robot, "lessonCheck1");
        assertThat(text(robot, "lessonObserved1")).isEqualTo("You see: 3. The run shows: 2. Look again.");
        fire(robot, "lessonSeen2-3");
        assertThat(text(robot, "lessonObserved2")).isEqualTo("You see: not yet. So it is.");
        assertThat(text(robot, "lessonHands1")).isEqualTo("1 → 0");
        assertThat(find(robot, "lessonExplanation").isVisible()).isTrue();
        fire(robot, "lessonTurn1");
        fire(robot, "lessonKnew1");
        fire(robot, "lessonNext");
        assertThat(find(robot, "lessonTransfer").isVisible()).isTrue();
        assertThat(robot.lookup("#lessonTries .label").queryAll())
                .anySatisfy(label -> assertThat(((javafx.scene.control.Label) label).getText())
                        .isEqualTo("1. Epochs: 2: not yet, 1 of 8 right"));
        type(robot, "lessonStudent", "Ada");
        Path saved = folder.resolve("ada.carousel-answers");
        dialogs.answer = saved;
        fire(robot, "lessonSaveButton");
        await(() -> Files.exists(saved));
        AnswerSheet sheet = AnswersFile.parse("ada", Files.readAllBytes(saved));
        assertThat(sheet.from().student()).isEqualTo("Ada");
        assertThat(sheet.lesson().name()).isEqualTo("lesson");
        assertThat(sheet.answers().get("floor").reason()).isEqualTo("because");
        assertThat(sheet.answers().get("floor").known()).containsExactly(java.util.Optional.of(true));
        assertThat(sheet.runs()).hasSize(1);
    }

    @Test
    void aStepCanBeSkippedAndAnyOneEntered(FxRobot robot) throws Exception {
        openLesson(
                robot,
                """
                {'title': 'One', 'text': 'text.md', 'needs': [{'run': 'finished'}]},
                {'title': 'Two', 'text': 'text.md', 'set': {'seed': 7}},
                {'title': 'Three', 'text': 'text.md', 'set': {'epochs': 9}}""");
        assertThat(find(robot, "lessonNext").isDisabled()).isTrue();
        robot.interact(() -> item(robot, "lessonWhere", "lessonStep3").fire());
        assertThat(text(robot, "lessonTitle")).isEqualTo("Three");
        assertThat(workspace.lab().editedProperty().get())
                .map(edited -> edited.hyperparameters().get(Settings.SEED))
                .contains(7L);
        robot.interact(() -> item(robot, "lessonWhere", "lessonStep1").fire());
        robot.interact(() -> item(robot, "lessonWhere", "lessonSkip").fire());
        assertThat(text(robot, "lessonTitle")).isEqualTo("Two");
    }
}
