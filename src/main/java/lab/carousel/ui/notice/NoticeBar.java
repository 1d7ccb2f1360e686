package lab.carousel.ui.notice;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of text with at most one thing to do about it. It shows a notice and takes no room without one. */
public final class NoticeBar extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Label words = new WholeLabel();
    private final Button action = new Button();
    private final Button close = new Button(null, new FontIcon(Feather.X));
    private final PauseTransition leave = new PauseTransition(Duration.seconds(5));

    /** A bar that shows these notices. */
    public NoticeBar(Notices notices) {
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("noticeWords");
        action.setId("noticeAction");
        close.setId("noticeClose");
        close.setAccessibleText(Message.text("notice.close"));
        Tip.put(close, Message.text("notice.close"));
        close.getStyleClass().addAll("flat", "small");
        action.getStyleClass().addAll("small");
        close.setOnAction(event -> notices.close());
        action.setOnAction(event -> notices.take());
        leave.setOnFinished(event -> notices.close());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, words, action, close);
        show(notices.shownProperty().get());
        Hearing.of(this, notices.shownProperty(), (observable, before, now) -> show(now));
    }

    private void show(Optional<Notices.Notice> notice) {
        leave.stop();
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(this::show);
    }

    private void show(Notices.Notice notice) {
        boolean isProblem = notice.kind() == Notices.NoticeKind.PROBLEM || notice.kind() == Notices.NoticeKind.INVALID;
        words.setText(notice.words());
        icon.setIconCode(isProblem ? Feather.ALERT_TRIANGLE : Feather.INFO);
        pseudoClassStateChanged(PROBLEM, isProblem);
        action.setVisible(notice.action().isPresent());
        action.setManaged(notice.action().isPresent());
        action.setText(notice.action().orElse(null));
        if (notice.kind() == Notices.NoticeKind.DONE) {
            leave.playFromStart();
        }
    }
}
