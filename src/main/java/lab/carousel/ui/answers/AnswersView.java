package lab.carousel.ui.answers;

import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.FileLines;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.theme.Look;

/** What a class answered: who said what, the runs of all together, and the files that are left out. */
final class AnswersView extends BorderPane {

    private static final String DARK = "dark";

    private final Label students = new Label();
    private final Label progress = new Label();
    private final QuestionsPane questions = new QuestionsPane();
    private final PoolsPane pools;
    private final ListView<String> files = new ListView<>();
    private final TitledPane left = new TitledPane("", files);
    private final CheckBox hide = new CheckBox(Message.text("answers.hideNames"));

    private ClassAnswers shown = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());

    /**
     * A view that shows nothing yet.
     *
     * @param onCsv saves the table
     */
    AnswersView(Background background, Runnable onCsv) {
        setId("answersView");
        pools = new PoolsPane(background);
        students.setId("answersStudents");
        students.getStyleClass().add("place-title");
        progress.setId("answersProgress");
        progress.getStyleClass().add("muted");
        hide.setId("answersHideNames");
        hide.selectedProperty().addListener((observable, before, now) -> {
            questions.hideNames(now);
            showFiles();
        });
        Button csv = new Button(Message.text("answers.csv"));
        csv.setId("answersCsv");
        csv.setOnAction(event -> onCsv.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(16, students, progress, between, hide, csv);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(8));
        files.setId("answersLeft");
        files.setPrefHeight(120);
        left.setId("answersLeftPane");
        left.setExpanded(false);
        pools.setPadding(new Insets(8));
        SplitPane middle = new SplitPane(questions, pools);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.55);
        setTop(top);
        setCenter(middle);
        setBottom(left);
    }

    void setLook(Look look) {
        pools.setPalette(look.palette());
        getStyleClass().remove(DARK);
        if (look.isDark()) {
            getStyleClass().add(DARK);
        }
    }

    /** Shows a class. */
    void show(ClassAnswers answers, LessonWords choices) {
        shown = answers;
        students.setText(Message.text("answers.students", answers.students().size()));
        questions.show(answers, choices);
        pools.show(answers.pools());
        showFiles();
    }

    private void showFiles() {
        List<String> lines = FileLines.of(shown, hide.isSelected());
        files.getItems().setAll(lines);
        left.setText(Message.text("answers.files", lines.size()));
        left.setVisible(!lines.isEmpty());
        left.setManaged(!lines.isEmpty());
    }

    /** Shows the runs after some were trained again. */
    void showRuns(ClassAnswers answers, int checked, int all) {
        pools.show(answers.pools());
        progress.setText(checked == all ? "" : Message.text("answers.checking", checked, all));
    }
}
