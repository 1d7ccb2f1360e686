package lab.carousel.ui.lesion;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.StepSpan;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.text.TypedNumber;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.operation.OperationControls;
import lab.carousel.ui.operation.UnitChooser;
import lab.carousel.ui.selection.Selection;

/** Chooses the next lesion: what is held, at which value, at which steps, in which units. */
final class LesionForm extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ChoiceButtons<Quantity> quantity = OperationControls.quantities("lesion", Quantity.HIDDEN_STATE);
    private final TextField value = field("lesionValue", "0", "lesion.value");
    private final TextField steps = field("lesionSteps", "", "lesion.steps");
    private final UnitChooser units;
    private final Button add = new Button(Message.text("lesion.add"));

    /**
     * A form.
     *
     * @param selection whose unit can be chosen
     * @param onAdded   is given the lesion
     */
    LesionForm(Selection selection, Consumer<PlannedLesion> onAdded) {
        units = new UnitChooser("lesionUnits", UnitChoice.NONE, selection);
        getStyleClass().add("operation-controls");
        steps.setPromptText(Message.text("lesion.steps.all"));
        steps.setPrefColumnCount(7);
        value.setPrefColumnCount(3);
        add.setId("lesionAdd");
        add.getStyleClass().addAll("small", "accent");
        add.setMinWidth(USE_PREF_SIZE);
        Tip.put(add, Message.text("lesion.add.tip"));
        add.setOnAction(event -> lesion().ifPresent(onAdded));
        HBox what = OperationControls.row(
                OperationControls.name("lesion.hold"), quantity, OperationControls.name("lesion.at"), value);
        HBox when = OperationControls.row(OperationControls.name("lesion.steps"), steps, spring(), add);
        getChildren().addAll(what, units, when);
        value.textProperty().addListener(change -> check());
        steps.textProperty().addListener(change -> check());
        units.choiceProperty().addListener(change -> check());
        units.validProperty().addListener((observable, before, now) -> check());
        check();
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static TextField field(String id, String text, String key) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(Message.text(key));
        Tip.put(field, Message.text(key + ".tip"));
        field.setMinWidth(48);
        return field;
    }

    /** Offers what a network has. */
    void show(ParameterLayout layout) {
        List<Quantity> possible = layout.cell().quantities();
        quantity.offer(possible);
        units.show(layout);
    }

    void setPalette(Palette palette) {
        units.setPalette(palette);
    }

    private void check() {
        Optional<Double> number = number();
        Optional<StepSpan> span = span();
        value.pseudoClassStateChanged(INVALID, number.isEmpty());
        steps.pseudoClassStateChanged(INVALID, span.isEmpty());
        UnitChoice chosen = units.choiceProperty().get();
        boolean any = chosen.all() || !chosen.places().isEmpty();
        add.setDisable(number.isEmpty()
                || span.isEmpty()
                || !any
                || !units.validProperty().get());
    }

    private Optional<Double> number() {
        try {
            double typed = TypedNumber.decimal(value.getText());
            return Double.isFinite(typed) ? Optional.of(typed) : Optional.empty();
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    private Optional<StepSpan> span() {
        try {
            return Optional.of(StepSpan.parse(steps.getText()));
        } catch (InvalidInput invalid) {
            return Optional.empty();
        }
    }

    private Optional<PlannedLesion> lesion() {
        return number().flatMap(held -> span().map(at ->
                new PlannedLesion(quantity.value(), held, units.choiceProperty().get(), at)));
    }
}
