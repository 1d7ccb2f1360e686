package lab.carousel.ui.toolbar;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WindowListeners;

/** How far a run is: its epoch, its place in it, the time left, and a bar. */
final class ProgressBox extends VBox {

    private static final double LEAST_WIDTH = 144;

    private final Label epoch = whole(named(new Label(), "epoch"));
    private final Label place = named(new Label(), "place", "muted");
    private final Label timeLeft = named(new Label(), "timeLeft", "muted");
    /** The speed when it was changed, where its slider is not shown. */
    private final Label pace = named(new Label(), "pace");

    private final ProgressBar progress = grow(stretch(named(new ProgressBar(0), "progress")));
    private final PauseTransition paceShown = new PauseTransition(Duration.seconds(2));
    private final HBox epochRow = Controls.row(8);
    private boolean isReduced;

    ProgressBox(ObservableValue<Pace> speed, ObservableValue<String> speedWords) {
        super(4);
        pace.textProperty().bind(speedWords);
        showPace(false);
        paceShown.setOnFinished(event -> showPace(false));
        WindowListeners.of(this, speed, (observable, before, now) -> showPaceForAWhile());
        epochRow.getChildren().addAll(epoch, pace, progress);
        getChildren().addAll(epochRow, new PlaceRow(place, timeLeft));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(LEAST_WIDTH);
        setPrefWidth(LEAST_WIDTH);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /** The speed in the place of the epoch: in large letters there is no room for both. */
    private void showPace(boolean shown) {
        Controls.show(pace, shown);
        Controls.show(epoch, !shown);
    }

    private void showPaceForAWhile() {
        if (isReduced) {
            showPace(true);
            paceShown.playFromStart();
        }
    }

    void close() {
        paceShown.stop();
    }

    /** Shows the epoch and the bar only, or everything. */
    void setReduced(boolean reduced) {
        setMinWidth(reduced ? LEAST_WIDTH / 2 : LEAST_WIDTH);
        for (Label detail : List.of(place, timeLeft)) {
            Controls.show(detail, !reduced);
        }
        if (reduced != isReduced) {
            // In large letters there is no room beside the epoch, and below it there is nothing else
            (reduced ? epochRow : this).getChildren().remove(progress);
            (reduced ? this : epochRow).getChildren().add(progress);
        }
        isReduced = reduced;
        showPace(false);
    }

    void show(RunStatus status, Experiment experiment) {
        ProgressWords words = ProgressWords.of(status, experiment);
        epoch.setText(words.epoch());
        place.setText(words.place());
        timeLeft.setText(words.time());
        progress.setProgress(words.share());
        progress.setAccessibleText(Message.text("ui.value", Message.text("toolbar.progress"), words.epoch()));
    }

    /** The step that was learned, and the time left where there is room for it beside the whole of that. */
    static final class PlaceRow extends HBox {

        private static final double GAP = 8;

        private final Label place;
        private final Label time;

        PlaceRow(Label place, Label time) {
            this.place = place;
            this.time = time;
            Region gap = new Region();
            setHgrow(gap, Priority.ALWAYS);
            setSpacing(GAP);
            place.setMinWidth(0);
            time.setMinWidth(0);
            getChildren().addAll(place, gap, time);
        }

        @Override
        protected void layoutChildren() {
            boolean fits = place.prefWidth(-1) + 2 * GAP + time.prefWidth(-1) <= getWidth();
            // Not managed it would take its room from nobody; invisible it must not take any from the step
            time.setMaxWidth(fits ? USE_PREF_SIZE : 0);
            time.setOpacity(fits ? 1 : 0);
            super.layoutChildren();
        }
    }
}
