package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.live.Counts;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many of a class have answered with their phones, the reasons that are shown, and what the teacher can do next. */
final class ClassVoteView extends VBox {

    private final ClassVote classVote;
    private final LessonProgress progress;
    private final LessonPlayer player;
    private final Label answered = named(new WholeLabel(), "lessonAnswered", "lesson-answered");
    private final VBox reasons = named(new VBox(4), "lessonReasons");
    private final Button reason;

    ClassVoteView(ClassVote classVote, LessonProgress progress, LessonPlayer player) {
        super(4);
        this.classVote = classVote;
        this.progress = progress;
        this.player = player;
        reason = button("lessonReason", Feather.MESSAGE_SQUARE, "lesson.phones.reason", player::readReasons);
        boolean asksReason = progress.step().question().orElseThrow().asksReason();
        FlowPane acts = new FlowPane(8, 4);
        if (!progress.isRevealed()) {
            boolean tells = progress.rules().tellsAtOnce();
            Button again = button("lessonAskAgain", Feather.REPEAT, "lesson.phones.again", player::askAgain);
            again.setDisable(classVote.round() >= StepAnswers.MOST_ROUNDS);
            acts.getChildren()
                    .addAll(
                            button(
                                    "lessonShow",
                                    classVote.isShown() ? Feather.EYE_OFF : Feather.BAR_CHART_2,
                                    classVote.isShown() ? "lesson.phones.hide" : "lesson.phones.show",
                                    player::showAnswers),
                            again,
                            button(
                                    "lessonReveal",
                                    tells ? Feather.EYE : Feather.LOCK,
                                    tells ? "lesson.reveal" : "lesson.commit",
                                    player::reveal));
        }
        if (asksReason) {
            acts.getChildren().add(reason);
        }
        getChildren().addAll(answered, reasons, acts);
        Controls.show(acts, !acts.getChildren().isEmpty());
        showReasons();
        update();
    }

    private static Button button(String id, Feather icon, String key, Runnable act) {
        Button button = whole(acting(named(new Button(Message.text(key), new FontIcon(icon)), id, "small"), act));
        Tip.put(button, Message.text("lesson.phones.tip." + id));
        return button;
    }

    /** Shows what has come in meanwhile. */
    void update() {
        Counts counts = classVote.counts();
        int now = progress.isRevealed()
                ? progress.answers().after().map(Tally::total).orElse(0)
                : counts.answered();
        // A phone may have gone that has answered before
        int joined = Math.max(now, counts.joined());
        int round = progress.isRevealed() ? 0 : classVote.round();
        answered.setText(Message.text("lesson.phones.answered", now, joined, round));
        Controls.show(answered, !progress.isExplained());
        int all = classVote.allReasons().size();
        reason.setText(Message.text("lesson.phones.reason", all));
        reason.setDisable(all == 0);
    }

    /** The reasons that are shown, to stand elsewhere. */
    Node reasons() {
        return reasons;
    }

    private void showReasons() {
        List<String> shown = classVote.reasons();
        reasons.getChildren()
                .setAll(IntStream.range(0, shown.size())
                        .mapToObj(card -> card(shown.get(card), card))
                        .toList());
        Controls.show(reasons, !shown.isEmpty());
    }

    private Node card(String words, int card) {
        Button hide = explained(
                named(new Button(null, new FontIcon(Feather.X)), "lessonHideReason" + (card + 1), "flat"),
                "lesson.phones.reason.hide");
        hide.setOnAction(event -> player.chooseReason(words, false));
        Label said = grow(named(new WholeLabel(words), "lessonReason" + (card + 1)));
        said.setMaxWidth(Double.MAX_VALUE);
        return styled(Controls.row(8, said, hide), "lesson-reason");
    }
}
