package lab.carousel.ui.studies;

import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.study.TypedStudy.TypedAxis;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TypedField;

/** Chooses a hyperparameter and types its values; what is wrong with them stands below. */
final class AxisRow extends VBox {

    private static final String NOTHING = "";

    private final DropDown<String> name = new DropDown<>();
    private final TypedField<String> values;

    /**
     * A row in which nothing is varied.
     *
     * @param number   from 1; the ids of its controls end in it
     * @param onChange called when something is changed
     */
    AxisRow(int number, Runnable onChange) {
        super(4);
        name.setId("axisName" + number);
        name.getItems().add(NOTHING);
        name.getItems().addAll(HyperparameterAxis.names());
        name.setValue(NOTHING);
        name.setConverter(new Names());
        name.setPrefWidth(168);
        values = new TypedField<>("axisValues" + number, "studyWindow.own.values", "", this::listed);
        HBox.setHgrow(values, Priority.ALWAYS);
        VBox named = new Captioned(number == 1 ? "studyWindow.own.vary" : "studyWindow.own.andVary", name);
        getChildren().addAll(new HBox(8, named, values), values.problem());
        name.valueProperty().addListener((observable, before, now) -> {
            arrange();
            onChange.run();
        });
        values.valueProperty().addListener((observable, before, now) -> onChange.run());
        arrange();
    }

    private static final class Names extends StringConverter<String> {
        @Override
        public String toString(String name) {
            return name == null || name.isEmpty()
                    ? Message.text("studyWindow.own.nothing")
                    : OwnStudy.label(name).text();
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    /** Shows the field of values if there is something to vary. */
    private void arrange() {
        boolean isUsed = !name.getValue().isEmpty();
        values.setVisible(isUsed);
        values.setManaged(isUsed);
        values.read();
    }

    private String listed(String text) {
        if (!name.getValue().isEmpty()) {
            OwnStudy.axis(new TypedAxis(name.getValue(), text));
        }
        return text;
    }

    /** What stands in the fields, valid or not. */
    TypedAxis typed() {
        return new TypedAxis(name.getValue(), values.getText());
    }

    /** Puts into the fields what was typed before; of a hyperparameter that there is none nothing is varied. */
    void show(TypedAxis typed) {
        name.setValue(name.getItems().contains(typed.name()) ? typed.name() : NOTHING);
        values.setText(typed.values());
    }

    /** What was typed; empty while it cannot be used. */
    Optional<TypedAxis> valid() {
        return values.getValue().map(valid -> typed());
    }
}
