package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Observation;
import lab.carousel.lesson.Observed;
import lab.carousel.picture.answers.VotedChoice;
import lab.carousel.picture.answers.Votes;
import lab.carousel.picture.live.NumberDots;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.markdown.MarkdownView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks what is to be seen: a choice, or a number read off the screen. Then says whether the run agrees. */
final class ObservationView extends VBox {

    private final Observation observation;
    private final int number;
    private final LessonPlayer player;
    private final LessonProgress progress;
    private final Label hint = new WholeLabel("");
    /** What the class said; empty without one. */
    private Optional<DrawingView> drawingView = Optional.empty();

    private List<Double> drawn = List.of();

    /** @param number of it in the step, from 0 */
    ObservationView(LessonProgress progress, int number, LessonPlayer player) {
        this.progress = progress;
        this.number = number;
        this.player = player;
        observation = progress.step().after().observations().get(number);
        setId("lessonObserve" + (number + 1));
        getStyleClass().add("lesson-question");
        getChildren().add(new MarkdownView(observation.text(), progress.lesson().pictures(), player.links()));
        progress.answers().observed().get(number).ifPresentOrElse(this::showAnswer, this::ask);
    }

    private void ask() {
        getChildren().add(0, styled(new WholeLabel(Message.text("lesson.observe.new")), "lesson-heading"));
        List<String> choices = observation.choices();
        for (int choice = 0; choice < choices.size(); choice++) {
            double answer = choice;
            Button button = stretch(acting(
                    named(new Button(choices.get(choice)), "lessonSeen" + (number + 1) + "-" + (choice + 1)),
                    () -> answer(answer)));
            button.setWrapText(true);
            button.setMinHeight(USE_PREF_SIZE);
            button.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(button);
        }
        if (choices.isEmpty()) {
            getChildren().add(numberRow());
        }
        hint.setId("lessonObserveHint" + (number + 1));
        hint.getStyleClass().add("muted");
        tell("");
        getChildren().add(hint);
    }

    private HBox numberRow() {
        TextField field = named(new TextField(), "lessonRead" + (number + 1));
        field.setPrefColumnCount(8);
        field.setAccessibleText(Message.text("lesson.read"));
        Button check = whole(named(new Button(Message.text("lesson.read.check")), "lessonCheck" + (number + 1)));
        Runnable onCheck = () -> check(field.getText());
        check.setOnAction(event -> onCheck.run());
        field.setOnAction(event -> onCheck.run());
        return Controls.row(8, field, check);
    }

    private void check(String text) {
        try {
            answer(TypedNumber.decimal(text));
        } catch (NumberFormatException noNumber) {
            tell(Message.text("lesson.read.none"));
        } catch (InvalidInput ambiguous) {
            tell(ambiguous.getMessage());
        }
    }

    private void answer(double answer) {
        if (!player.observed(number, answer)) {
            tell(Message.text("lesson.observe.noRun"));
        }
    }

    private void tell(String what) {
        hint.setText(what);
        Controls.show(hint, !what.isEmpty());
    }

    private void showAnswer(Observed observed) {
        String said = shown(observed.answer());
        // In files of before, what any choice answers counts as right
        Optional<Boolean> agrees =
                observed.agrees().filter(any -> !observation.sight().isOpinion());
        String unjudged = observation.sight().isOpinion() ? "opinion" : "otherRun";
        String mark = agrees.map(right -> right ? "agrees" : "differs").orElse(unjudged);
        Label line = new WholeLabel(Message.text("lesson.observe." + mark, said, shown(observed.truth())));
        line.setId("lessonObserved" + (number + 1));
        agrees.ifPresent(right -> {
            FontIcon icon = new FontIcon(right ? Feather.CHECK : Feather.X);
            icon.getStyleClass().add(right ? "lesson-right" : "lesson-differs");
            line.setGraphic(icon);
        });
        getChildren().add(line);
        if (player.classVote().isPresent()) {
            DrawingView view = player.drawing("lessonSaid" + (number + 1));
            drawingView = Optional.of(view);
            getChildren().add(view);
            update();
        }
    }

    /** Shows what the class saw, each student in an own run, once the answer to the run on the wall is there. */
    void update() {
        drawingView.ifPresent(view -> {
            List<List<Double>> numbers =
                    player.classVote().map(vote -> vote.counts().numbers()).orElse(List.of());
            List<Double> here = number < numbers.size() ? numbers.get(number) : List.of();
            Controls.show(view, !here.isEmpty());
            if (!here.equals(drawn)) {
                drawn = here;
                show(view, here);
            }
        });
    }

    private void show(DrawingView view, List<Double> numbers) {
        Observed onWall = progress.answers().observed().get(number).orElseThrow();
        if (observation.choices().isEmpty()) {
            NumberDots dots = new NumberDots(numbers, OptionalDouble.of(onWall.truth()));
            draw(view, dots, dots.words(), NumberDots.HEIGHT);
        } else {
            Votes votes = new Votes(
                    IntStream.range(0, observation.choices().size())
                            .mapToObj(choice -> new VotedChoice(
                                    observation.choices().get(choice),
                                    onWall.agrees().isPresent()
                                            && !observation.sight().isOpinion()
                                            && onWall.truth() == choice,
                                    List.of(Collections.frequency(numbers, (double) choice))))
                            .toList(),
                    false);
            draw(view, votes, votes.words(), votes.height());
        }
    }

    private static void draw(DrawingView view, Drawing drawing, String words, double height) {
        view.show(drawing);
        view.setAccessibleText(words);
        view.setMinHeight(height);
        view.setPrefHeight(height);
    }

    private String shown(double value) {
        return observation.choices().isEmpty()
                ? NumberText.upToFourDecimals(value)
                : observation.choices().get((int) value);
    }
}
