package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;

/** A question on the wall that was asked in between: how many have answered, and what, once that is to be seen. */
final class AskedView extends VBox {

    private final OpenClass open;
    private final Label text = named(new WholeLabel(), "askedText", "class-asked");
    private final Label answered = named(new WholeLabel(), "askedAnswered", "class-count");
    private final Label choices = named(new WholeLabel(), "askedChoices", "class-choices");
    private final ScrollArea all = new ScrollArea();
    private final DrawingView answers;
    private final Button show = button("askedShow", "lesson.phones.show", "lesson.phones.tip.lessonShow");
    private final Button again = button("askedAgain", "lesson.phones.again", "lesson.phones.tip.lessonAskAgain");
    private final Button reveal = button("askedReveal", "lesson.reveal", "class.asked.reveal.tip");

    AskedView(OpenClass open, Background background, ClassOverlay over) {
        this.open = open;
        styled(this, "class-asked-view");
        answers = new DrawingView(background, "askedAnswers");
        answers.setMinSize(0, 0);
        styled(show, "accent").setOnAction(event -> open.answersShownProperty()
                .set(!open.answersShownProperty().get()));
        again.setOnAction(event -> open.askAgain());
        reveal.setOnAction(event -> open.reveal());
        Button end = Controls.button("askedEnd", "class.asked.end", over::endQuestion);
        all.setContent(choices);
        all.setMinHeight(0);
        StackPane middle = grow(new StackPane(all, answers));
        middle.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(text, middle, answered, Controls.row(8, show, again, reveal, Controls.spring(), end));
    }

    private static Button button(String id, String key, String tip) {
        Button button = whole(named(new Button(Message.text(key)), id));
        Tip.put(button, Message.text(tip));
        return button;
    }

    /** What a key stands for, as in a lesson; whether it does for something. */
    boolean act(KeyCode key) {
        Optional<Button> meant = Optional.ofNullable(
                Map.of(KeyCode.A, show, KeyCode.T, again, KeyCode.R, reveal).get(key));
        meant.filter(Button::isVisible).ifPresent(Button::fire);
        return meant.isPresent();
    }

    void show(AskedNow asked, Counts counts, Palette palette) {
        boolean areShown = open.answersShownProperty().get();
        text.setText(asked.text());
        // A phone may have gone that has answered before
        answered.setText(Message.text(
                "lesson.phones.answered",
                counts.answered(),
                Math.max(counts.answered(), counts.joined()),
                asked.round()));
        choices.setText(IntStream.range(0, asked.choices().size())
                .mapToObj(asked::words)
                .collect(Collectors.joining(asked.choices().size() > ClassPicture.MOST_LINES ? "      " : "\n")));
        all.setVisible(!areShown);
        answers.setVisible(areShown);
        answers.setPalette(palette);
        show.setText(Message.text(areShown ? "lesson.phones.hide" : "lesson.phones.show"));
        again.setDisable(asked.isRevealed() || asked.round() >= StepAnswers.MOST_ROUNDS);
        Controls.show(reveal, asked.right().isPresent());
        reveal.setDisable(!areShown || asked.isRevealed());
        if (areShown) {
            draw(ClassPicture.of(asked, counts));
        }
    }

    private void draw(ClassPicture picture) {
        if (!picture.drawing().equals(answers.drawing())) {
            answers.show(picture.drawing());
            answers.setAccessibleText(picture.words());
        }
    }
}
