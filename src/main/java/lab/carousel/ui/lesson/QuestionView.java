package lab.carousel.ui.lesson;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A question: beside each choice the number of hands, typed or counted with a click on its letter. Once the prediction is
 * committed to and something is to be observed first, it is asked once more; then a bar shows how many chose what, and a mark
 * which one is right.
 */
final class QuestionView extends VBox {

    private final LessonProgress progress;
    private final ClassQuestion question;
    private final LessonCard.Actions actions;

    /**
     * The question of the step that is shown.
     *
     * @param actions are told when hands were counted or the answers revealed
     */
    QuestionView(
            LessonProgress progress, ClassQuestion question, Map<String, byte[]> pictures, LessonCard.Actions actions) {
        this.progress = progress;
        this.question = question;
        this.actions = actions;
        setId("lessonQuestion");
        getStyleClass().add("lesson-question");
        getChildren().add(new MarkdownView(question.text(), pictures, actions.links()));
        StepAnswers answers = progress.answers();
        Tally before = answers.before().orElseThrow();
        Tally now = answers.isCommitted() ? answers.after().orElseThrow() : before;
        boolean isExplained = progress.isExplained();
        if (answers.isCommitted() && !isExplained) {
            getChildren().add(muted("lessonNow", Message.text("lesson.now")));
        }
        for (int choice = 0; choice < question.choices().size(); choice++) {
            getChildren().add(isExplained ? revealed(choice, before, now) : open(choice, now));
        }
        if (question.asksReason()) {
            getChildren().add(answers.isCommitted() ? givenReason(answers.reason()) : reason(answers.reason()));
        }
        if (!answers.isCommitted()) {
            getChildren().add(revealButton());
        } else if (isExplained && !question.explanation().isEmpty()) {
            MarkdownView explanation = new MarkdownView(question.explanation(), pictures, actions.links());
            explanation.setId("lessonExplanation");
            getChildren().add(explanation);
        }
    }

    private static Label muted(String id, String words) {
        Label label = new WholeLabel(words);
        label.setId(id);
        label.getStyleClass().add("muted");
        return label;
    }

    private TextField reason(String before) {
        TextField reason = new TextField(before);
        reason.setId("lessonReason");
        reason.getStyleClass().add("lesson-words");
        reason.setPromptText(Message.text("lesson.reason"));
        reason.setAccessibleText(Message.text("lesson.reason"));
        reason.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= StepAnswers.LONGEST_REASON ? change : null));
        reason.textProperty().addListener((observable, old, now) -> progress.setReason(now));
        return reason;
    }

    private static Label givenReason(String words) {
        return muted(
                "lessonReason",
                words.isBlank() ? Message.text("lesson.reason.none") : Message.text("lesson.reason.given", words));
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
            actions.answered();
        });
        Button letter = new Button(letter(choice));
        letter.setId("lessonChoice" + (choice + 1));
        letter.getStyleClass().add("lesson-letter");
        Tip.put(letter, Message.text("lesson.oneMore"));
        letter.setAccessibleText(
                Message.text("lesson.oneMoreFor", question.choices().get(choice)));
        letter.setOnAction(event -> {
            int counted = now().hands().get(choice);
            hands.setText(Integer.toString(Math.min(Tally.MOST, counted + 1)));
        });
        return row(letter, words(choice), hands);
    }

    /** What is counted now: the predictions, or what is said once they are committed to. */
    private Tally now() {
        StepAnswers answers = progress.answers();
        return (answers.isCommitted() ? answers.after() : answers.before()).orElseThrow();
    }

    private HBox revealed(int choice, Tally tally, Tally after) {
        boolean right = question.right().isPresent() && question.right().getAsInt() == choice;
        Label letter = new Label(letter(choice));
        letter.getStyleClass().add("lesson-letter");
        Label words = words(choice);
        ProgressBar bar = new ProgressBar(tally.share(choice));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Message.text("lesson.hands", question.choices().get(choice)));
        VBox middle = new VBox(2, words, bar);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Label hands = new Label(Integer.toString(tally.hands().get(choice)));
        hands.setId("lessonHands" + (choice + 1));
        hands.setMinWidth(24);
        if (after.total() > 0) {
            hands.setText(Message.text(
                    "lesson.handsThen", tally.hands().get(choice), after.hands().get(choice)));
            hands.setMinWidth(USE_PREF_SIZE);
        }
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
        Label words = new WholeLabel(question.choices().get(choice));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox revealButton() {
        // What is right stays hidden while something is to be seen first
        boolean tells = progress.step().after().observations().isEmpty();
        Button reveal = new Button(
                Message.text(tells ? "lesson.reveal" : "lesson.commit"),
                new FontIcon(tells ? Feather.EYE : Feather.LOCK));
        reveal.setId("lessonReveal");
        reveal.setMinWidth(USE_PREF_SIZE);
        reveal.setDisable(!progress.canReveal());
        reveal.setOnAction(event -> {
            progress.reveal();
            actions.revealed();
        });
        Label hint = new WholeLabel(Message.text("lesson.hands.hint"));
        hint.getStyleClass().add("muted");
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
