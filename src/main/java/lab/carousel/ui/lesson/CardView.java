package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.RecallCard;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card that one turns over once one has tried to recall what is on its back, and says whether one knew it. */
final class CardView extends VBox {

    private final LessonProgress progress;
    private final int number;
    private final RecallCard card;

    /** @param number of it in the step, from 0 */
    CardView(LessonProgress progress, int number) {
        super(4);
        this.progress = progress;
        this.number = number;
        card = progress.step().after().cards().get(number);
        setId("lessonCard" + (number + 1));
        getStyleClass().add("lesson-recall");
        show(progress.answers().known().get(number).isPresent());
    }

    private void show(boolean isTurned) {
        Label front = new WholeLabel(card.front());
        front.getStyleClass().add("lesson-heading");
        getChildren().setAll(front);
        if (!isTurned) {
            Button turn = named(new Button(Message.text("lesson.card.turn")), "lessonTurn" + (number + 1));
            turn.setAccessibleText(Message.text("lesson.card.turnFor", card.front()));
            turn.setOnAction(event -> show(true));
            getChildren().add(turn);
            return;
        }
        Label back = new WholeLabel(card.back());
        back.setId("lessonBack" + (number + 1));
        Optional<Boolean> known = progress.answers().known().get(number);
        HBox row = Controls.row(
                8,
                button("lesson.card.knew", "lessonKnew", true, known),
                button("lesson.card.not", "lessonNotYet", false, known));
        getChildren().addAll(back, row);
    }

    private Button button(String key, String id, boolean isKnown, Optional<Boolean> known) {
        Button button = named(new Button(Message.text(key)), id + (number + 1));
        known.filter(was -> was == isKnown).ifPresent(was -> button.setGraphic(new FontIcon(Feather.CHECK)));
        button.setOnAction(event -> {
            progress.recall(number, isKnown);
            show(true);
        });
        return button;
    }
}
