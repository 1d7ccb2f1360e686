package lab.carousel.ui.answers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.answers.AskedStep;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.Said;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.controls.WholeLabel;
import org.jspecify.annotations.Nullable;

/** The questions of a class, and for the one that is chosen who said what, with the reasons side by side. */
final class QuestionsPane extends SplitPane {

    private final ListView<AskedStep> questions = new ListView<>();
    private final Label counts = new WholeLabel();
    private final TableView<Said> table = new TableView<>();

    private ClassAnswers answers = ClassAnswers.of(List.of(), List.of(), List.of(), Map.of());
    private LessonWords choices = new LessonWords(List.of());
    private boolean isHidingNames;

    QuestionsPane() {
        setId("answersQuestions");
        questions.setId("answersAsked");
        questions.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable AskedStep asked, boolean empty) {
                super.updateItem(asked, empty);
                setText(empty || asked == null ? null : choices.title(asked));
                setWrapText(true);
                setPrefWidth(0);
            }
        });
        questions.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> show(now));
        counts.setId("answersCounts");
        table.setId("answersTable");
        table.setPlaceholder(new Label(Message.text("answers.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(column("answers.column.student", said -> answers.label(said.student(), isHidingNames)));
        table.getColumns()
                .add(column(
                        "answers.column.before",
                        said -> LessonWords.letters(said.answers().before())));
        table.getColumns()
                .add(column(
                        "answers.column.after",
                        said -> LessonWords.letters(said.answers().after())));
        table.getColumns().add(column("answers.column.seen", QuestionsPane::seen));
        table.getColumns()
                .add(column("answers.column.reason", said -> said.answers().reason()));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox right = new VBox(8, counts, table);
        right.getStyleClass().add("answers-question");
        getItems().addAll(questions, right);
        setDividerPositions(0.3);
    }

    private static TableColumn<Said, String> column(String key, Function<Said, String> words) {
        TableColumn<Said, String> column = new TableColumn<>(Message.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        return column;
    }

    private static String seen(Said said) {
        return said.answers().observed().stream()
                .flatMap(seen -> seen.stream())
                .map(seen -> NumberText.upToFourDecimals(seen.answer()) + (seen.agrees() ? " ✓" : " ✗"))
                .collect(Collectors.joining("  "));
    }

    void show(ClassAnswers shown, LessonWords words) {
        answers = shown;
        choices = words;
        questions.getItems().setAll(shown.asked());
        questions.getSelectionModel().selectFirst();
    }

    void hideNames(boolean hidden) {
        isHidingNames = hidden;
        table.refresh();
    }

    private void show(@Nullable AskedStep asked) {
        table.getItems().setAll(asked == null ? List.of() : asked.said());
        counts.setText(asked == null ? "" : words(asked));
    }

    private String words(AskedStep asked) {
        int[] before = asked.before();
        int[] after = asked.after();
        String lines = IntStream.range(0, before.length)
                .mapToObj(choice -> Message.text(
                        "answers.count",
                        choices.choice(asked, choice),
                        before[choice],
                        choice < after.length ? after[choice] : 0))
                .collect(Collectors.joining("\n"));
        String seen = asked.observations() == 0
                ? ""
                : "\n" + Message.text("answers.seen", asked.agreeing(), asked.observations());
        return choices.question(asked) + (lines.isEmpty() ? "" : "\n" + lines) + seen;
    }
}
