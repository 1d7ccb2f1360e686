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
 * One step, slowly: which stage of it is told, in which words, and what it is seen in. Back and Next stand still, and their words have
 * the room of the longest.
 */
final class SlowMotion {

    /** What a stage is seen in. */
    enum Seen {
        NETWORK,
        UNIT,
        FORMULA
    }

    /**
     * What is told.
     *
     * @param stage its place among those of the cell; beyond the last one it is the last
     */
    record ShownStage(int stage, Seen seen) {

        StepStage of(List<StepStage> stages) {
            return stages.get(Math.min(stage, stages.size() - 1));
        }
    }

    /** Three lines, so that nothing below moves from stage to stage. */
    private static final double CAPTION_HEIGHT = 54;

    /** The height of what stands over and under the words. */
    private static final double BUTTONS = 76;

    private final ToggleButton on = explainedToggle();
    private final IntegerProperty stage = new SimpleIntegerProperty(this, "stage");
    private final Pills<Seen> seen = new Pills<>(List.of(Seen.values()), SlowMotion::seenButton);
    private final Button back = Controls.button("slowBack", "slow.back", () -> walk(-1), "small");
    private final Button next = Controls.button("slowNext", "slow.next", () -> walk(1), "small", "accent");
    private final Label at = grow(stretch(named(new Label(), "slowAt", "slow-at")));
    private final Label caption = Controls.words("slowCaption", "slow-caption");
    private final VBox head;
    private final HBox foot = styled(Controls.row(0, Controls.spring(), seen, Controls.spring()), "slow-foot");
    private final ObjectProperty<Step> selected;
    private int stages = 1;
    /** Whether the last stage shows the network in the place of a unit. */
    private boolean isOfUnit;

    private Optional<Step> following = Optional.empty();

    /** Nothing is told slowly yet; behind the last stage the next step is selected. */
    SlowMotion(ObjectProperty<Step> selected) {
        this.selected = selected;
        seen.choose(Seen.UNIT);
        stage.addListener((observable, before, now) -> showOutputs(before.intValue(), now.intValue()));
        seen.setAccessibleText(Message.text("slow.seen"));
        at.setMinWidth(0);
        head = styled(new VBox(Controls.row(8, back, next, at), caption), "slow-head");
    }

    private static ToggleButton explainedToggle() {
        ToggleButton toggle = whole(named(new ToggleButton(Message.text("slow.slow")), "slow", "small"));
        Tip.put(toggle, Message.text("slow.slow.tip"));
        return toggle;
    }

    private static ToggleButton seenButton(Seen seen) {
        String key = "slow.seen." + seen;
        return explained(named(new ToggleButton(Message.text(key)), "slow-" + seen, "small"), key);
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

    Pills<Seen> seen() {
        return seen;
    }

    /** Which stage it is, and what happens in it. */
    VBox words() {
        return head;
    }

    /** The choice of what it is seen in. */
    HBox choice() {
        return foot;
    }

    /** What is told; empty if nothing is. */
    Optional<ShownStage> told() {
        return on.isSelected() ? Optional.of(new ShownStage(stage.get(), seen.getValue())) : Optional.empty();
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
        if (now >= last && seen.getValue() == Seen.UNIT) {
            isOfUnit = true;
            seen.choose(Seen.NETWORK);
        } else if (before >= last && isOfUnit) {
            isOfUnit = false;
            seen.choose(seen.getValue() == Seen.NETWORK ? Seen.UNIT : seen.getValue());
        }
    }

    /** Left and Right go from stage to stage, digits to a stage. */
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
            default -> false;
        };
    }

    private static boolean fire(Button button) {
        button.fire();
        return true;
    }
}
