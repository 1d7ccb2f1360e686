package lab.carousel.ui.status;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;

/** The one switch that lets the whole window show a network step by step instead of as trained, where that differs. */
final class StepByStepSwitch extends ToggleButton {

    /** A switch of a choice that outlives its window. */
    StepByStepSwitch(BooleanProperty stepByStep) {
        super(Message.text("status.stepByStep"));
        setId("stepByStep");
        getStyleClass().add("evaluation-switch");
        Tip.put(this, Message.text("status.stepByStep.hint"));
        setAccessibleHelp(Message.text("status.stepByStep.hint"));
        setMinWidth(USE_PREF_SIZE);
        offer(false);
        Hearing.both(this, selectedProperty(), stepByStep);
    }

    /** Shows it where both ways to evaluate can differ. */
    void offer(boolean isOffered) {
        setVisible(isOffered);
        setManaged(isOffered);
    }
}
