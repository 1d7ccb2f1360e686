package lab.carousel.ui.notice;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.controls.WindowListeners;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Some text, and below it at most one thing to do about it. It shows a notice and takes no room without one. */
public final class NoticeBar extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private static final double GAP = 8;

    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Label words = stretch(named(new WholeLabel(), "noticeWords"));
    private final Button action = whole(named(new Button(), "noticeAction", "small"));
    private final PauseTransition leave = new PauseTransition(Duration.seconds(5));

    /** A bar that shows these notices. */
    public NoticeBar(Notices notices) {
        named(this, "notice", "notice").setAlignment(Pos.CENTER_LEFT);
        leave.setOnFinished(event -> notices.close());
        Button close = Controls.iconButton("noticeClose", Feather.X, "notice.close", notices::close, "flat", "small");
        // Beside the words, a long action left them a column of one word
        VBox content = grow(new VBox(GAP, words, Controls.acting(action, notices::take)));
        getChildren().addAll(icon, content, close);
        WindowListeners.show(this, () -> show(notices.shownProperty().get()), notices.shownProperty());
    }

    /** Closes no notice any more. */
    public void close() {
        leave.stop();
    }

    private void show(Optional<Notices.Notice> notice) {
        leave.stop();
        Controls.show(this, notice.isPresent());
        notice.ifPresent(this::show);
    }

    private void show(Notices.Notice notice) {
        boolean isProblem = notice.kind() == NoticeKind.PROBLEM || notice.kind() == NoticeKind.INVALID;
        words.setText(notice.words());
        icon.setIconCode(isProblem ? Feather.ALERT_TRIANGLE : Feather.INFO);
        pseudoClassStateChanged(PROBLEM, isProblem);
        Controls.show(action, notice.action().isPresent());
        action.setText(notice.action().orElse(null));
        if (notice.kind() == NoticeKind.DONE) {
            leave.playFromStart();
        }
    }
}
