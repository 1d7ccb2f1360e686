package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.session.SessionFile;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RunState;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.file.FileDialogs;
import org.junit.jupiter.api.Test;

/** A lesson from the disk, in the window. */
class MainWindowLessonTest extends LessonNeedsFixture {

    private static final Experiment WIDE = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 33));
    private static final String ONE = "{'title': 'One', 'text': 'text.md'}";

    private Path write(String steps) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lesson"));
        Files.writeString(lesson.resolve("text.md"), "Some **words**, `code`.\n\n- a\n- b\n\n<!-- not shown -->");
        return Files.writeString(
                lesson.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [
                %s
                ]}
                """
                        .formatted(steps.replace('\'', '"')));
    }

    private void openLesson(String steps) throws IOException {
        dialogs.answer = write(steps);
        choose("lessonMenu", "openLesson");
    }

    private static boolean isLabelled(String selector, String... words) {
        return robot.lookup(selector).queryAllAs(Label.class).stream()
                .anyMatch(label -> Stream.of(words).allMatch(label.getText()::contains));
    }

    @Test
    void closingMakesEverythingAsItWas() throws IOException {
        openLesson(ONE);
        open(WIDE);
        fire("lessonClose");
        assertThat(text("hiddenUnits")).as("of a file opened during a lesson").isEqualTo("33");
        assertThat(ExperimentFile.read(folder.resolve("given.carousel"))).isEqualTo(WIDE);
        showPlace("twoSequences");
        openLesson("{'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'softmax'}, 'show': 'cell'}");
        assertThat(text("lessonTitle")).isEqualTo("One");
        assertThat(text("presets")).isEqualTo("Softmax output");
        assertThat(window.lookup("#taskEditor"))
                .as("the lesson is in its place")
                .isNull();
        assertThat(workspace.title().getValue()).isEqualTo("New experiment – Carousel");
        fire("lessonClose");
        assertThat(window.lookup("#lessonCard")).isNull();
        assertThat(text("hiddenUnits")).isEqualTo("33");
        assertThat(workspace.title().getValue()).isEqualTo("given.carousel – Carousel");
        assertThat(text("microscopePlaces")).isEqualTo("Two sequences");
        assertThat(find("taskEditor").isVisible()).isTrue();
        // Changes from before a lesson are not lost
        type("hiddenUnits", "7");
        openLesson("{'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'softmax'}}");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        robot.interact(() -> assertThat(window.mayClose()).isFalse());
        assertThat(dialogs.asked).isEqualTo("Experiment “given.carousel”:\nHidden units: 33 → 7");
        assertThat(text("lessonTitle")).as("goes on").isEqualTo("One");
        dialogs.changes = FileDialogs.Changes.GIVE_UP;
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        assertThat(text("hiddenUnits")).isEqualTo("7");
    }

    @Test
    void placesThatTellTheVerdictAreCoveredWithItUntilTheAnswer() throws IOException {
        openLesson("{'title': 'One', 'text': 'text.md', 'question': {'text': 'Q?', 'choices': ['a', 'b'],"
                + " 'hides': ['status']}}");
        showPlace("forks");
        assertThat(find("cover-place").isVisible()).isTrue();
        assertThat(window.lookup("#forks").isVisible()).isFalse();
        robot.interact(
                () -> assertThat(window.microscope.picture()).as("to be copied").isEmpty());
        showPlace("cell");
        assertThat(find("cover-place").isVisible()).isFalse();
        assertThat(window.lookup("#cell").isVisible()).isTrue();
        showPlace("afterFork");
        assertThat(window.lookup("#afterFork").isVisible()).isFalse();
        fire("lessonChoice1");
        fire("lessonReveal");
        assertThat(find("cover-place").isVisible()).isFalse();
        assertThat(window.lookup("#afterFork").isVisible()).isTrue();
        fire("lessonClose");
        openLesson("{'title': 'Two', 'text': 'text.md', 'question': {'text': 'Q2?', 'choices': ['a', 'b'],"
                + " 'hides': ['status']}}");
        showPlace("afterFork");
        assertThat(window.lookup("#afterFork").isVisible()).isFalse();
        fire("lessonClose");
        showPlace("afterFork");
        assertThat(window.lookup("#afterFork").isVisible())
                .as("without a lesson")
                .isTrue();
    }

    @Test
    void answersAreKeptUntilTheyAreThrownAway() throws IOException {
        String steps =
                """
                {'title': 'One', 'text': 'text.md', 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1}},
                {'title': 'Two', 'text': 'text.md', 'recall': [{'ask': 'A?', 'answer': 'B.'}]}""";
        openLesson(steps);
        fire("lessonChoice1");
        fire("lessonReveal");
        fire("lessonNext");
        fire("lessonClose");
        openLesson(steps);
        assertThat(text("lessonTitle")).isEqualTo("Two");
        assertThat(text("noticeWords")).startsWith("Your earlier answers are still here.");
        openLesson(steps);
        fire("lessonBack");
        assertThat(text("lessonHands1")).isEqualTo("1");
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        robot.interact(() -> assertThat(window.mayClose()).isFalse());
        assertThat(dialogs.asked).isEqualTo("Answers in the lesson “Mine”");
        assertThat(text("lessonTitle")).as("goes on").isEqualTo("One");
        dialogs.answer = folder.resolve("kept.carousel-answers");
        dialogs.changes = FileDialogs.Changes.SAVE;
        robot.interact(() -> assertThat(window.mayClose()).isTrue());
        assertThat(dialogs.answer).exists();
        openLesson(steps);
        choose("lessonWhere", "lessonAnew");
        assertThat(text("lessonTitle")).isEqualTo("One");
        assertThat(progress().isAnyAnswered()).isFalse();
    }

    @Test
    void answersAreThereAgainWithTheSessionThatWasSavedMeanwhile() throws IOException {
        String steps =
                """
                {'title': 'One', 'text': 'text.md', 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1},
                 'needs': [{'change': 'seed'}], 'editors': ['seed']},
                {'title': 'Two', 'text': 'text.md', 'question': {'text': 'R?', 'choices': ['a', 'b', 'c'], 'right': 1}},
                {'title': 'Three', 'text': 'text.md'}""";
        openLesson(steps);
        progress().setStudent("Ada");
        fire("lessonChoice1");
        fire("lessonReveal");
        type("seed", "5");
        await(() -> progress().canGoOn());
        fire("lessonNext");
        fire("lessonChoice3");
        String id = progress().id();
        Path file = folder.resolve("crashed.carousel-session");
        SessionFile.write(file, workspace.session());
        choose("lessonWhere", "lessonAnew");
        fire("lessonClose");
        assertThat(workspace.session().work().answers()).isEmpty();
        robot.interact(() -> workspace.files().goOn(file));
        await(() -> !workspace.session().work().answers().isEmpty());
        assertThat(workspace.session().work()).isEqualTo(SessionFile.read(file).work());
        assertThat(text("noticeAction")).isEqualTo("Open a lesson …");
        robot.interact(() -> workspace.notices().take());
        assertThat(text("lessonTitle")).isEqualTo("Two");
        assertThat(text("lessonHands3")).isEqualTo("1");
        assertThat(progress().isRevealed()).as("can still be changed").isFalse();
        assertThat(progress().id()).isEqualTo(id);
        assertThat(progress().student()).isEqualTo("Ada");
    }

    @Test
    void aLessonOfTheProgramIsInTheMenuAndOfferedByItsTitleWhenItWasAnswered() {
        robot.interact(window::warmUp);
        await(() -> all(((MenuButton) find("lessonMenu")).getItems())
                .anyMatch(item -> "lesson-tutorial".equals(item.getId())));
        Lesson last = ShippedLessons.all().get(1);
        AnswerSheet sheet = AnswerSheet.of(new LessonProgress(last), "");
        robot.interact(() -> workspace.lesson().restore(List.of(sheet)));
        assertThat(text("noticeWords")).isEqualTo("Your answers in the lesson “" + last.title() + "” are still here.");
        robot.interact(() -> workspace.notices().take());
        assertThat(progress().id()).isEqualTo(sheet.from().id());
    }

    @Test
    void afterAnAnswerTheKeyboardStaysInTheLessonAndNothingMoves() throws IOException {
        openLesson(
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'editors': ['hyperparameters'],
                 'needs': [{'updates': 1}], 'question': {'text': 'Q?', 'choices': ['a', 'b'], 'right': 1},
                 'observe': [{'text': 'What?', 'choices': ['c', 'd', 'e', 'f'], 'right': 1}]}""");
        double top = bounds(find("seed")).getMinY();
        assertThat(find("lessonNext").isDisabled())
                .as("the last step still asks")
                .isTrue();
        press("lessonChoice1");
        press("lessonReveal");
        fire("step");
        await(() -> isThere("lessonSeen1-1"));
        assertThat(bounds(find("seed")).getMinY()).isEqualTo(top);
        press("lessonSeen1-1");
        assertThat(bounds(find("seed")).getMinY()).isEqualTo(top);
        assertThat(find("lessonNext").isDisabled()).isFalse();
        // Else the file of one student would replace that of another
        robot.interact(() -> ((TextInputControl) find("lessonStudent")).setText("Ada L."));
        dialogs.answer = null;
        fire("lessonSaveButton");
        assertThat(dialogs.offered).isEqualTo("lesson-Ada-L-" + progress().id().substring(0, 4) + ".carousel-answers");
    }

    /** As with the space bar, so that it has the focus. */
    private void press(String id) {
        focus(id);
        fire(id);
        assertThat(FirstControl.isIn(window.getScene().getFocusOwner(), find("lessonCard")))
                .as("after " + id + ": " + window.getScene().getFocusOwner())
                .isTrue();
    }

    @Test
    void theReadoutLiesOverNothingThatCanBeClicked() throws IOException {
        openLesson("{'title': 'One', 'text': 'text.md', 'editors': ['seed']}");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        await(() -> find("readout").isVisible());
        Bounds readout = bounds(find("readout"));
        assertThat(readout.getWidth()).isPositive();
        assertThat(Nodes.all(window)
                        .filter(node -> node.isFocusTraversable() && FirstControl.isOnScreen(node))
                        .filter(node ->
                                !(node instanceof Region region) || region.getWidth() * region.getHeight() < 20_000)
                        .filter(node -> bounds(node).intersects(readout)))
                .isEmpty();
    }

    @Test
    void everythingALessonCanNameIsInTheWindowAndABrokenOneIsTold() throws IOException {
        // On the thread of the window, where what nobody has looked at yet gets its place
        robot.interact(() -> {
            for (WindowSpot spot : LessonTargets.all()) {
                assertThat(window.lessons().find(spot.id())).as(spot.toString()).isNotNull();
                assertThat(window.lookup("#" + spot.id())).as(spot.toString()).isNotNull();
            }
        });
        Path lesson = write(ONE);
        robot.interact(() -> window.open(lesson));
        assertThat(text("lessonTitle")).as("like any file").isEqualTo("One");
        openLesson("{'title': 'Two', 'text': 'gone.md'}");
        assertThat(text("lessonTitle")).isEqualTo("One");
        assertThat(isLabelled(".notice .label", "lesson.json, line 2", "There is no file “gone.md”"))
                .isTrue();
        fire("microscopeWide");
        assertThat(find("lessonCard").getScene()).as("beside a wide microscope").isNotNull();
        fire("microscopeWide");
        fire("lessonClose");
        assertThat(isOnScreen("taskEditor")).isTrue();
    }

    @Test
    void whatIsLockedCannotBeUsedAndOnlyTheEditorsThatAStepAsksForAreShown() throws IOException {
        openLesson(
                """
                {'title': 'One', 'text': 'text.md', 'lock': ['run', 'presets', 'seed', 'live'], 'editors': ['seed', 'epochs']},
                {'title': 'Two', 'text': 'text.md', 'editors': ['clipping']},
                {'title': 'Three', 'text': 'text.md', 'editors': ['hyperparameters']},
                {'title': 'Four', 'text': 'text.md', 'editors': ['task'], 'lock': ['state'],
                 'question': {'text': 'How low?', 'choices': ['0', '0.07'], 'hides': ['loss', 'microscope']}}""");
        assertThat(find("presets").isDisabled()).isTrue();
        assertThat(find("seed").isDisabled()).isTrue();
        assertThat(find("epochs").isDisabled()).isFalse();
        robot.push(KeyCode.F5).push(KeyCode.F6).push(KeyCode.F10);
        assertThat(workspace.run().state()).isEqualTo(RunState.PAUSED);
        assertThat(workspace.run().updates()).isZero();
        assertThat(((ToggleSwitch) find("live")).isSelected()).isTrue();
        fire("lessonNext");
        assertThat(find("presets").isDisabled()).isFalse();
        assertThat(find("play").isDisabled()).isFalse();
        assertThat(isOnScreen("clipping")).isTrue();
        assertThat(isOnScreen("seed")).isFalse();
        fire("lessonNext");
        assertThat(isOnScreen("clipping")).as("folded away again").isFalse();
        assertThat(isOnScreen("seed")).isTrue();
        fire("lessonNext");
        assertThat(window.lookup("#seed")).isNull();
        assertThat(isOnScreen("taskEditor")).isTrue();
        assertThat(window.lookup("#lossView").isVisible()).isFalse();
        fire("lessonClose");
        assertThat(window.lookup("#lossView").isVisible()).isTrue();
        assertThat(window.lookup("#microscope").isVisible()).isTrue();
        assertThat(window.lookup("#state").isDisabled()).isFalse();
    }

    @Test
    void goingBackLeavesTheExperimentUntilItIsSetUpAgainAndAStepCanBeSkipped() throws IOException {
        openLesson(
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'editors': ['hiddenUnits']},
                {'title': 'Two', 'text': 'text.md', 'set': {'hiddenUnits': 5}, 'editors': ['hiddenUnits'],
                 'needs': [{'run': 'finished'}]},
                {'title': 'Three', 'text': 'text.md', 'set': {'seed': 7}},
                {'title': 'Four', 'text': 'text.md', 'set': {'epochs': 9}}""");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(text("lessonTitle")).isEqualTo("Two");
        assertThat(text("hiddenUnits")).isEqualTo("5");
        assertThat(find("lessonNext").isDisabled()).isTrue();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(text("lessonTitle")).isEqualTo("One");
        assertThat(text("hiddenUnits")).isEqualTo("5");
        fire("lessonAgain");
        assertThat(text("hiddenUnits")).isEqualTo("20");
        choose("lessonWhere", "lessonStep4");
        assertThat(text("lessonTitle")).isEqualTo("Four");
        assertThat(workspace.project().edited())
                .map(edited -> edited.hyperparameters().get(Settings.SEED))
                .contains(7L);
        choose("lessonWhere", "lessonStep2");
        choose("lessonWhere", "lessonSkip");
        assertThat(text("lessonTitle")).isEqualTo("Three");
    }

    private double middle(String words) {
        return window.lookupAll("#lessonQuestion .label").stream()
                .filter(label -> ((Labeled) label).getText().equals(words))
                .mapToDouble(label -> bounds(label).getCenterY())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsAloneChoosesOneAnswerAndIsAskedForNoVotes() throws IOException {
        robot.interact(() -> workspace.lesson().audienceProperty().set(Audience.ALONE));
        openLesson(
                """
                {'title': 'One', 'text': 'text.md', 'experiment': {'preset': 'tutorial'}, 'set': {'epochs': 2},
                 'question': {'text': '?', 'choices': ['a', 'b'], 'right': 2, 'explanation': 'So it is.'},
                 'observe': [{'text': 'Epochs?', 'reads': 'epoch', 'within': 0}]},
                {'title': 'Two', 'text': 'text.md'}""");
        assertThat(isThere("lessonHands1")).isFalse();
        assertThat(isLabelled("#lessonStart .label", "About 5 minutes; by step: 3 · 3"))
                .isTrue();
        assertThat(isLabelled("#lessonStart .label", "s")).as("the aim").isTrue();
        fire("lessonStart-CLASS");
        assertThat(isThere("lessonHands1")).isTrue();
        fire("lessonStart-ALONE");
        assertThat(isThere("lessonHands1")).isFalse();
        assertThat(text("lessonMissing")).startsWith("To go on: choose an answer and commit");
        assertThat(find("lessonReveal").isDisabled()).as("nothing is chosen").isTrue();
        fire("lessonChoice1");
        fire("lessonChoice2");
        fire("lessonChoice1");
        assertThat(progress().answers().before().orElseThrow().hands()).containsExactly(1, 0);
        assertThat(progress().canGoOn()).as("not committed to").isFalse();
        fire("lessonReveal");
        assertThat(text("lessonNow")).isEqualTo("Locked in: A. Now watch the run. Would you change your answer?");
        train();
        fire("lessonChoice2");
        type("lessonRead1", "2");
        fire("lessonCheck1");
        assertThat(text("lessonHands1")).isEqualTo("at first");
        assertThat(middle("A")).as("beside its words").isCloseTo(middle("a"), within(1.0));
        assertThat(text("lessonHands2")).isEqualTo("your answer now");
        choose("lessonWhere", "lessonAudience-CLASS");
        assertThat(text("lessonHands1")).isEqualTo("1 → 0");
        assertThat(workspace.lesson().audienceProperty().get()).as("kept").isEqualTo(Audience.CLASS);
        choose("lessonWhere", "lessonAudience-ALONE");
        fire("lessonNext");
        assertThat(isLabelled("#lessonAnswers .label", "Step 1, One: a (not right)"))
                .isTrue();
    }
}
