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
    NumberLine(String id, String name, String tip, int least, int most, Consumer<String> onTyped) {
        scale = new LogScale(least, most);
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

    /**
     * Whole numbers on a slider, each factor of ten as wide as the next one, in round steps: two digits that count.
     *
     * @param least the number at the left end, 0 or more
     * @param most  the number at the right end
     */
    record LogScale(int least, int most) {

        /** The place of a number on the slider, 0 to 1; the nearest end if it is beyond. */
        double place(int number) {
            int inside = Math.max(least, Math.min(most, number));
            return (Math.log1p(inside) - Math.log1p(least)) / (Math.log1p(most) - Math.log1p(least));
        }

        /** The number at a place. */
        int number(double place) {
            double exact = Math.expm1(Math.log1p(least) + place * (Math.log1p(most) - Math.log1p(least)));
            int step = 1;
            while (exact / step >= 100) {
                step *= 10;
            }
            int rounded = (int) Math.round(exact / step) * step;
            return Math.max(least, Math.min(most, rounded));
        }
    }
}
