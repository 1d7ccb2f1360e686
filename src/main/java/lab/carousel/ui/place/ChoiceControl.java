package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.view.Choice;
import lab.carousel.view.Option;

/** The control of a view's choice behind its name: buttons for a few values, a list for many. */
final class ChoiceControl extends HBox {

    private final Consumer<String> chosen;
    private final DropDown<Option> list = new DropDown<>();
    private final HBox buttons;
    private Choice choice;
    private String value;
    private boolean isShowing;

    /**
     * @param id     of the list, and what the ids of buttons begin with: {@code id + "-" + value}
     * @param chosen told what somebody chooses
     */
    ChoiceControl(String id, Choice choice, Consumer<String> chosen) {
        this.choice = choice;
        this.chosen = chosen;
        value = choice.first();
        buttons = named(new HBox(), id, "choice-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        Label name = whole(new Label(choice.label()));
        boolean isList = choice.kind() == Choice.Kind.LIST;
        getChildren().addAll(name, isList ? named(list, id) : buttons);
        styled(this, "probe-row").setAlignment(Pos.CENTER_LEFT);
        name.setLabelFor(isList ? list : null);
        list.setAccessibleText(choice.label());
        list.setPrefWidth(Control.USE_COMPUTED_SIZE);
        list.setMaxWidth(WIDEST);
        list.says(Option::label);
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (!isShowing && now != null) {
                chosen.accept(now.value());
            }
        });
        offer();
    }

    private static final double WIDEST = 200;

    /** Shows what is offered, and what is chosen of it. */
    void show(Choice now, String newValue) {
        boolean isOther = !now.options().equals(choice.options());
        choice = now;
        value = newValue;
        isShowing = true;
        if (isOther) {
            offer();
        }
        mark();
        isShowing = false;
    }

    private void offer() {
        List<Option> options = choice.options();
        list.getItems().setAll(options);
        buttons.getChildren().setAll(options.stream().map(this::button).toList());
        mark();
    }

    private ToggleButton button(Option option) {
        ToggleButton button =
                whole(named(new ToggleButton(option.label()), buttons.getId() + "-" + option.value(), "small"));
        button.setUserData(option.value());
        Tip.put(button, option.tip());
        button.setAccessibleText(option.tip());
        button.setOnAction(event -> {
            value = choice.with(option.value(), value);
            mark();
            chosen.accept(value);
        });
        return button;
    }

    private void mark() {
        List<String> parts = choice.parts(value);
        buttons.getChildren().forEach(each -> ((ToggleButton) each).setSelected(parts.contains(each.getUserData())));
        list.getSelectionModel().select(choice.values().indexOf(value));
    }
}
