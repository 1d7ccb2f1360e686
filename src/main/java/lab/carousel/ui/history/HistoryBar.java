package lab.carousel.ui.history;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.FrameBarrier;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lab.Lab;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The row of the past: a scrubber over the recorded epochs with the run as it is now at its right end, playing them,
 * the way back, and going on from there; then a scrubber over the steps.
 */
public final class HistoryBar extends HBox {

    private static final double WORDS_WIDTH = 248;
    private static final double LEAST_SLIDER_WIDTH = 120;

    private final TimeTravel travel;
    private final Lab lab;
    private final StepScrubber steps;
    private final Slider slider = stretch(named(new Slider(), "historySlider"));
    private final Label words = whole(named(new Label(), "historyWords"));
    private final FontIcon wordsIcon = new FontIcon(Feather.CLOCK);
    private final Command play;
    private final Command live;
    private final Command goOn;
    private final Button liveButton;
    private final Button goOnButton;
    /** A disabled control shows no tip, so it belongs to a box around it. */
    private final HBox goOnBox;

    /** While the slider follows, its value is not the user's. */
    private boolean following;

    /**
     * A row.
     *
     * @param commands of the window
     * @param travel decides what is looked at
     * @param lab    has the run
     * @param goingOn goes on from the state looked at
     * @param barrier behind it waits what is shown, for all else of its moment
     * @param steps  the scrubber over the steps
     */
    public HistoryBar(
            Commands commands, TimeTravel travel, Lab lab, Runnable goingOn, FrameBarrier barrier, StepScrubber steps) {
        this.travel = travel;
        this.lab = lab;
        this.steps = steps;
        named(this, "history", "history").setAlignment(Pos.CENTER_LEFT);
        buildSlider();
        words.setGraphic(wordsIcon);
        // At least so wide, so that the slider stands still under the mouse
        Region strut = new Region();
        strut.setMinWidth(0);
        strut.setPrefWidth(WORDS_WIDTH);
        VBox wordsBox = new VBox(words, strut);
        wordsBox.setAlignment(Pos.CENTER_LEFT);
        commands.add(this, "historyBack", "history.epochBack", travel::back, "F2");
        commands.add(this, "historyForward", "history.epochForward", travel::forward, "F3");
        live = commands.add(this, "historyLive", "history.live", travel::goLive, "F4")
                .icon(Feather.CHEVRONS_RIGHT);
        play = commands.add(this, "historyPlay", "history.play", travel::playOrPause, "Shift+F4")
                .icon(Feather.PLAY_CIRCLE);
        goOn = commands.add(this, "historyContinue", "history.continue", goingOn)
                .icon(Feather.GIT_BRANCH);
        liveButton = button(live, text("live"));
        goOnButton = button(goOn, text("continue"));
        goOnBox = whole(new HBox(goOnButton));
        goOnBox.setAlignment(Pos.CENTER);
        getChildren().addAll(name(), button(play, ""), slider, wordsBox, liveButton, goOnBox, steps);
        WindowListeners.show(
                this,
                () -> barrier.show(this::show),
                travel.shownProperty(),
                travel.placeProperty(),
                travel.lastPlaceProperty(),
                travel.playingProperty());
        WindowListeners.show(this, this::showContinue, lab.statusProperty(), lab.editedProperty());
    }

    /** Leaves out the way back and the steps, for which there is no room before a room, or shows everything. */
    public void setBrief(boolean brief) {
        List.of(liveButton, steps).forEach(part -> Controls.show(part, !brief));
    }

    private Label name() {
        Label name = whole(styled(new Label(text("name")), "muted"));
        name.setLabelFor(slider);
        Tip.put(name, text("hint"));
        return name;
    }

    private void buildSlider() {
        slider.setBlockIncrement(1);
        slider.setMinWidth(LEAST_SLIDER_WIDTH);
        Tip.put(slider, text("hint"));
        setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!following) {
                travel.lookAt((int) Math.round(now.doubleValue()));
            }
        });
    }

    private void show() {
        Snapshot shown = travel.shownProperty().get();
        boolean back = travel.lookingBackProperty().get();
        boolean playing = travel.playingProperty().get();
        follow();
        words.setText(shown == null ? "" : words(shown, back));
        wordsIcon.setIconCode(back ? Feather.CLOCK : Feather.RADIO);
        slider.setAccessibleText(Message.text("ui.value", text("slider"), words.getText()));
        slider.setAccessibleHelp(words.getText());
        boolean hasPast = travel.lastPlaceProperty().get() > 0;
        slider.setDisable(!hasPast);
        play.disabled().set(!hasPast);
        play.icon().set(playing ? Feather.PAUSE_CIRCLE : Feather.PLAY_CIRCLE);
        play.name().set(text(playing ? "pause" : "play"));
        play.tip().set(text(playing ? "pause.tip" : "play.tip"));
        live.disabled().set(!back);
        showContinue();
    }

    private void follow() {
        following = true;
        // In this order: the value must never be beyond the end
        slider.setMax(Math.max(1, travel.lastPlaceProperty().get()));
        if (!slider.isValueChanging() || !travel.lookingBackProperty().get()) {
            slider.setValue(travel.placeProperty().get());
        }
        following = false;
    }

    private static String words(Snapshot shown, boolean back) {
        if (back) {
            return Message.text("history.back", shown.position().epoch(), shown.lastEpoch());
        }
        return shown.origin()
                .map(origin ->
                        origin.isOpened() ? text("now.opened") : Message.text("history.now.continued", origin.epoch()))
                .orElseGet(() -> text("now"));
    }

    private void showContinue() {
        Snapshot shown = travel.shownProperty().get();
        boolean isBack = travel.lookingBackProperty().get();
        boolean isLearned = shown != null
                && (isBack ? shown.position().updates() : shown.position().sequence()) > 0;
        boolean isLiveAndGoing = !isBack && lab.statusProperty().get().state() == RunState.RUNNING;
        boolean fits = shown != null && lab.canContinueFrom(shown.asOrigin());
        goOn.disabled().set(!isLearned || isLiveAndGoing || !fits);
        String hint =
                text(fits || !isLearned ? isLiveAndGoing ? "continue.going" : "continue.hint" : "continue.misfit");
        Tip.put(goOnBox, hint);
        goOnButton.setAccessibleHelp(hint);
    }

    private static Button button(Command command, String words) {
        return command.doneBy(whole(styled(new Button(words), "small")));
    }

    private static String text(String key) {
        return Message.text("history." + key);
    }
}
