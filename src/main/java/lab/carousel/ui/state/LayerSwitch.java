package lab.carousel.ui.state;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Hearing;
import lab.carousel.ui.controls.Tip;

/** Chooses the layer of the heatmap: a button with the letter of each layer that the network has. */
final class LayerSwitch extends HBox {

    private final ObjectProperty<HeatmapLayer> shown;
    private List<HeatmapLayer> offered = List.of();

    LayerSwitch(ObjectProperty<HeatmapLayer> shown) {
        this.shown = shown;
        setId("stateLayers");
        getStyleClass().add("state-layers");
        setAlignment(Pos.CENTER_LEFT);
        Hearing.of(this, shown, (property, before, now) -> press());
    }

    /** Offers these layers. */
    void offer(List<HeatmapLayer> layers) {
        if (!layers.equals(offered)) {
            offered = layers;
            getChildren().setAll(layers.stream().map(this::button).toList());
            press();
        }
    }

    private ToggleButton button(HeatmapLayer layer) {
        ToggleButton button = new ToggleButton(layer.letter());
        button.setId("layer-" + layer.column());
        button.setUserData(layer);
        button.getStyleClass().addAll("small", pill(layer));
        button.setAccessibleText(Message.text("state.layer." + layer.name()));
        Tip.put(button, Message.text("state.layer." + layer.name() + ".tip"));
        // Pressed again it stays: one layer is always shown
        button.setOnAction(event -> {
            shown.set(layer);
            press();
        });
        return button;
    }

    private String pill(HeatmapLayer layer) {
        int place = offered.indexOf(layer);
        return place == 0 ? "left-pill" : place == offered.size() - 1 ? "right-pill" : "center-pill";
    }

    private void press() {
        getChildren().forEach(child -> ((ToggleButton) child).setSelected(child.getUserData() == shown.get()));
    }

    /** Shows the layer of a letter as it is typed; d stands for the change of c. Says whether there is one. */
    boolean choose(String letter) {
        for (HeatmapLayer layer : offered) {
            if (layer.column().substring(0, 1).equalsIgnoreCase(letter)) {
                shown.set(layer);
                return true;
            }
        }
        return false;
    }
}
