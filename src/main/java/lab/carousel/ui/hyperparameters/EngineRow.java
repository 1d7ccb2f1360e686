package lab.carousel.ui.hyperparameters;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lab.carousel.model.EngineName;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ChoiceWords;
import lab.carousel.ui.controls.DropDown;

/** The choice of the engine; where Deeplearning4j cannot train the experiment, the kernel is a click away. */
final class EngineRow extends FieldRow {

    private final DropDown<EngineName> box;
    private final Hyperlink useKernel = new Hyperlink(Message.text("hyperparameters.useKernel"));

    EngineRow() {
        this(new DropDown<>(List.of(EngineName.values())));
    }

    private EngineRow(DropDown<EngineName> box) {
        super(Field.ENGINE, box);
        this.box = box;
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new ChoiceWords<>(Field.ENGINE::option));
        HBox.setHgrow(box, Priority.ALWAYS);
        useKernel.setId("useKernel");
        useKernel.setOnAction(event -> box.setValue(EngineName.KERNEL));
        show(useKernel, false);
        getChildren().add(useKernel);
    }

    /** The engine chosen. */
    ObjectProperty<EngineName> engineProperty() {
        return box.valueProperty();
    }

    @Override
    void show(HyperparametersDraft draft) {
        // the engine is no part of the draft
    }

    @Override
    void showProblem(Optional<Message> message) {
        super.showProblem(message);
        show(useKernel, message.isPresent());
    }
}
