package lab.carousel.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.WholeLabel;

/** Saves the answers of a lesson, with a name if one is typed. */
final class SaveRow extends VBox {

    SaveRow(LessonProgress progress, LessonCard.Actions actions) {
        super(4);
        setId("lessonSave");
        TextField name = new TextField(progress.student());
        name.setId("lessonStudent");
        name.setPromptText(Message.text("lesson.student"));
        name.setAccessibleText(Message.text("lesson.student"));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= LessonProgress.LONGEST_NAME ? change : null));
        name.textProperty().addListener((observable, before, now) -> progress.setStudent(now));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = new Button(Message.text("lesson.save"));
        save.setId("lessonSaveButton");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> actions.saveAnswers());
        HBox row = new HBox(8, name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        Label hint = new WholeLabel(Message.text("lesson.save.hint"));
        hint.getStyleClass().add("muted");
        getChildren().addAll(row, hint);
    }
}
