package lab.carousel.ui.cell;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.picture.account.StepCaption;
import lab.carousel.picture.account.StepStage;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.Tip;

/**
 * One step, slowly: which stage of it is told, in which words, and from how near. Back and Next stand still, and their words have
 * the room of the longest.
 */
final class SlowMotion {

    /** From how near a stage is looked at. */
    enum Zoom {
        NETWORK,
        UNIT,
        FORMULA
    }

    /**
     * What is told.
     *
     * @param stage its place among those of the cell; beyond the last one it is the last
     */
    record Told(int stage, Zoom zoom) {

        StepStage of(List<StepStage> stages) {
            return stages.get(Math.min(stage, stages.size() - 1));
        }
    }

    /** Three lines, so that nothing below moves from stage to stage. */
    private static final double CAPTION_HEIGHT = 54;

    private static final double NOTCH = 40;
    /** The height of what stands over and under the words. */
    private static final double BUTTONS = 76;

    private final ToggleButton on = explainedToggle();
    private final IntegerProperty stage = new SimpleIntegerProperty(this, "stage");
    private final Pills<Zoom> zoom = new Pills<>(List.of(Zoom.values()), SlowMotion::zoomButton);
    private final Button back = Controls.button("slowBack", "slow.back", () -> walk(-1), "small");
    private final Button next = Controls.button("slowNext", "slow.next", () -> walk(1), "small", "accent");
    private final Label at = grow(stretch(named(new Label(), "slowAt", "slow-at")));
    private final Label caption = Controls.words("slowCaption", "slow-caption");
    private final VBox head;
    private final HBox foot = styled(Controls.row(0, Controls.spring(), zoom, Controls.spring()), "slow-foot");
    private final ObjectProperty<Step> selected;
    private int stages = 1;
    private double scrolled;
    /** Whether the last stage shows the network in the place of a unit. */
    private boolean isOfUnit;

    private Optional<Step> following = Optional.empty();

    /** Nothing is told slowly yet; behind the last stage the next step is selected. */
    SlowMotion(ObjectProperty<Step> selected) {
        this.selected = selected;
        zoom.choose(Zoom.UNIT);
        stage.addListener((observable, before, now) -> showOutputs(before.intValue(), now.intValue()));
        zoom.setAccessibleText(Message.text("slow.zoom"));
        at.setMinWidth(0);
        head = styled(new VBox(Controls.row(8, back, next, at), caption), "slow-head");
    }

    private static ToggleButton explainedToggle() {
        ToggleButton toggle = whole(named(new ToggleButton(Message.text("slow.slow")), "slow", "small"));
        Tip.put(toggle, Message.text("slow.slow.tip"));
        return toggle;
    }

    private static ToggleButton zoomButton(Zoom zoom) {
        String key = "slow.zoom." + zoom;
        return explained(named(new ToggleButton(Message.text(key)), "slow-" + zoom, "small"), key);
    }

    /** Gives words and pills the height of a drawing beside them; 0 if there is none. */
    void giveRoom(double height) {
        double room = Math.max(CAPTION_HEIGHT, height - BUTTONS);
        caption.setMinHeight(room);
        caption.setMaxHeight(room);
    }

    /** Whether a step is told slowly. */
    ToggleButton on() {
        return on;
    }

    IntegerProperty stageProperty() {
        return stage;
    }

    Pills<Zoom> zoom() {
        return zoom;
    }

    /** Which stage it is, and what happens in it. */
    VBox words() {
        return head;
    }

    /** From how near it is looked at. */
    HBox zoomed() {
        return foot;
    }

    /** What is told; empty if nothing is. */
    Optional<Told> told() {
        return on.isSelected() ? Optional.of(new Told(stage.get(), zoom.getValue())) : Optional.empty();
    }

    /** Says a stage, and what can come after it. */
    void say(StepStage told, List<StepStage> of, StepCaption words, Optional<Step> nextStep) {
        stages = of.size();
        following = nextStep;
        int place = of.indexOf(told);
        at.setText(Message.text("slow.at", place + 1, stages, told.title()));
        caption.setText(words.of(told));
        back.setDisable(place == 0);
        next.setDisable(isLast() && following.isEmpty());
    }

    private boolean isLast() {
        return stage.get() >= stages - 1;
    }

    private void walk(int by) {
        if (by > 0 && isLast()) {
            stage.set(0);
            following.ifPresent(selected::set);
        } else {
            stage.set(Math.max(0, Math.min(stages - 1, stage.get()) + by));
        }
    }

    /** A unit has no outputs: the last stage shows the whole network, and behind it the unit is there again. */
    private void showOutputs(int before, int now) {
        int last = stages - 1;
        if (now >= last && zoom.getValue() == Zoom.UNIT) {
            isOfUnit = true;
            zoom.choose(Zoom.NETWORK);
        } else if (before >= last && isOfUnit) {
            isOfUnit = false;
            zoom.choose(zoom.getValue() == Zoom.NETWORK ? Zoom.UNIT : zoom.getValue());
        }
    }

    /** Looks from nearer, or from farther away. */
    private boolean zoom(int by) {
        int place = zoom.getValue().ordinal() + by;
        if (place >= 0 && place < Zoom.values().length) {
            zoom.choose(Zoom.values()[place]);
        }
        return true;
    }

    /** The wheel zooms, a notch at a time. */
    void onScroll(ScrollEvent event) {
        if (on.isSelected() && !event.isInertia()) {
            scrolled += event.getDeltaY();
            if (Math.abs(scrolled) >= NOTCH) {
                zoom(scrolled > 0 ? 1 : -1);
                scrolled = 0;
            }
            event.consume();
        }
    }

    /** Left and Right go from stage to stage, digits to a stage, Up and Down zoom out and in. */
    void onKey(KeyEvent event, boolean inDrawing) {
        if (on.isSelected() && !event.isShortcutDown() && !event.isAltDown() && use(event, inDrawing)) {
            event.consume();
        }
    }

    private boolean use(KeyEvent event, boolean inDrawing) {
        boolean isDigit = event.getCode().isDigitKey() && !event.getText().isEmpty();
        int digit = isDigit ? event.getText().charAt(0) - '0' : 0;
        if (digit >= 1 && digit <= stages) {
            stage.set(digit - 1);
            return true;
        }
        // There the arrow keys go from place to place
        if (inDrawing && event.getCode().isArrowKey()) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT -> fire(back);
            case RIGHT -> fire(next);
            case UP -> zoom(-1);
            case DOWN -> zoom(1);
            default -> false;
        };
    }

    private static boolean fire(Button button) {
        button.fire();
        return true;
    }
}
