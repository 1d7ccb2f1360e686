package lab.carousel.ui.window.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.session.ResumedWork;
import lab.carousel.lesson.Audience;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** A language is chosen, and comes with the next start, which brings back what was going on. */
class MainWindowLanguageTest extends MainWindowFixture {

    @Test
    void aLanguageComesWithTheNextStartWhichIsOffered() {
        choose("viewMenu", "language-de");
        assertThat(remembered).hasValue(InLanguage.GERMAN);
        assertThat(text("fileMenu")).isEqualTo("File");
        assertThat(text("noticeWords"))
                .isEqualTo(
                        "Deutsch comes with the next start. Starting again brings back the run (paused), the lesson and an open"
                                + " class.");
        assertThat(text("noticeAction")).isEqualTo("Start again now");
        choose("viewMenu", "language-en");
        assertThat(remembered).hasValue(Language.ENGLISH);
        assertThat(workspace.notices().shownProperty().get()).isEmpty();
    }

    /** The program in the other language, which goes on with what this one has left. */
    private void startAgainInGerman() {
        choose("viewMenu", "language-de");
        robot.interact(() -> workspace.notices().take());
        await(() -> resumed.get() != null);
        ResumedWork before = resumed.get();
        speak(InLanguage.GERMAN);
        robot.interact(() -> workspace.keepIn(folder, Optional.of(before.session()), () -> window.goOn(before)));
    }

    private URI openClass() {
        choose("lessonMenu", "openClass");
        await(() -> !find("classGo").isDisabled());
        robot.interact(
                () -> ((ComboBox<?>) find("classNetwork")).getSelectionModel().selectLast());
        type("classPort", "0");
        fire("classGo");
        await(() -> isOnScreen("classCode"));
        return URI.create(text("classAddress").replace("\n", ""));
    }

    @Test
    void theRunTheLessonAndTheClassComeBackUnasked() throws Exception {
        robot.interact(() -> workspace.keepIn(folder));
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
                  {"title": "Two", "text": "text.md", "editors": ["seed"], "set": {"seed": 8}, "needs": [{"change": "seed"}]}
                ]}
                """);
        choose("lessonMenu", "openLesson");
        fire("lessonChoice2");
        fire("lessonReveal");
        fire("lessonNext");
        type("seed", "6");
        train();
        Snapshot end = network();
        URI address = openClass();
        startAgainInGerman();
        await(() -> workspace.lesson().progress().isPresent()
                && workspace.openClass().isOpen());
        assertThat(text("lessonTitle")).isEqualTo("Zwei");
        assertThat(text("seed")).as("not set up again").isEqualTo("6");
        assertThat(workspace.lesson().progress().orElseThrow().missing())
                .as("nor needed again")
                .isEmpty();
        assertThat(network().parameters()).isEqualTo(end.parameters());
        assertThat(workspace.run().state()).isEqualTo(RunState.FINISHED);
        assertThat(workspace.openClass().openedProperty().get().orElseThrow().address())
                .isEqualTo(address);
        assertThat(workspace.notices().shownProperty().get())
                .as("what is told, but nothing that is asked")
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        told -> assertThat(told.orElseThrow().action()).isEmpty());
        fire("lessonBack");
        assertThat(text("lessonHands2")).isEqualTo("1");
    }

    @Test
    void aClassThatHasJustBegunALessonDoesNotSetItUpAnew() {
        robot.interact(() -> workspace.keepIn(folder));
        startLesson("tutorial");
        train();
        Snapshot end = network();
        openClass();
        startAgainInGerman();
        await(() -> workspace.lesson().progress().isPresent()
                && workspace.openClass().isOpen());
        assertThat(text("lessonTitle"))
                .isEqualTo(ShippedLessons.read("tutorial")
                        .spoken()
                        .steps()
                        .get(0)
                        .words()
                        .title());
        await(() -> workspace.lesson().progress().orElseThrow().audience() == Audience.PHONES);
        assertThat(network().parameters()).isEqualTo(end.parameters());
    }
}
