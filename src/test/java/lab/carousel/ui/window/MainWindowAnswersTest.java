package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.lesson.answers.StudentAnswer;
import lab.carousel.model.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What a class answered, before the class. */
class MainWindowAnswersTest extends MainWindowFixture {

    @SuppressWarnings("unchecked")
    private <N extends Node> N shown(String id) {
        return (N) window.lessons()
                .library()
                .answers()
                .window()
                .orElseThrow()
                .getScene()
                .lookup("#" + id);
    }

    private String student(int row) {
        TableView<StudentAnswer> table = shown("answersTable");
        return String.valueOf(table.getColumns().get(0).getCellData(row));
    }

    @Test
    void itShowsWhoSaidWhatAndTheRunsOfAllAndHidesNames() throws IOException {
        Path handedIn = Files.createDirectory(folder.resolve("class"));
        AnswersFile.write(
                handedIn.resolve("a.carousel-answers"),
                Sheets.sheet(1, "Ada", 0, 2, "the cut", Sheets.run(1, Verdict.REMEMBERS, 8)));
        AnswersFile.write(
                handedIn.resolve("b.carousel-answers"),
                Sheets.sheet(2, "Ben", 2, 2, "luck", Sheets.run(5, Verdict.A_TRACE, 8)));
        Files.writeString(handedIn.resolve("c.carousel-answers"), "{");
        dialogs.answer = handedIn;
        choose("lessonMenu", "openAnswersFolder");
        await(() -> window.lessons().library().answers().window().isPresent());
        await(() -> this.<Label>shown("answersChecks").getText().startsWith("Retrained 2 runs"));
        assertThat(this.<Label>shown("answersStudents").getText()).isEqualTo("Answers of 2 students");
        assertThat(this.<Label>shown("answersCounts").getText())
                .isEqualTo("seeds\nObservations: 2 of 2 agree with the run");
        assertThat(this.<Node>shown("answersVotes").getAccessibleText())
                .isEqualTo("A: 1 before, 0 after\nB: 0 before, 0 after\nC: 1 before, 2 after\nD: 0 before, 0 after");
        assertThat(student(0)).isEqualTo("Ada");
        assertThat(this.<Label>shown("answersPoolWords").getText())
                .as("a verdict that is not true is corrected")
                .isEqualTo("2 students, 2 seeds: 1 of 2 right (95 % interval 9 to 91 %), 0 remember (0 to 66 %)");
        assertThat(this.<Label>shown("answersChecks").getText())
                .startsWith("Retrained 2 runs: 1 agrees with the files, 1 differs");
        assertThat(this.<ListView<String>>shown("answersLeft").getItems())
                .singleElement()
                .asString()
                .startsWith("Left out: c.carousel-answers: ");
        robot.interact(() -> this.<CheckBox>shown("answersHideNames").setSelected(true));
        assertThat(student(0)).isEqualTo("Student 1");
        assertThat(this.<ListView<String>>shown("answersLeft").getItems())
                .singleElement()
                .asString()
                .startsWith("Left out: file 3: file 3, line 1, ");
        dialogs.answer = folder.resolve("table.csv");
        robot.interact(() -> this.<Button>shown("answersCsv").fire());
        await(() -> Files.exists(dialogs.answer));
        assertThat(Files.readAllLines(dialogs.answer))
                .hasSize(6)
                .first()
                .asString()
                .startsWith("kind,file");
        robot.interact(window.lessons().library().answers()::close);
    }
}
