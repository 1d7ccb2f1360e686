package lab.carousel.ui.studies;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.TypedField;

/**
 * Chooses a hyperparameter and types its values, or the range of a random search; what is wrong with them stands below.
 */
final class AxisRow extends VBox {

    private static final String NOTHING = "";

    private final DropDown<String> name = new DropDown<>();
    private final TypedField<String> values;
    private final TypedField<String> from;
    private final TypedField<String> to;
    private final CheckBox logarithmic = new CheckBox(Message.text("studyWindow.own.logarithmic"));
    private boolean random;

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
        from = new TypedField<>("axisFrom" + number, "studyWindow.own.from", "", text -> text);
        to = new TypedField<>("axisTo" + number, "studyWindow.own.to", "", this::ranging);
        logarithmic.setId("axisLogarithmic" + number);
        Tip.put(logarithmic, Message.text("studyWindow.own.logarithmic.tip"));
        logarithmic.setMinWidth(USE_PREF_SIZE);
        VBox below = new VBox(new Label(" "), logarithmic);
        below.getStyleClass().add("typed-field");
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox.setHgrow(from, Priority.ALWAYS);
        HBox.setHgrow(to, Priority.ALWAYS);
        VBox named = new Captioned(number == 1 ? "studyWindow.own.vary" : "studyWindow.own.andVary", name);
        HBox fields = new HBox(8, named, values, from, to, below);
        getChildren().addAll(fields, values.problem(), from.problem(), to.problem());
        name.valueProperty().addListener((observable, before, now) -> {
            arrange();
            readAgain();
            onChange.run();
        });
        logarithmic.selectedProperty().addListener((observable, before, now) -> {
            readAgain();
            onChange.run();
        });
        values.valueProperty().addListener((observable, before, now) -> onChange.run());
        to.valueProperty().addListener((observable, before, now) -> onChange.run());
        from.valueProperty().addListener((observable, before, now) -> {
            readAgain();
            onChange.run();
        });
        arrange();
    }

    private static final class Names extends StringConverter<String> {
        @Override
        public String toString(String name) {
            return name == null || name.isEmpty() ? Message.text("studyWindow.own.nothing") : AxisDraft.title(name);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    /** Shows the fields that are needed. */
    private void arrange() {
        boolean isUsed = !name.getValue().isEmpty();
        Stream.of(from, to, logarithmic.getParent()).forEach(field -> show(field, isUsed && random));
        show(values, isUsed && !random);
    }

    private static void show(Node field, boolean shown) {
        field.setVisible(shown);
        field.setManaged(shown);
    }

    /** Takes ranges of a random search, or listed values. */
    void setRandom(boolean newRandom) {
        random = newRandom;
        arrange();
        readAgain();
    }

    private void readAgain() {
        values.read();
        to.read();
    }

    private String listed(String text) {
        if (isUsed() && !random) {
            new AxisDraft(name.getValue(), text, "", "", false).axis(false);
        }
        return text;
    }

    private String ranging(String text) {
        if (isUsed() && random) {
            new AxisDraft(name.getValue(), "", from.getText(), text, logarithmic.isSelected()).axis(true);
        }
        return text;
    }

    private boolean isUsed() {
        return !name.getValue().isEmpty();
    }

    /** What stands in the fields, valid or not. */
    TypedStudy.TypedAxis typed() {
        return new TypedStudy.TypedAxis(
                name.getValue(), values.getText(), from.getText(), to.getText(), logarithmic.isSelected());
    }

    /** Puts into the fields what was typed before; of a hyperparameter that there is none nothing is varied. */
    void show(TypedStudy.TypedAxis typed) {
        name.setValue(name.getItems().contains(typed.name()) ? typed.name() : NOTHING);
        values.setText(typed.values());
        from.setText(typed.from());
        to.setText(typed.to());
        logarithmic.setSelected(typed.logarithmic());
    }

    /** What was typed; empty while it cannot be used. */
    Optional<AxisDraft> draft() {
        boolean valid = random ? to.getValue().isPresent() : values.getValue().isPresent();
        return valid
                ? Optional.of(new AxisDraft(
                        name.getValue(), values.getText(), from.getText(), to.getText(), logarithmic.isSelected()))
                : Optional.empty();
    }
}
