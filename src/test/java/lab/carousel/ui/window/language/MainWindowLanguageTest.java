package lab.carousel.ui.window.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The language is changed while everything goes on. */
class MainWindowLanguageTest extends LanguageFixture {

    private void trainToTheEnd(FxRobot robot) throws TimeoutException {
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
    }

    private static String verdict(Snapshot end) {
        return VerdictWords.of(end.evaluation()).headline();
    }

    @Test
    void aFinishedRunIsToldInTheOtherLanguageAndBack(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        Snapshot end = workspace.snapshot().orElseThrow();
        String loss = text(robot, "loss");
        String english = text(robot, "verdict");
        choose(robot, InLanguage.GERMAN);
        assertThat(remembered).hasValue(InLanguage.GERMAN);
        assertThat(workspace.snapshot().orElseThrow()).isSameAs(end);
        assertThat(workspace.state()).isEqualTo(RunState.FINISHED);
        assertThat(text(robot, "loss")).isEqualTo(loss);
        assertThat(text(robot, "verdict")).isNotEqualTo(english).isEqualTo(verdict(end));
        assertThat(text(robot, "fileMenu")).isEqualTo("Datei");
        choose(robot, Language.ENGLISH);
        assertThat(text(robot, "verdict")).isEqualTo(english);
        assertThat(text(robot, "loss")).isEqualTo(loss);
        assertThat(text(robot, "fileMenu")).isEqualTo("File");
        assertThat(workspace.snapshot().orElseThrow()).isSameAs(end);
    }

    @Test
    void keysStillLeadToTheMenusOfTheWindowThatIsShown(FxRobot robot) throws TimeoutException {
        choose(robot, InLanguage.GERMAN);
        choose(robot, Language.ENGLISH);
        choose(robot, InLanguage.GERMAN);
        Map<KeyCombination, Runnable> keys = window.getScene().getAccelerators();
        assertThat(keys).containsKey(KeyCombination.valueOf("F9"));
        robot.interact(() -> keys.get(KeyCombination.valueOf("F9")).run());
        assertThat(window.getStyleClass()).contains("dark");
        assertThat(((CheckMenuItem) item(robot, "viewMenu", "view-dark")).isSelected())
                .isTrue();
        robot.interact(() -> keys.get(KeyCombination.valueOf("F9")).run());
        assertThat(window.getStyleClass()).doesNotContain("dark");
    }

