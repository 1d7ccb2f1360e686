package lab.carousel.ui.controls;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A field with its name above it, and under it what is wrong with what was typed.
 *
 * @param <T> what is typed
 */
public final class TypedField<T> extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Function<String, T> parse;
    private final TextField field = new TextField();
    private final Label problem = new WholeLabel();
    private final ReadOnlyObjectWrapper<Optional<T>> value =
            new ReadOnlyObjectWrapper<>(this, "value", Optional.empty());

    /**
     * A field.
     *
     * @param id    of the field; what is wrong has the same with "Problem" behind it
     * @param key   of its name; with {@code .tip} that of its tooltip
     * @param text  that stands there at first
     * @param parse reads the text; throws {@link InvalidInput} if it cannot be used
     */
    public TypedField(String id, String key, String text, Function<String, T> parse) {
        this.parse = parse;
        getStyleClass().add("typed-field");
        Label name = Controls.label(key);
        name.setLabelFor(field);
        Tip.put(name, Message.text(key + ".tip"));
        Tip.put(field, Message.text(key + ".tip"));
        field.setId(id);
        field.setAccessibleText(name.getText());
        field.setMinWidth(40);
        Controls.named(problem, id + "Problem", "problem");
        getChildren().addAll(name, field, problem);
        field.textProperty().addListener((observable, before, now) -> read());
        field.setText(text);
        read();
    }

    /** What was typed; empty while it cannot be used. */
    public ReadOnlyObjectProperty<Optional<T>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public Optional<T> getValue() {
        return value.get();
    }

    /** What was typed, which must be of use. */
    public T get() {
        return value.get().orElseThrow();
    }

    /** Has a width, in pixels. */
    public TypedField<T> width(double width) {
        setPrefWidth(width);
        setMinWidth(width);
        return this;
    }

    /** Puts a text into the field. */
    public void setText(String text) {
        Controls.showText(field, text);
    }

    public ObservableValue<String> textProperty() {
        return field.textProperty();
    }

    public String getText() {
        return field.getText();
    }

    /** Reads the text again, because what can be used has changed. */
    public void read() {
        Optional<T> typed = Optional.empty();
        String wrong = "";
        try {
            typed = Optional.of(parse.apply(field.getText()));
        } catch (InvalidInput input) {
            wrong = input.getMessage();
        }
        problem.setText(wrong);
        Controls.show(problem, typed.isEmpty());
        field.pseudoClassStateChanged(INVALID, typed.isEmpty());
        field.setAccessibleHelp(typed.isEmpty() ? wrong : Tip.of(field));
        value.set(typed);
    }
}
