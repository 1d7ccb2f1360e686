package lab.carousel.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/**
 * A few choices side by side, of which exactly one is chosen; the first one to begin with.
 *
 * @param <T> a choice
 */
public class Pills<T> extends HBox {

    private final RequiredToggleGroup group = new RequiredToggleGroup();
    private final ReadOnlyObjectWrapper<T> value;
    private final Function<T, ToggleButton> maker;
    private List<T> offered = List.of();

    /** Choices, each on a button that is made for it. */
    public Pills(List<T> choices, Function<T, ToggleButton> maker) {
        this.maker = maker;
        value = new ReadOnlyObjectWrapper<>(this, "value", choices.get(0));
        group.hold(chosen -> value.set(of(chosen)));
        offer(choices);
    }

    /** Offers other choices; what is chosen stays so if it is among them. */
    public final void offer(List<T> choices) {
        if (choices.equals(offered)) {
            return;
        }
        offered = choices;
        getChildren().clear();
        group.getToggles().clear();
        for (T choice : choices) {
            boolean isFirst = choice.equals(choices.get(0));
            boolean isLast = choice.equals(choices.get(choices.size() - 1));
            ToggleButton button = maker.apply(choice);
            button.getStyleClass().add(isFirst ? "left-pill" : isLast ? "right-pill" : "center-pill");
            button.setUserData(choice);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        choose(choices.contains(value.get()) ? value.get() : choices.get(0));
    }

    @SuppressWarnings("unchecked") // the constructor put it there
    private T of(Toggle toggle) {
        return (T) toggle.getUserData();
    }

    public final ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public final T getValue() {
        return value.get();
    }

    public final List<T> offered() {
        return offered;
    }

    /** Chooses, as if its button had been pressed. */
    public final void choose(T choice) {
        group.getToggles().stream().filter(toggle -> of(toggle).equals(choice)).forEach(group::selectToggle);
    }
}
