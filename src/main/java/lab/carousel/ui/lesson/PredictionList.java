package lab.carousel.ui.lesson;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Tally;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.WholeLabel;

/** The questions of a lesson, and how many answers were right. */
final class PredictionList extends VBox {

    PredictionList(LessonProgress progress) {
        super(4);
        setId("lessonAnswers");
        getStyleClass().add("lesson-question");
        Label heading = new Label(Message.text("lesson.answers"));
        heading.getStyleClass().add("lesson-heading");
        getChildren().add(heading);
        for (LessonProgress.Answered answered : progress.answered()) {
            Label line = new WholeLabel(words(answered));
            getChildren().add(line);
        }
    }

    private static String words(LessonProgress.Answered answered) {
        Tally tally = answered.tally();
        return answered.question().right().isPresent()
                ? Message.text(
                        "lesson.answers.right",
                        answered.number(),
                        answered.title(),
                        tally.hands().get(answered.question().right().getAsInt()),
                        tally.total())
                : Message.text(
                        "lesson.answers.open",
                        answered.number(),
                        answered.title(),
                        tally.hands().stream().map(String::valueOf).collect(Collectors.joining(" · ")));
    }
}
