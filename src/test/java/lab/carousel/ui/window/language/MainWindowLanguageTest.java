package lab.carousel.ui.window.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The language is changed while everything goes on. */
class MainWindowLanguageTest extends MainWindowFixture {

    @Test
    void aFinishedRunIsToldInTheOtherLanguageAndBackAndKeysLeadToTheMenusThatAreShown() {
        train();
        Snapshot end = network();
        String loss = text("loss");
        String english = text("verdict");
        speak(InLanguage.GERMAN);
        assertThat(remembered).hasValue(InLanguage.GERMAN);
        assertThat(network()).isSameAs(end);
        assertThat(workspace.state()).isEqualTo(RunState.FINISHED);
        assertThat(text("loss")).isEqualTo(loss.replace('.', ','));
        assertThat(text("verdict"))
                .isNotEqualTo(english)
                .isEqualTo(VerdictWords.of(end.evaluation()).headline());
        assertThat(text("fileMenu")).isEqualTo("Datei");
        speak(Language.ENGLISH);
        assertThat(text("verdict")).isEqualTo(english);
        assertThat(text("loss")).isEqualTo(loss);
        assertThat(text("fileMenu")).isEqualTo("File");
        assertThat(network()).isSameAs(end);
        speak(InLanguage.GERMAN);
        Runnable dark = window.getScene().getAccelerators().get(KeyCombination.valueOf("F9"));
        robot.interact(dark);
        assertThat(window.getStyleClass()).contains("dark");
        assertThat(((CheckMenuItem) item("viewMenu", "view-dark")).isSelected()).isTrue();
        robot.interact(dark);
        assertThat(window.getStyleClass()).doesNotContain("dark");
    }

    @Test
    void aRunGoesOn() {
        type("epochs", "1000000");
        Frames.letGoOn();
        fire("play");
        await(() -> workspace.updates() > 1_000);
        speak(InLanguage.GERMAN);
        long then = workspace.updates();
        assertThat(workspace.isTraining()).isTrue();
        await(() -> workspace.updates() > then);
        fire("play");
        await(() -> workspace.state() == RunState.PAUSED);
        assertThat(text("epochs")).isEqualTo("1000000");
    }

    @Test
    void whatIsLookedAtEditedPinnedAndLesionedStays() {
        train();
        awaitHeatmap();
        robot.interact(() -> {
            workspace.selection().layerProperty().set(HeatmapLayer.FORGET_GATE);
            workspace.selection().unitProperty().set(7);
            workspace
                    .selection()
                    .stepProperty()
                    .set(network().experiment().task().step(1, 3));
        });
        slide("speed", 2);
        fire("lossLogarithmic");
        showPlace("compare");
        pin();
        showPlace("lesion");
        type("lesionUnitsField", "3");
        fire("lesionAdd");
        showPlace("twoSequences");
        select("twoSequencesFirst", 1);
        slide("historySlider", 40);
        int epoch = workspace.shown().orElseThrow().position().epoch();
        speak(InLanguage.GERMAN);
        awaitHeatmap();
        await(() ->
                ((ComboBox<?>) find("twoSequencesFirst")).getSelectionModel().getSelectedIndex() == 1);
        assertThat(workspace.shown().orElseThrow().position().epoch())
                .isEqualTo(epoch)
                .isLessThan(250);
        assertThat(workspace.selection().unitProperty().get()).isEqualTo(7);
        assertThat(workspace.selection().stepProperty().get().number()).isEqualTo(3);
        assertThat(workspace.selection().layerProperty().get()).isEqualTo(HeatmapLayer.FORGET_GATE);
        assertThat(((Slider) find("speed")).getValue()).isEqualTo(2);
        assertThat(((ToggleButton) find("lossLogarithmic")).isSelected()).isTrue();
        assertThat(text("microscopePlaces")).isEqualTo(Message.text("twoSequences.menu"));
        // Not there before it is looked at
        showPlace("compare");
        assertThat(isThere("pinnedSummary1")).isTrue();
        showPlace("lesion");
        await(() -> text("lesionCount").contains("1"));
        type("seed", "77");
        setSelected("view-dark", true);
        speak(Language.ENGLISH);
        assertThat(item("editMenu", "undo").getText()).isEqualTo("Undo: Seed");
        undo();
        assertThat(text("seed")).isEqualTo("1");
        redo();
        assertThat(text("seed")).isEqualTo("77");
        assertThat(window.getStyleClass()).contains("dark");
        setSelected("view-dark", false);
    }

    @Test
    void aLessonGoesOn() throws Exception {
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
        choose("lessonMenu", "openLesson");
        fire("lessonChoice2");
        fire("lessonReveal");
        fire("lessonNext");
        type("seed", "6");
        await(() -> workspace.lesson().progress().orElseThrow().missing().isEmpty());
        speak(InLanguage.GERMAN);
        assertThat(text("lessonTitle")).isEqualTo("Zwei");
        assertThat(workspace.lesson().progress().orElseThrow().missing()).isEmpty();
        assertThat(text("seed")).as("not set up again").isEqualTo("6");
        fire("lessonBack");
        assertThat(text("lessonHands2")).isEqualTo("deine Antwort");
        fire("lessonNext");
        fire("lessonNext");
        assertThat(workspace.lesson().progress()).isEmpty();
        assertThat(text("seed")).as("as before the lesson").isEqualTo("1");
    }

    @Test
    void aStudyGoesOn() {
        fire("showStudies");
        type("studySeeds", "400");
        await(() -> !find("runStudy").isDisabled());
        fire("runStudy");
        Frames.awaitInTime(() -> !text("studyProgress").isEmpty());
        speak(InLanguage.GERMAN);
        assertThat(find("studies").isVisible()).isTrue();
        assertThat(text("studySeeds")).isEqualTo("400");
        assertThat(text("studyTitle")).isEqualTo(Message.text("studies.manySeeds.title"));
        Frames.awaitInTime(() -> !find("cancelStudy").isDisabled());
        fire("cancelStudy");
        Frames.awaitInTime(() -> !find("runStudy").isDisabled());
    }
}
