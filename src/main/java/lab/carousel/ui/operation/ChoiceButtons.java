package lab.carousel.ui.operation;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.ui.controls.Tip;

/**
 * A few choices side by side, of which one is always chosen. What was chosen by hand is remembered while it is not
 * offered.
 *
 * @param <T> a choice
 */
public final class ChoiceButtons<T> extends HBox {

    private final Function<T, String> name;
    private final Function<T, String> explanation;
    private final ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>(this, "value");
    private List<T> offered = List.of();
    private T wanted;

    /**
     * Buttons.
     *
     * @param id          names them; a button is called {@code id + "-" + choice}
     * @param first       chosen at first, if it is offered
     * @param name        on a button
     * @param explanation of a choice
     */
    public ChoiceButtons(String id, T first, Function<T, String> name, Function<T, String> explanation) {
        this.name = name;
        this.explanation = explanation;
        this.wanted = first;
        setId(id);
        getStyleClass().add("choice-buttons");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Offers choices; the first one is chosen if what was wanted is not among them. */
    public void offer(List<T> choices) {
        if (choices.equals(offered)) {
            return;
        }
        offered = List.copyOf(choices);
        getChildren().setAll(offered.stream().map(this::button).toList());
        value.set(offered.contains(wanted) || offered.isEmpty() ? wanted : offered.get(0));
        mark();
    }

    private ToggleButton button(T choice) {
        ToggleButton button = whole(named(new ToggleButton(name.apply(choice)), getId() + "-" + choice, "small"));
        button.setUserData(choice);
        Tip.put(button, explanation.apply(choice));
        button.setAccessibleText(explanation.apply(choice));
        button.setOnAction(event -> choose(choice));
        return button;
    }

    /** Chooses, as if its button had been pressed. */
    public void choose(T choice) {
        wanted = choice;
        if (offered.contains(choice)) {
            value.set(choice);
        }
        mark();
    }

    private void mark() {
        getChildren().forEach(node -> ((ToggleButton) node)
                .setSelected(node.getUserData().equals(value.get())));
    }

    /** What was chosen last, whether it is offered or not. */
    public T wanted() {
        return wanted;
    }

    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public T value() {
        return value.get();
    }
}
