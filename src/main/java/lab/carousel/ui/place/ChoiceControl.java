package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.study.UnitChoice;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.selection.Selection;
import lab.carousel.view.Choice;
import lab.carousel.view.Chosen;
import lab.carousel.view.Option;
import org.jspecify.annotations.Nullable;

/** The control of a view's choice with its name: buttons for a few values, a list for many, a box to tick, a field to type into. */
final class ChoiceControl extends HBox {

    private static final double WIDEST_LIST = 200;
    private static final double NUMBER = 104;
    private static final double TEXT = 180;

    private final Consumer<String> chosen;
    private final Consumer<String> mark;
    private final HBox buttons;
    private Choice choice;
    private String value;
    private Consumer<Palette> colours = palette -> {};
    private ParameterLayout layout = Experiment.reference().layout();
    /** What a field was last given, not typed. */
    private String written = "";

    private @Nullable Choice writtenOf;
    private boolean isShowing;

    /**
     * @param id     of the control, and what the ids of buttons begin with: {@code id + "-" + value}
     * @param key    of the words
     * @param chosen told what somebody chooses
     */
    ChoiceControl(String id, String key, Choice choice, Selection selection, Consumer<String> chosen) {
        this.choice = choice;
        this.chosen = chosen;
        value = choice.first();
        boolean isOne = choice.kind() == Choice.Kind.SWITCH || choice.kind() == Choice.Kind.LIST || choice.isTyped();
        buttons = named(new HBox(), isOne ? id + "Buttons" : id, "choice-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        styled(this, "probe-row").setAlignment(choice.isTyped() ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        mark = switch (choice.kind()) {
            case LIST -> list(id);
            case SWITCH -> box(id);
            case TEXT, NUMBER -> field(id, key);
            case UNITS -> units(id, selection);
            case FEW, SEVERAL -> buttons();
        };
        offer();
    }

    /** Shows what is offered, and what is chosen of it; nothing where there is no choice. */
    void show(Choice now, Chosen all, ParameterLayout newLayout) {
        layout = newLayout;
        boolean isOther = !now.options().equals(choice.options());
        choice = now;
        value = Objects.requireNonNull(all.values().get(now.name()));
        isShowing = true;
        if (isOther) {
            offer();
        }
        Controls.show(this, now.isFree());
        mark.accept(value);
        isShowing = false;
        setDisable(!now.isOfUse(all));
    }

    private void choose(String newValue) {
        if (!isShowing) {
            value = newValue;
            chosen.accept(newValue);
        }
    }

    private void offer() {
        buttons.getChildren()
                .setAll(choice.options().stream()
                        .map(choice.isTyped() ? this::suggestion : this::button)
                        .toList());
        mark.accept(value);
    }

    private Label name() {
        return whole(new Label(choice.label()));
    }

    private Consumer<String> list(String id) {
        DropDown<Option> list = named(new DropDown<>(), id);
        Label name = name();
        name.setLabelFor(list);
        list.setAccessibleText(choice.label());
        list.setPrefWidth(Control.USE_COMPUTED_SIZE);
        list.setMaxWidth(WIDEST_LIST);
        list.says(Option::label);
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                choose(now.value());
            }
        });
        getChildren().addAll(name, list);
        return now -> {
            if (!list.getItems().equals(choice.options())) {
                list.getItems().setAll(choice.options());
            }
            list.getSelectionModel().select(choice.values().indexOf(now));
        };
    }

    private Consumer<String> box(String id) {
        CheckBox box = whole(named(new CheckBox(choice.label()), id));
        Tip.put(box, choice.tip());
        box.selectedProperty().addListener((observable, before, now) -> choose(now ? Choice.YES : Choice.NO));
        getChildren().add(box);
        return now -> box.setSelected(now.equals(Choice.YES));
    }

    /** What is wrong stays, with its reason below it, as long as nothing else is chosen. */
    private Consumer<String> field(String id, String key) {
        TypedField<String> field = new TypedField<String>(id, key, value, text -> {
                    choice.check(text);
                    return text;
                })
                .width(choice.kind() == Choice.Kind.NUMBER ? NUMBER : TEXT);
        field.valueProperty().addListener((observable, before, now) -> now.ifPresent(this::choose));
        getChildren().addAll(field, buttons);
        return now -> {
            if (!now.equals(written) || choice != writtenOf) {
                field.setText(now);
                field.read();
                written = now;
                writtenOf = choice;
            }
        };
    }

    private Consumer<String> units(String id, Selection selection) {
        UnitChooser chooser = new UnitChooser(id, choice.label(), UnitChoice.ALL, selection);
        chooser.choiceProperty().addListener((observable, before, now) -> choose(UnitRanges.text(now, layout)));
        getChildren().add(chooser);
        colours = chooser::setPalette;
        return now -> {
            chooser.show(layout);
            // While units are typed, the same choice leaves the text alone
            UnitChoice units = UnitRanges.choice(now, layout);
            if (!units.equals(chooser.choiceProperty().get())) {
                chooser.choiceProperty().set(units);
            }
        };
    }

    void setPalette(Palette palette) {
        colours.accept(palette);
    }

    private Consumer<String> buttons() {
        getChildren().addAll(name(), buttons);
        return now -> buttons.getChildren().forEach(each -> ((ToggleButton) each)
                .setSelected(choice.parts(now).contains((String) each.getUserData())));
    }

    private Node button(Option option) {
        ToggleButton button =
                whole(named(new ToggleButton(option.label()), buttons.getId() + "-" + option.value(), "small"));
        button.setUserData(option.value());
        Tip.put(button, option.tip());
        button.setAccessibleText(option.tip());
        button.setOnAction(event -> {
            choose(choice.with(option.value(), value));
            mark.accept(value);
        });
        return button;
    }

    private Node suggestion(Option option) {
        Button button = whole(named(
                new Button(option.label()),
                buttons.getId() + "-" + (1 + choice.options().indexOf(option)),
                "small"));
        Tip.put(button, option.tip());
        button.setAccessibleText(option.tip());
        button.setOnAction(event -> {
            choose(option.value());
            mark.accept(value);
        });
        return button;
    }
}
