package lab.carousel.ui.lesson;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.Tried;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.hyperparameters.SettingsTable;

/** The runs that were made to their end in a lesson: what was different in them, and what came of it. */
final class TryList extends VBox {

    TryList(List<Tried> tries) {
        super(4);
        setId("lessonTries");
        getStyleClass().add("lesson-question");
        Label heading = new Label(Message.text(tries.isEmpty() ? "lesson.tries.none" : "lesson.tries"));
        heading.getStyleClass().add("lesson-heading");
        heading.setWrapText(true);
        getChildren().add(heading);
        for (int number = 0; number < tries.size(); number++) {
            Label line = new WholeLabel(words(number + 1, tries.get(number)));
            getChildren().add(line);
        }
    }

    private static String words(int number, Tried tried) {
        String different = SettingsTable.differences(List.of(Experiment.reference(), tried.experiment())).stream()
                .map(row ->
                        Message.text("lesson.value", row.name(), row.values().get(1)))
                .collect(Collectors.joining(", "));
        Tried.Result result = tried.result();
        return Message.text(
                "lesson.tries.line",
                number,
                different.isEmpty() ? Message.text("lesson.tries.reference") : different,
                Message.text("verdict." + result.verdict() + ".name"),
                result.right(),
                result.steps());
    }
}
