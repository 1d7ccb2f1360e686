package lab.carousel.ui.update;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import lab.carousel.picture.update.UpdateStage;
import lab.carousel.text.Message;

/** The stages as a row of numbered buttons, of which one is chosen. */
final class StageStrip extends FlowPane {

    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private List<String> keys = List.of();

    StageStrip() {
        setId("updateStages");
        getStyleClass().add("update-stages");
        setAccessibleText(Message.text("update.stages"));
        setPrefWrapLength(0);
        setMinWidth(0);
        chosen.addListener((observable, before, now) -> select());
    }

    /** The chosen stage, counted from 0. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    int size() {
        return keys.size();
    }

    /** Offers the stages of an update; if they are others than before, the same kind stays chosen where there is one. */
    void offer(List<UpdateStage> stages) {
        List<String> offered = stages.stream().map(UpdateStage::key).toList();
        if (offered.equals(keys)) {
            return;
        }
        String before = keys.isEmpty() ? offered.get(0) : keys.get(chosen.get());
        keys = offered;
        getChildren().clear();
        for (int place = 0; place < stages.size(); place++) {
            getChildren().add(button(place, stages.get(place)));
        }
        chosen.set(Math.max(0, keys.indexOf(before)));
        select();
    }

    private ToggleButton button(int place, UpdateStage stage) {
        ToggleButton button = new ToggleButton(place + 1 + " " + stage.title());
        button.setId("stage-" + stage.key());
        button.setOnAction(event -> {
            chosen.set(place);
            select();
        });
        return button;
    }

    private void select() {
        for (int place = 0; place < getChildren().size(); place++) {
            ((ToggleButton) getChildren().get(place)).setSelected(place == chosen.get());
        }
    }
}
