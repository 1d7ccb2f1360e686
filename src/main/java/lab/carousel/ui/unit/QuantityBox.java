package lab.carousel.ui.unit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;

/** Chooses which lines are drawn, by their letters. At least one is. */
final class QuantityBox extends HBox {

    private final Runnable onChosen;
    private final Set<Quantity> hidden = EnumSet.noneOf(Quantity.class);
    private List<Quantity> offered = List.of();

    /** A box that offers nothing yet. */
    QuantityBox(Runnable onChosen) {
        this.onChosen = onChosen;
        setId("unitLines");
        getStyleClass().add("unit-lines");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Offers what a cell has. */
    void offer(List<Quantity> quantities) {
        if (!quantities.equals(offered)) {
            offered = quantities;
            if (hidden.containsAll(offered)) {
                hidden.clear();
            }
            getChildren().setAll(quantities.stream().map(this::button).toList());
        }
    }

    /** What is drawn. */
    Set<Quantity> chosen() {
        Set<Quantity> chosen = EnumSet.noneOf(Quantity.class);
        offered.stream().filter(quantity -> !hidden.contains(quantity)).forEach(chosen::add);
        return chosen;
    }

    private ToggleButton button(Quantity quantity) {
        ToggleButton button = new ToggleButton(quantity.letter());
        String name = Message.text("state.layer." + quantity.name());
        button.setId("unit-" + quantity.letter());
        Tip.put(button, name);
        button.setAccessibleText(name);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(!hidden.contains(quantity));
        button.setOnAction(event -> {
            if (button.isSelected()) {
                hidden.remove(quantity);
            } else {
                hidden.add(quantity);
            }
            if (chosen().isEmpty()) {
                // The last one stays
                hidden.remove(quantity);
                button.setSelected(true);
            }
            onChosen.run();
        });
        return button;
    }
}
