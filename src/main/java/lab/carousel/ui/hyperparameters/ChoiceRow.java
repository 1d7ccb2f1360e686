package lab.carousel.ui.hyperparameters;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.DropDown;

/** A field that offers a few values. */
final class ChoiceRow extends FieldRow {

    private final DropDown<Enum<?>> box;

    ChoiceRow(Field field, Domain.Choice<?> choices, Edit edit) {
        this(field, box(choices), edit);
    }

    private ChoiceRow(Field field, DropDown<Enum<?>> box, Edit edit) {
        super(field, box);
        this.box = box;
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setConverter(new ChoiceWords<>(field::option));
        box.valueProperty().addListener((observable, before, now) -> {
            if (now != null) {
                edit.change(draft -> draft.withChoice(field, now));
            }
        });
    }

    private static DropDown<Enum<?>> box(Domain.Choice<?> choices) {
        DropDown<Enum<?>> box = new DropDown<>(choices.options());
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    @Override
    void show(HyperparametersDraft draft) {
        box.setValue(draft.choice(field()));
    }

    @Override
    void showKernelOnly(boolean wanted) {
        super.showKernelOnly(wanted);
        box.setConverter(new ChoiceWords<>(value -> {
            String name = field().option(value);
            boolean marked = wanted && field().isKernelOnly(value);
            return marked ? Message.text("hyperparameters.kernelOnly.option", name) : name;
        }));
    }
}
