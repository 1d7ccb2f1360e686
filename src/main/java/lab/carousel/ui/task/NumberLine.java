package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;

/** A number that a task is made with: its name, a field and a slider, and under them what is wrong with it. */
final class NumberLine extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LogScale scale;
    private final TextField field = whole(styled(new TextField(), "symbol-field"));
    private final Slider slider = grow(new Slider(0, 1, 0));
    private final Label problem = wrapped(styled(new Label(), "problem-text"));
    private boolean showing;

    /**
     * A number.
     *
     * @param id      names its nodes
     * @param name    what it is called
     * @param tip     what it is, in a sentence
     * @param onTyped is given the text when the user has typed or dragged
     */
    NumberLine(String id, String name, String tip, LogScale scale, Consumer<String> onTyped) {
        this.scale = scale;
        getStyleClass().add("source-number");
        Label label = whole(styled(new Label(name), "source-name"));
        label.setLabelFor(field);
        Tip.put(label, tip);
        Tip.put(field, tip);
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        slider.setId(id + "-slider");
        slider.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.text("ui.value", name, field.getText()), field.textProperty()));
        slider.setBlockIncrement(0.02);
        field.textProperty().addListener((observable, before, now) -> typed(now, onTyped));
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!showing) {
                field.setText(Integer.toString(scale.number(now.doubleValue())));
            }
        });
        problem.setId(id + "-problem");
        HBox line = styled(new HBox(label, field, slider), "source-line");
        getChildren().addAll(line, problem);
    }

    private void typed(String text, Consumer<String> onTyped) {
        if (!showing) {
            onTyped.accept(text);
        }
    }

    /** Shows a number as typed, and what is wrong with it. Text that already stands there is left alone. */
    void show(String text, Optional<Message> wrong) {
        showing = true;
        Controls.showText(field, text);
        if (wrong.isEmpty()) {
            int number = Integer.parseInt(text.strip());
            // While it is dragged the slider stays under the pointer, between two round numbers
            if (scale.number(slider.getValue()) != number) {
                slider.setValue(scale.place(number));
            }
        }
        problem.setText(wrong.map(Message::text).orElse(""));
        Controls.show(problem, wrong.isPresent());
        field.pseudoClassStateChanged(WRONG, wrong.isPresent());
        showing = false;
    }
}
