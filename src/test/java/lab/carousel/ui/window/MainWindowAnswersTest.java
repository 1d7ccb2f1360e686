package lab.carousel.ui.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.lesson.answers.Said;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.file.Filing;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a class answered, before the class. */
@ExtendWith(ApplicationExtension.class)
class AnswersWindowTest {

    @TempDir
    Path folder;

    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private AnswersWindow window;
    private Stage owner;

    @Start
    void start(Stage stage) {
        owner = stage;
        stage.show();
        Background background = Background.synchronous();
        window = new AnswersWindow(background, new Filing(background.disk(), dialogs, new Notices()));
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N find(String id) {
        return (N) window.window().orElseThrow().getScene().lookup("#" + id);
    }

    private String student(int row) {
        TableView<Said> table = find("answersTable");
        return String.valueOf(table.getColumns().get(0).getCellData(row));
    }

    @Test
    void itShowsWhoSaidWhatAndTheRunsOfAllAndHidesNames(FxRobot robot) throws IOException {
        Path handedIn = Files.createDirectory(folder.resolve("class"));
        AnswersFile.write(
                handedIn.resolve("a.carousel-answers"),
                Sheets.sheet(1, "Ada", 0, 2, "the cut", Sheets.run(1, Verdict.REMEMBERS, 8)));
        AnswersFile.write(
                handedIn.resolve("b.carousel-answers"),
                Sheets.sheet(2, "Ben", 2, 2, "luck", Sheets.run(5, Verdict.RIGHT_BY_LUCK, 8)));
        Files.writeString(handedIn.resolve("c.carousel-answers"), "{");
        robot.interact(() -> window.open(handedIn, List::of, Look.INITIAL, owner));
        assertThat(this.<Label>find("answersStudents").getText()).isEqualTo("Answers of 2 students");
        assertThat(this.<Label>find("answersCounts").getText())
                .isEqualTo("seeds\nA: 1 → 0\nB: 0 → 0\nC: 1 → 2\nD: 0 → 0\nWhat was seen: 2 of 2 agree with the run");
        assertThat(student(0)).isEqualTo("Ada");
        assertThat(this.<Label>find("answersPoolWords").getText())
                .as("a verdict that is not true is corrected")
                .isEqualTo("2 students, 2 seeds: 1 of 2 right (95 % interval 9 to 91 %), 0 remember (0 to 66 %)");
        assertThat(this.<Label>find("answersChecks").getText())
                .startsWith("Trained again: 1 as the files say, 1 otherwise");
        assertThat(this.<ListView<String>>find("answersLeft").getItems())
                .singleElement()
                .asString()
                .startsWith("Left out: c.carousel-answers: ");
        robot.interact(() -> this.<CheckBox>find("answersHideNames").setSelected(true));
        assertThat(student(0)).isEqualTo("Student 1");
        dialogs.answer = folder.resolve("table.csv");
        robot.interact(() -> this.<Button>find("answersCsv").fire());
        assertThat(Files.readAllLines(dialogs.answer))
                .hasSize(6)
                .first()
                .asString()
                .startsWith("kind,file");
        robot.interact(window::close);
    }
}
