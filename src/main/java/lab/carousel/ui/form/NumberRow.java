package lab.carousel.ui.form;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;

/**
 * A row for a number: typed exactly, or dragged on a slider. The value follows the hand, so that what depends on it can too.
 * Where a word can stand in the place of the number, a check box puts it there.
 */
public final class NumberRow extends FormRow {

    private final String label;
    private final TextField text;
    private final Slider slider = grow(new Slider(0, 1, 0));
    private final CheckBox word = new CheckBox();
    private SliderScale scale;

    /** A row; {@code onTyped} is given each text that was typed or dragged. */
    NumberRow(String id, String label, String tip, SliderScale scale, Consumer<String> onTyped) {
        this(id, label, tip, scale, onTyped, whole(styled(new TextField(), "form-number")));
    }

    private NumberRow(
            String id, String label, String tip, SliderScale scale, Consumer<String> onTyped, TextField text) {
        super(id, label, tip, text);
        this.label = label;
        this.scale = scale;
        this.text = text;
        text.setPrefColumnCount(5);
        beside(named(slider, id + "Slider"));
        slider.accessibleTextProperty()
                .bind(Bindings.createStringBinding(this::words, text.textProperty(), word.selectedProperty()));
        slider.setAccessibleHelp(tip);
        text.disableProperty().bind(word.selectedProperty());
        slider.disableProperty().bind(word.selectedProperty());
        text.textProperty().addListener((observable, before, now) -> {
            onTyped.accept(now);
            place();
        });
        slider.valueProperty().addListener((observable, before, now) -> {
            // Where it was put for the number that is typed, it is not dragged
            if (typed().isEmpty() || now.doubleValue() != this.scale.placeOf(typed().getAsDouble())) {
                text.setText(TypedNumber.text(this.scale.valueAt(now.doubleValue())));
            }
        });
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    public NumberRow thin() {
        styled(slider, "small");
        return this;
    }

    /** Offers a word in the place of the number. */
    public NumberRow orWord(String words, String tip, Consumer<Boolean> onChosen) {
        beside(whole(named(word, text.getId() + "Word")));
        word.setText(words);
        word.setAccessibleText(Message.text("hyperparameters.difference", label, words));
        Tip.put(word, tip);
        word.selectedProperty().addListener((observable, before, now) -> onChosen.accept(now));
        return this;
    }

    /** The value in words, for the slider: its own number is a place between two ends. */
    private String words() {
        return Message.text("ui.value", label, word.isSelected() ? word.getText() : text.getText());
    }

    /** Gives the slider another right end. */
    public void reachTo(double most) {
        scale = scale.upTo(most);
        place();
    }

    /** Shows a number as typed, and whether the word stands in its place; the same text is left alone, with the caret in it. */
    public void show(String typed, boolean isWord) {
        Controls.showText(text, typed);
        word.setSelected(isWord);
    }

    /** What is typed; empty if it is no number. */
    private OptionalDouble typed() {
        try {
            return OptionalDouble.of(TypedNumber.decimal(text.getText()));
        } catch (IllegalArgumentException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** Moves the slider to where the number belongs; dragged it stays under the pointer, between two round numbers. */
    private void place() {
        typed().ifPresent(number -> {
            if (scale.valueAt(slider.getValue()) != number) {
                slider.setValue(scale.placeOf(number));
            }
        });
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
            text.setText(TypedNumber.text(scale.next(typed().orElse(scale.valueAt(slider.getValue())), steps)));
            event.consume();
        }
    }
}
