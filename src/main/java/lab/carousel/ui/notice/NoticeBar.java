package lab.carousel.ui.notice;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import lab.carousel.text.Message;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of text with at most one thing to do about it. It shows the newest notice and takes no room without one. */
public final class NoticeBar extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Label words = new Label();
    private final Button action = new Button();
    private final Button close = new Button(null, new FontIcon(Feather.X));
    private final PauseTransition leave = new PauseTransition(Duration.seconds(5));
    private Runnable offer;
    private boolean offered;

    /** A bar with nothing to say. */
    public NoticeBar() {
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("noticeWords");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        action.setId("noticeAction");
        close.setId("noticeClose");
        close.setAccessibleText(Message.text("notice.close"));
        close.setTooltip(new Tooltip(Message.text("notice.close")));
        close.getStyleClass().addAll("flat", "small");
        action.getStyleClass().addAll("small");
        close.setOnAction(event -> close());
        leave.setOnFinished(event -> close());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, words, action, close);
        hide();
    }

    /** Says that something went wrong, until it is closed or another notice comes. */
    public void problem(String text) {
        offered = false;
        show(text, true, null, null);
    }

    /** Says that something was done; goes away by itself. */
    public void done(String text) {
        offered = false;
        show(text, false, null, null);
        leave.playFromStart();
    }

    /** Offers something to do. The offer stands, under newer notices too, until it is taken, closed or withdrawn. */
    public void offer(String text, String actionText, Runnable onAction) {
        offer = () -> show(text, false, actionText, onAction);
        offered = true;
        offer.run();
    }

    /** Whether there is an offer that stands. */
    public boolean isOffering() {
        return offer != null;
    }

    /** Takes the offer back. */
    public void withdraw() {
        offer = null;
        if (offered) {
            hide();
        }
    }

    /** Takes back the problem that is shown, if one is: it is none any more. */
    public void withdrawProblem() {
        if (isVisible() && getPseudoClassStates().contains(PROBLEM)) {
            close();
        }
    }

    private void show(String text, boolean problem, String actionText, Runnable onAction) {
        leave.stop();
        words.setText(text);
        icon.setIconCode(problem ? Feather.ALERT_TRIANGLE : Feather.INFO);
        pseudoClassStateChanged(PROBLEM, problem);
        action.setVisible(actionText != null);
        action.setManaged(actionText != null);
        action.setText(actionText);
        action.setOnAction(event -> {
            withdraw();
            onAction.run();
        });
        setVisible(true);
        setManaged(true);
    }

    /** Closes what is shown: the offer itself, or what lay over it. */
    private void close() {
        if (offered || offer == null) {
            offer = null;
            hide();
        } else {
            offered = true;
            offer.run();
        }
    }

    private void hide() {
        offered = false;
        setVisible(false);
        setManaged(false);
    }
}
