package lab.carousel.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.text.Message;
import lab.carousel.ui.compare.RunCurves.CurveKind;
import lab.carousel.ui.controls.OneOf;

/** Chooses which curves are drawn: the loss, on a linear or a logarithmic axis, or the recall. */
final class CurveChoice extends HBox {

    private final OneOf group = new OneOf();

    CurveChoice(Runnable onChange) {
        setAlignment(Pos.CENTER_LEFT);
        add("loss", "left-pill");
        add("logLoss", "center-pill");
        add("recall", "right-pill");
        group.selectToggle(group.getToggles().get(0));
        group.hold(chosen -> onChange.run());
    }

    private void add(String key, String style) {
        ToggleButton button = new ToggleButton(Message.text("compare.curve." + key));
        button.setId("compare-" + key);
        button.getStyleClass().add(style);
        button.setToggleGroup(group);
        getChildren().add(button);
    }

    private boolean isChosen(String key) {
        return group.getSelectedToggle() instanceof Node chosen
                && chosen.getId().equals("compare-" + key);
    }

    CurveKind kind() {
        return isChosen("recall") ? CurveKind.RECALL : CurveKind.LOSS;
    }

    boolean isLogarithmic() {
        return isChosen("logLoss");
    }
}
