package lab.carousel.ui.hyperparameters;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;

/**
 * A field that takes a number: typed exactly, or dragged on a slider. The value follows the hand, so that what depends on
 * it can too. Where a word can stand in the place of the number, a check box puts it there.
 */
final class NumberRow extends FieldRow {

    private static final double TEXT_WIDTH = 60;

    private final Slider slider = new Slider(0, 1, 0);
    private final CheckBox word = new CheckBox();
    private SliderScale scale;
    /** Whether the slider is being moved by this row or by hand; the other of the two must not answer. */
    private boolean moving;

    /** A row for a number, or a number or a word. */
    NumberRow(Field field, Domain<?> domain, HyperparametersPanel.Edit edit) {
        super(field, new TextField());
        scale = domain.numbers().orElseThrow().slider();
        beside(slider);
        if (domain instanceof Domain.NumberOrWord) {
            beside(word);
            word.setText(field.word());
            word.setId(field.key() + "Word");
            word.setMinWidth(USE_PREF_SIZE);
            word.setAccessibleText(Message.text("hyperparameters.difference", field.label(), field.word()));
            Tip.put(word, Message.text("hyperparameters." + field.key() + ".word.explanation"));
        }
        text().setMinWidth(TEXT_WIDTH);
        text().setMaxWidth(TEXT_WIDTH);
        text().textProperty().addListener((observable, before, now) -> {
            edit.change(draft -> draft.withNumber(field, now));
            place(now);
        });
        slider.setId(field.key() + "Slider");
        slider.getStyleClass().add("small");
        slider.setMinWidth(34);
        slider.setPrefWidth(40);
        slider.accessibleTextProperty()
                .bind(Bindings.createStringBinding(this::value, text().textProperty(), word.selectedProperty()));
        slider.setAccessibleHelp(field.explanation());
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((observable, before, now) -> dragged());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        word.selectedProperty().addListener((observable, before, now) -> {
            edit.change(draft -> draft.withWord(field, now));
            text().setDisable(now);
            slider.setDisable(now);
        });
    }

    /** The value in words, for the slider: its own number is a place between two ends. */
    private String value() {
        return Message.text("ui.value", field().label(), word.isSelected() ? field().word() : text().getText());
    }

    private TextField text() {
        return (TextField) control();
    }

    /** Gives the slider another right end: the most that the task allows. */
    void reachTo(int most) {
        scale = scale.upTo(most);
        place(text().getText());
    }

    /** Puts a draft into the controls. Text that already stands there is left alone, so that the caret stays. */
    @Override
    void show(HyperparametersDraft draft) {
        Controls.showText(text(), draft.number(field()));
        word.setSelected(draft.hasWord(field()));
    }

    private void dragged() {
        if (!moving) {
            moving = true;
            text().setText(TypedNumber.text(scale.valueAt(slider.getValue())));
            moving = false;
        }
    }

    /** Moves the slider to where a number belongs; what is no number leaves it where it is. */
    private void place(String number) {
        if (moving) {
            return;
        }
        moving = true;
        try {
            slider.setValue(scale.placeOf(TypedNumber.decimal(number)));
        } catch (IllegalArgumentException notANumber) {
            // the problem is told under the field
        } finally {
            moving = false;
        }
    }

    /** The arrow keys go from one value to the next; the slider itself knows nothing of values. */
    private void keyPressed(KeyEvent event) {
        int steps =
                switch (event.getCode()) {
                    case RIGHT, UP -> 1;
                    case LEFT, DOWN -> -1;
                    case PAGE_UP -> 10;
                    case PAGE_DOWN -> -10;
                    default -> 0;
                };
        if (steps != 0) {
            text().setText(TypedNumber.text(scale.next(current(), steps)));
            event.consume();
        }
    }

    private double current() {
        try {
            return TypedNumber.decimal(text().getText());
        } catch (IllegalArgumentException notANumber) {
            return scale.valueAt(slider.getValue());
        }
    }
}
