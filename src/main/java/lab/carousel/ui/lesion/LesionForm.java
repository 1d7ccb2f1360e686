package lab.carousel.ui.lesion;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
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
import lab.carousel.ui.controls.Controls;
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
    private final Button add;

    /**
     * A form.
     *
     * @param selection whose unit can be chosen
     * @param onAdded   is given the lesion
     */
    LesionForm(Selection selection, Consumer<PlannedLesion> onAdded) {
        units = new UnitChooser("lesionUnits", UnitChoice.NONE, selection);
        add = Controls.button("lesionAdd", "lesion.add", () -> lesion().ifPresent(onAdded), "small", "accent");
        steps.setPromptText(Message.text("lesion.steps.all"));
        steps.setPrefColumnCount(7);
        value.setPrefColumnCount(3);
        getChildren()
                .addAll(
                        OperationControls.row(
                                Controls.label("lesion.hold"), quantity, Controls.label("lesion.at"), value),
                        units,
                        OperationControls.row(Controls.label("lesion.steps"), steps, Controls.spring(), add));
        Controls.styled(this, "operation-controls");
        value.textProperty().addListener(change -> check());
        steps.textProperty().addListener(change -> check());
        units.choiceProperty().addListener(change -> check());
        units.validProperty().addListener((observable, before, now) -> check());
        check();
    }

    private static TextField field(String id, String text, String key) {
        TextField field = Controls.explained(Controls.named(new TextField(text), id), key);
        field.setMinWidth(48);
        return field;
    }

    /** Offers what a network has. */
    void show(ParameterLayout layout) {
        quantity.offer(layout.cell().quantities());
        units.show(layout);
    }

    void setPalette(Palette palette) {
        units.setPalette(palette);
    }

    private void check() {
        value.pseudoClassStateChanged(INVALID, number().isEmpty());
        steps.pseudoClassStateChanged(INVALID, span().isEmpty());
        UnitChoice chosen = units.choiceProperty().get();
        boolean isAny = chosen.all() || !chosen.places().isEmpty();
        add.setDisable(lesion().isEmpty() || !isAny || !units.validProperty().get());
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