    @Test
    void aRunGoesOn(FxRobot robot) throws TimeoutException {
        type(robot, "epochs", "1000000");
        Frames.letGoOn();
        fire(robot, "play");
        await(() -> workspace.updates() > 1_000);
        choose(robot, InLanguage.GERMAN);
        long then = workspace.updates();
        assertThat(workspace.isTraining()).isTrue();
        await(() -> workspace.updates() > then);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.PAUSED);
        assertThat(text(robot, "epochs")).isEqualTo("1000000");
    }

    @Test
    void whatIsLookedAtStays(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        awaitHeatmap(robot);
        robot.interact(() -> {
            workspace.selection().layerProperty().set(HeatmapLayer.FORGET_GATE);
            workspace.selection().unitProperty().set(7);
            workspace
                    .selection()
                    .stepProperty()
                    .set(workspace.snapshot().orElseThrow().experiment().task().step(1, 3));
            ((Slider) find(robot, "speed")).setValue(2);
            ((ToggleButton) find(robot, "lossLogarithmic")).fire();
            ((Slider) find(robot, "historySlider")).setValue(40);
        });
        showPlace(robot, "twoSequences");
        await(() -> !((ComboBox<?>) find(robot, "twoSequencesFirst")).getItems().isEmpty());
        robot.interact(() -> select(robot, "twoSequencesFirst", 1));
        int epoch = workspace.shown().orElseThrow().position().epoch();
        choose(robot, InLanguage.GERMAN);
        awaitHeatmap(robot);
        await(() -> ((ComboBox<?>) find(robot, "twoSequencesFirst"))
                        .getSelectionModel()
                        .getSelectedIndex()
                == 1);
        assertThat(workspace.shown().orElseThrow().position().epoch())
                .isEqualTo(epoch)
                .isLessThan(250);
        assertThat(workspace.selection().unitProperty().get()).isEqualTo(7);
        assertThat(workspace.selection().stepProperty().get().number()).isEqualTo(3);
        assertThat(workspace.selection().layerProperty().get()).isEqualTo(HeatmapLayer.FORGET_GATE);
        assertThat(((Slider) find(robot, "speed")).getValue()).isEqualTo(2);
        assertThat(((ToggleButton) find(robot, "lossLogarithmic")).isSelected()).isTrue();
        assertThat(text(robot, "microscopePlaces")).isEqualTo(Message.text("twoSequences.menu"));
    }

    @Test
    void editsPinnedRunsAndLesionsStay(FxRobot robot) throws TimeoutException {
        trainToTheEnd(robot);
        awaitHeatmap(robot);
        showPlace(robot, "compare");
        fire(robot, "pinRun");
        showPlace(robot, "lesion");
        type(robot, "lesionUnitsField", "3");
        fire(robot, "lesionAdd");
        type(robot, "seed", "77");
        setSelected(robot, "view-dark", true);
        choose(robot, InLanguage.GERMAN);
        assertThat(item(robot, "editMenu", "undo").getText())
                .isEqualTo(Message.text("undo.undo.name", Message.text("hyperparameters.seed.label")));
        robot.interact(() -> item(robot, "editMenu", "undo").fire());
        assertThat(text(robot, "seed")).isEqualTo("1");
        robot.interact(() -> item(robot, "editMenu", "redo").fire());
        assertThat(text(robot, "seed")).isEqualTo("77");
        assertThat(window.getStyleClass()).contains("dark");
        // Not there before it is looked at
        showPlace(robot, "compare");
        assertThat(robot.lookup("#pinnedSummary1").tryQuery()).isPresent();
        showPlace(robot, "lesion");
        await(() -> text(robot, "lesionCount").contains("1"));
        setSelected(robot, "view-dark", false);
    }

    @Test
    void aLessonGoesOn(FxRobot robot) throws Exception {
        Files.writeString(folder.resolve("text.md"), "Some words");
        Files.writeString(folder.resolve("text.de.md"), "Ein paar Worte");
        Files.writeString(
                folder.resolve("lesson.de.json"), "{\"title\": \"Meine\", \"steps\": [{}, {\"title\": \"Zwei\"}]}");
        dialogs.answer = Files.writeString(
                folder.resolve("lesson.json"),
                """
                {"format": "carousel lesson", "version": 1, "title": "Mine", "minutes": 5, "summary": "s", "steps": [
                  {"title": "One", "text": "text.md", "set": {"seed": 5},
                   "question": {"text": "Which?", "choices": ["this", "that"]}},
                  {"title": "Two", "text": "text.md", "editors": ["seed"], "needs": [{"change": "seed"}]}
                ]}
                """);
        robot.interact(() -> item(robot, "lessonMenu", "openLesson").fire());
        fire(robot, "lessonChoice2");
        fire(robot, "lessonReveal");
        fire(robot, "lessonNext");
        type(robot, "seed", "6");
        await(() -> workspace.lesson().progress().orElseThrow().missing().isEmpty());
        choose(robot, InLanguage.GERMAN);
        assertThat(text(robot, "lessonTitle")).isEqualTo("Zwei");
        assertThat(workspace.lesson().progress().orElseThrow().missing()).isEmpty();
        assertThat(text(robot, "seed")).as("not set up again").isEqualTo("6");
        fire(robot, "lessonBack");
        assertThat(text(robot, "lessonHands2")).isEqualTo("1");
        fire(robot, "lessonNext");
        fire(robot, "lessonNext");
        assertThat(workspace.lesson().progress()).isEmpty();
        assertThat(text(robot, "seed")).as("as before the lesson").isEqualTo("1");
    }

    @Test
    void aStudyGoesOn(FxRobot robot) throws TimeoutException {
        fire(robot, "showStudies");
        type(robot, "studySeeds", "400");
        await(() -> !find(robot, "runStudy").isDisabled());
        fire(robot, "runStudy");
        Frames.awaitInTime(() -> !text(robot, "studyProgress").isEmpty());
        choose(robot, InLanguage.GERMAN);
        assertThat(find(robot, "studies").isVisible()).isTrue();
        assertThat(text(robot, "studySeeds")).isEqualTo("400");
        assertThat(text(robot, "studyTitle")).isEqualTo(Message.text("studies.manySeeds.title"));
        Frames.awaitInTime(() -> !find(robot, "cancelStudy").isDisabled());
        fire(robot, "cancelStudy");
        Frames.awaitInTime(() -> !find(robot, "runStudy").isDisabled());
    }
}
