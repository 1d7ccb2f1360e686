package lab.carousel.ui.lesson;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Tally;
import lab.carousel.text.Message;
import lab.carousel.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A question: beside each choice the number of hands, typed or counted with a click on its letter. Once revealed, a bar
 * shows how many chose it, and a mark which one is right.
 */
final class QuestionView extends VBox {

    private final LessonProgress progress;
    private final ClassQuestion question;
    private final Runnable onChange;

    /**
     * The question of the step that is shown.
     *
     * @param onChange called when hands were counted or the answers revealed
     */
    QuestionView(LessonProgress progress, ClassQuestion question, Map<String, byte[]> pictures, Runnable onChange) {
        this.progress = progress;
        this.question = question;
        this.onChange = onChange;
        setId("lessonQuestion");
        getStyleClass().add("lesson-question");
        getChildren().add(new MarkdownView(question.text(), pictures));
        Tally tally = progress.tally().orElseThrow();
        for (int choice = 0; choice < question.choices().size(); choice++) {
            getChildren().add(tally.revealed() ? revealed(choice, tally) : open(choice, tally));
        }
        if (!tally.revealed()) {
            getChildren().add(revealButton());
        } else if (!question.explanation().isEmpty()) {
            MarkdownView explanation = new MarkdownView(question.explanation(), pictures);
            explanation.setId("lessonExplanation");
            getChildren().add(explanation);
        }
    }

    private static String letter(int choice) {
        return String.valueOf((char) ('A' + choice));
    }

    private HBox open(int choice, Tally tally) {
        TextField hands = new TextField();
        hands.setId("lessonHands" + (choice + 1));
        hands.setPrefColumnCount(3);
        hands.setMinWidth(USE_PREF_SIZE);
        hands.setPromptText("0");
        hands.setTextFormatter(new TextFormatter<>(QuestionView::digits));
        int before = tally.hands().get(choice);
        hands.setText(before == 0 ? "" : Integer.toString(before));
        hands.setAccessibleText(Message.text("lesson.hands", question.choices().get(choice)));
        hands.textProperty().addListener((observable, old, now) -> {
            progress.setHands(choice, now.isEmpty() ? 0 : Integer.parseInt(now));
            onChange.run();
        });
        Button letter = new Button(letter(choice));
        letter.setId("lessonChoice" + (choice + 1));
        letter.getStyleClass().add("lesson-letter");
        letter.setMinWidth(USE_PREF_SIZE);
        letter.setTooltip(new Tooltip(Message.text("lesson.oneMore")));
        letter.setAccessibleText(
                Message.text("lesson.oneMoreFor", question.choices().get(choice)));
        letter.setOnAction(event -> {
            int counted = progress.tally().orElseThrow().hands().get(choice);
            hands.setText(Integer.toString(Math.min(Tally.MOST, counted + 1)));
        });
        return row(letter, words(choice), hands);
    }

    private HBox revealed(int choice, Tally tally) {
        boolean right = question.right().isPresent() && question.right().getAsInt() == choice;
        Label letter = new Label(letter(choice));
        letter.setMinWidth(16);
        Label words = words(choice);
        ProgressBar bar = new ProgressBar(tally.share(choice));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Message.text("lesson.hands", question.choices().get(choice)));
        VBox middle = new VBox(2, words, bar);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Label hands = new Label(Integer.toString(tally.hands().get(choice)));
        hands.setId("lessonHands" + (choice + 1));
        hands.setMinWidth(24);
        FontIcon mark = new FontIcon(Feather.CHECK);
        mark.getStyleClass().add("lesson-right");
        mark.setVisible(right);
        HBox row = row(letter, middle, hands, mark);
        if (right) {
            row.getStyleClass().add("lesson-right-choice");
            words.setText(Message.text("lesson.right", words.getText()));
        }
        return row;
    }

    private Label words(int choice) {
        Label words = new Label(question.choices().get(choice));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox revealButton() {
        Button reveal = new Button(Message.text("lesson.reveal"), new FontIcon(Feather.EYE));
        reveal.setId("lessonReveal");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setDisable(!progress.canReveal());
        reveal.setOnAction(event -> {
            progress.reveal();
            onChange.run();
        });
        Label hint = new Label(Message.text("lesson.reveal.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        return row(reveal, hint);
    }

    /** Lets the answers be revealed as soon as there are some. */
    void update() {
        javafx.scene.Node reveal = lookup("#lessonReveal");
        if (reveal != null) {
            reveal.setDisable(!progress.canReveal());
        }
    }

    private static TextFormatter.@Nullable Change digits(TextFormatter.Change change) {
        return change.getControlNewText().matches("[0-9]{0,3}") ? change : null;
    }
}
