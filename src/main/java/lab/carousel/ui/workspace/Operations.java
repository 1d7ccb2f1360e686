package lab.carousel.ui.workspace;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.file.session.OperatingChoices;
import lab.carousel.file.session.OperatingChoices.Pair;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.UnitChoice;
import lab.carousel.ui.lesion.LesionEdits;

/** What is chosen to operate on the memory of the network. */
public final class Operations {

    private static final Pair FIRST_TWO = new Pair(0, 1);

    private final ObjectProperty<LesionEdits> lesions = new SimpleObjectProperty<>(this, "lesions", LesionEdits.NONE);
    private final ObjectProperty<OperatingChoices.ChosenSequences> twoSequences = new SimpleObjectProperty<>(
            this, "twoSequences", new OperatingChoices.ChosenSequences(FIRST_TWO, Quantity.CELL_STATE));
    private final ObjectProperty<OperatingChoices.ChosenTransplant> transplant = new SimpleObjectProperty<>(
            this,
            "transplant",
            new OperatingChoices.ChosenTransplant(
                    FIRST_TWO, Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE), 2, UnitChoice.ALL));

    /** The lesions made, and what was done to them. */
    public ObjectProperty<LesionEdits> lesionsProperty() {
        return lesions;
    }

    /** Which two sequences are compared. */
    public ObjectProperty<OperatingChoices.ChosenSequences> twoSequencesProperty() {
        return twoSequences;
    }

    /** What is transplanted. */
    public ObjectProperty<OperatingChoices.ChosenTransplant> transplantProperty() {
        return transplant;
    }

    OperatingChoices now() {
        return new OperatingChoices(lesions.get().lesions(), twoSequences.get(), transplant.get());
    }

    void show(OperatingChoices choices) {
        lesions.set(lesions.get().replaced(choices.lesions()));
        twoSequences.set(choices.twoSequences());
        transplant.set(choices.transplant());
    }
}
