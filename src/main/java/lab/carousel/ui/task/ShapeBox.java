package lab.carousel.ui.task;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.task.ArrayShape;
import lab.carousel.text.Message;

/** The shape of the arrays that a sequence becomes, number by number. */
final class ShapeBox extends VBox {

    private final Label inputs = new WrappedLabel("inputShape", "shape-numbers");
    private final Label meaning = new WrappedLabel("shapeMeaning", "shape-meaning");
    private final Label targets = new WrappedLabel("targetShape", "shape-numbers");

    ShapeBox() {
        getStyleClass().add("shape-box");
        getChildren().addAll(note("editor.shape.inputs"), inputs, meaning, note("editor.shape.targets"), targets);
    }

    void show(ArrayShape shape) {
        inputs.setText(shape.inputs());
        meaning.setText(Message.text("editor.shape.meaning", shape.samples(), shape.timesteps(), shape.features()));
        targets.setText(shape.targets());
    }

    private static Label note(String key) {
        Label label = new Label(Message.text(key));
        label.getStyleClass().add("editor-note");
        return label;
    }
}
