package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A question: one choice of a person who is alone, or beside each choice the number of hands, typed or counted with a click on
 * its letter. Once the prediction is
 * committed to and something is to be observed first, it is asked once more; then a bar shows how many chose what, and a mark
 * which one is right.
 */
final class QuestionView extends VBox {

    /** The width of a digit, in points. */
    private static final double DIGIT = 8;

    private final LessonProgress progress;
    private final ClassQuestion question;
    private final LessonPlayer player;
    private final boolean isPresented;
    /** What the numbers beside a choice are, where there are several of phones. */
    private final Label rounds = muted("lessonRounds", "");

    private final List<VBox> bars = new ArrayList<>();
    private final List<Label> hands = new ArrayList<>();
    private final Optional<ClassVoteView> classVoteView;
    private Region lastChoice = this;

    /**
     * A question as it is answered so far.
     *
     * @param player is told when hands were counted or the answers revealed
     * @param isPresented to a room, which may be asked although the teacher was alone before
     */
    QuestionView(
            LessonProgress progress,
            ClassQuestion question,
            Map<String, byte[]> pictures,
            LessonPlayer player,
            boolean isPresented) {
        this.isPresented = isPresented;
        this.progress = progress;
        this.question = question;
        this.player = player;
        setId("lessonQuestion");
        getStyleClass().add("lesson-question");
        getChildren().add(styled(new MarkdownView(question.text(), pictures, player.links()), "lesson-asked"));
        StepAnswers answers = progress.answers();
        Tally before = answers.before().orElseThrow();
        Tally now = answers.isCommitted() ? answers.after().orElseThrow() : before;
        boolean isExplained = progress.isExplained();
        if (answers.isCommitted() && !isExplained) {
            String first = player.classVote().isPresent() ? "" : committed(before);
            getChildren().add(muted("lessonNow", first + Message.text(key("lesson.now."))));
        }
        getChildren().add(rounds);
        ToggleGroup group = new ToggleGroup();
        for (int choice = 0; choice < question.choices().size(); choice++) {
            lastChoice = isExplained || player.classVote().isPresent()
                    ? counted(choice)
                    : isAlone() ? one(choice, now, group) : open(choice, now);
            getChildren().add(lastChoice);
        }
        count();
        classVoteView = player.classVote().map(vote -> new ClassVoteView(vote, progress, player));
        classVoteView.ifPresent(getChildren()::add);
        if (question.asksReason() && classVoteView.isEmpty()) {
            getChildren().add(answers.isCommitted() ? givenReason(answers.reason()) : reason(answers.reason()));
        }
        if (!answers.isCommitted()) {
            if (classVoteView.isEmpty()) {
                getChildren().add(revealButton());
            }
        } else if (isExplained && !question.explanation().isEmpty()) {
            MarkdownView explanation = new MarkdownView(question.explanation(), pictures, player.links());
            explanation.setId("lessonExplanation");
            getChildren().add(explanation);
        }
    }

    /** The first answers, which are not lost when it is asked once more. */
    private String committed(Tally before) {
        String hands = IntStream.range(0, question.choices().size())
                .filter(choice -> before.hands().get(choice) > 0)
                .mapToObj(choice -> Message.text(
                        key("lesson.votes."), letter(choice), before.hands().get(choice)))
                .collect(Collectors.joining("; "));
        return hands.isEmpty() ? "" : Message.text("lesson.committed", hands) + " ";
    }

    private boolean isAlone() {
        return progress.audience() == Audience.ALONE;
    }

    private String key(String words) {
        return progress.audience().key(words);
    }

    private static Label muted(String id, String words) {
        return named(new WholeLabel(words), id, "muted");
    }

