package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.picture.answers.Votes;
import lab.carousel.picture.live.NumberDots;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;

/** A question on the wall that was asked in between: how many have answered, and what, once that is to be seen. */
final class AskedView extends VBox {

    private final OpenClass open;
    private final Label text = named(new WholeLabel(), "askedText", "class-asked");
    private final Label answered = named(new WholeLabel(), "askedAnswered", "class-count");
    private final Label choices = named(new WholeLabel(), "askedChoices", "class-choices");
    private final DrawingView answers;
    private final Button show = Controls.button("askedShow", "class.asked.show", this::showAnswers, "accent");
    private final Button reveal;

    AskedView(OpenClass open, Background background, ClassOverlay over) {
        this.open = open;
        styled(this, "class-asked-view");
        answers = new DrawingView(background, "askedAnswers");
        answers.setMinSize(0, 0);
        reveal = Controls.button("askedReveal", "class.asked.reveal", open::reveal);
        HBox buttons = Controls.row(
                8,
                show,
                Controls.button("askedAgain", "class.asked.again", open::askAgain),
                reveal,
                Controls.spring(),
                Controls.button("askedEnd", "class.asked.end", over::endQuestion));
        StackPane middle = grow(new StackPane(choices, answers));
        middle.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(text, middle, answered, buttons);
    }

    private void showAnswers() {
        open.answersShownProperty().set(true);
    }

    void show(AskedNow asked, Counts counts, Palette palette) {
        boolean areShown = open.answersShownProperty().get();
        text.setText(asked.text());
        answered.setText(Message.text("class.answered", counts.answered(), counts.joined()));
        choices.setText(IntStream.range(0, asked.choices().size())
                .mapToObj(choice -> words(asked, choice))
                .collect(Collectors.joining("\n")));
        choices.setVisible(!areShown);
        answers.setVisible(areShown);
        answers.setPalette(palette);
        show.setDisable(areShown);
        Controls.show(reveal, asked.right().isPresent());
        reveal.setDisable(!areShown || asked.isRevealed());
        if (areShown) {
            draw(asked, counts);
        }
    }

    private void draw(AskedNow asked, Counts counts) {
        if (asked.kind() == AskedNow.Kind.NUMBER) {
            NumberDots dots =
                    new NumberDots(counts.numbers().stream().findFirst().orElse(List.of()), OptionalDouble.empty());
            draw(dots, dots.words());
        } else {
            Votes votes = votes(asked, counts);
            draw(votes, votes.words());
        }
    }

    private void draw(Drawing drawing, String words) {
        if (!drawing.equals(answers.drawing())) {
            answers.show(drawing);
            answers.setAccessibleText(words);
        }
    }

    private static Votes votes(AskedNow asked, Counts counts) {
        List<List<Integer>> rounds = counts.rounds().isEmpty() ? List.of(List.of()) : counts.rounds();
        return new Votes(
                IntStream.range(0, asked.choices().size())
                        .mapToObj(choice -> new Votes.Choice(
                                words(asked, choice),
                                asked.isRevealed() && asked.right().orElse(-1) == choice,
                                rounds.stream()
                                        .map(hands -> choice < hands.size() ? hands.get(choice) : 0)
                                        .toList()))
                        .toList(),
                false);
    }

    private static String words(AskedNow asked, int choice) {
        return Message.text(
                "answers.choice",
                String.valueOf((char) ('A' + choice)),
                asked.choices().get(choice));
    }
}