    private TextField reason(String before) {
        TextField reason = styled(
                LessonCard.field(before, "lessonReason", "lesson.reason", StepAnswers.LONGEST_REASON), "lesson-words");
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

    /** A choice of which only one is taken. */
    private ToggleButton one(int choice, Tally tally, ToggleGroup group) {
        ToggleButton button = stretch(named(
                new ToggleButton(Message.text(
                        "lesson.choice", letter(choice), question.choices().get(choice))),
                "lessonChoice" + (choice + 1)));
        button.setAccessibleText(Message.text(
                "lesson.choice.name", letter(choice), question.choices().get(choice)));
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setToggleGroup(group);
        button.setSelected(tally.hands().get(choice) > 0 && tally.hands().get(choice) == tally.total());
        button.setOnAction(event -> {
            button.setSelected(true);
            progress.choose(choice);
            player.answered();
        });
        return button;
    }

    private HBox open(int choice, Tally tally) {
        TextField hands = whole(named(new TextField(), "lessonHands" + (choice + 1)));
        hands.setPrefColumnCount(3);
        hands.setPromptText("0");
        hands.setTextFormatter(new TextFormatter<>(QuestionView::digits));
        int before = tally.hands().get(choice);
        hands.setText(before == 0 ? "" : Integer.toString(before));
        hands.setAccessibleText(Message.text("lesson.hands", question.choices().get(choice)));
        hands.textProperty().addListener((observable, old, now) -> {
            progress.setHands(choice, now.isEmpty() ? 0 : Integer.parseInt(now));
            player.answered();
        });
        Button letter = named(new Button(letter(choice)), "lessonChoice" + (choice + 1), "lesson-letter");
        Tip.put(letter, Message.text("lesson.oneMore"));
        letter.setAccessibleText(
                Message.text("lesson.oneMoreFor", question.choices().get(choice)));
        letter.setOnAction(event -> {
            int counted = now().hands().get(choice);
            hands.setText(Integer.toString(Math.min(Tally.MOST, counted + 1)));
        });
        return Controls.row(8, letter, words(choice), hands);
    }

    /** The answers counted now: the predictions, or what is said once they are committed to. */
    private Tally now() {
        StepAnswers answers = progress.answers();
        return (answers.isCommitted() ? answers.after() : answers.before()).orElseThrow();
    }

    /** A choice with bars, for whoever chose it; with a mark if it is right and that may be told. */
    private HBox counted(int choice) {
        boolean right = progress.isRight(choice);
        Label letter = styled(new Label(letter(choice)), "lesson-letter");
        Label words = words(choice);
        VBox lengths = new VBox(2);
        bars.add(lengths);
        VBox middle = grow(new VBox(2, Controls.row(8, letter, words), lengths));
        Label number = named(new Label(), "lessonHands" + (choice + 1));
        hands.add(number);
        FontIcon mark = styled(new FontIcon(Feather.CHECK), "lesson-right");
        mark.setVisible(right);
        HBox row = Controls.row(8, middle, number, mark);
        if (right) {
            row.getStyleClass().add("lesson-right-choice");
            words.setText(Message.text("lesson.right", words.getText()));
        }
        return row;
    }

    /** What was chosen in each round, and after the outcome, as far as it is to be seen. */
    private List<Tally> series() {
        StepAnswers answers = progress.answers();
        boolean isShown = answers.isCommitted()
                || player.classVote().filter(ClassVote::isShown).isPresent();
        Stream<Tally> after = answers.after().stream().filter(now -> now.total() > 0 && progress.isExplained());
        return isShown ? Stream.concat(answers.rounds().stream(), after).toList() : List.of();
    }

    private void count() {
        List<Tally> series = series();
        List<String> numbers = IntStream.range(0, bars.size())
                .mapToObj(choice -> series.stream()
                        .map(round -> String.valueOf(round.hands().get(choice)))
                        .reduce((first, then) -> Message.text("lesson.handsThen", first, then))
                        .orElse(""))
                .toList();
        rounds.setText(legend(series.size()));
        Controls.show(rounds, series.size() > 1 && player.classVote().isPresent());
        int longest = numbers.stream().mapToInt(String::length).max().orElse(0);
        for (int choice = 0; choice < bars.size(); choice++) {
            showBars(choice, series);
            Label number = hands.get(choice);
            if (isAlone()) {
                StepAnswers answers = progress.answers();
                number.setText(given(
                        choice, answers.before().orElseThrow(), answers.after().orElseThrow()));
                number.setMinWidth(USE_PREF_SIZE);
            } else {
                // Bars are compared, and have the same length
                number.setMinWidth(Math.max(3, longest) * DIGIT);
                number.setText(numbers.get(choice));
            }
        }
    }

    private String legend(int series) {
        int asked = progress.answers().rounds().size();
        return IntStream.rangeClosed(1, series)
                .mapToObj(number -> number > asked
                        ? Message.text("answers.votes.after")
                        : Message.text("answers.votes.round", number))
                .reduce((first, then) -> Message.text("lesson.handsThen", first, then))
                .orElse("");
    }

    private void showBars(int choice, List<Tally> series) {
        List<Node> shown = bars.get(choice).getChildren();
        if (shown.size() != series.size()) {
            shown.clear();
            for (int round = 1; round <= series.size(); round++) {
                ProgressBar bar =
                        stretch(styled(new ProgressBar(), round < series.size() ? "lesson-earlier" : "lesson-latest"));
                bar.setAccessibleText(
                        Message.text("lesson.hands", question.choices().get(choice)));
                Controls.show(bar, !isAlone());
                shown.add(bar);
            }
        }
        for (int round = 0; round < series.size(); round++) {
            ((ProgressBar) shown.get(round)).setProgress(series.get(round).share(choice));
        }
    }

    /** Says beside a choice that it is the answer that was given, or was at first, or is now. */
    private static String given(int choice, Tally tally, Tally after) {
        boolean isFirst = tally.hands().get(choice) > 0;
        boolean isNow = after.total() == 0 ? isFirst : after.hands().get(choice) > 0;
        return isFirst || isNow ? Message.text("lesson.given", isFirst && isNow ? 0 : isFirst ? 1 : 2) : "";
    }

    private Label words(int choice) {
        return grow(stretch(new WholeLabel(question.choices().get(choice))));
    }

    private HBox revealButton() {
        // What is right stays hidden while something is to be seen first
        boolean tells = progress.rules().tellsAtOnce();
        Button reveal = whole(named(
                new Button(
                        Message.text(tells ? "lesson.reveal" : "lesson.commit"),
                        new FontIcon(tells ? Feather.EYE : Feather.LOCK)),
                "lessonReveal"));
        reveal.setDisable(!progress.canReveal());
        reveal.setOnAction(event -> player.reveal());
        if (isPresented) {
            return Controls.row(8, reveal, Controls.spring(), LessonCard.audience(progress, player, "lessonAsked-"));
        }
        Label hint = grow(styled(new WholeLabel(Message.text(key("lesson.hands.hint."))), "muted"));
        // Keeps its room, so that nothing moves
        hint.visibleProperty().bind(reveal.disableProperty());
        return Controls.row(8, reveal, hint);
    }

    /** The reasons of a class that are shown, to stand elsewhere. */
    Optional<Node> reasons() {
        return classVoteView.map(ClassVoteView::reasons);
    }

    Region lastChoice() {
        return lastChoice;
    }

    /** Lets the answers be revealed as soon as there are some, and shows what phones have answered meanwhile. */
    void update() {
        count();
        classVoteView.ifPresent(ClassVoteView::update);
        Node reveal = lookup("#lessonReveal");
        if (reveal != null) {
            reveal.setDisable(!progress.canReveal());
        }
    }

    private static TextFormatter.@Nullable Change digits(TextFormatter.Change change) {
        return change.getControlNewText().matches("[0-9]{0,3}") ? change : null;
    }
}
