package lab.carousel.ui.file;

import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;

/** Where an experiment is typed that a dialog asks for. Says at once what is wrong with it. */
abstract class ExperimentForm extends VBox {

    private static final double GAP = 8;
    private static final double MARGIN = 16;
    private static final int COLUMNS = 48;
    /** Two lines: the window keeps the size that it opens with. */
    private static final double PROBLEM_HEIGHT = 36;

    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");

    private final Label problem = wrapped(styled(new Label(), "problem"));
    private final ReadOnlyBooleanWrapper invalid = new ReadOnlyBooleanWrapper(this, "invalid", true);
    private Optional<Experiment> experiment = Optional.empty();

    ExperimentForm(String problemId) {
        super(GAP);
        setPadding(new Insets(MARGIN));
        problem.setId(problemId);
        problem.setMinHeight(PROBLEM_HEIGHT);
    }

    /** Where it is said what is wrong. */
    final Label problem() {
        return problem;
    }

    final void tell(String what) {
        problem.setText(what);
    }

    /** Gives an area the size that they have in forms. */
    static void size(TextArea area, int rows) {
        area.setPrefColumnCount(COLUMNS);
        area.setPrefRowCount(rows);
    }

    /** Looks at what is typed, now and whenever one of these changes. */
    final void checkWith(ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.addListener((observable, before, now) -> check());
        }
        check();
    }

    /** Says what is missing, in the place of what is wrong, until something is typed. */
    final void hint() {
        problem.pseudoClassStateChanged(HINT, true);
    }

    private void check() {
        problem.pseudoClassStateChanged(HINT, false);
        problem.setText("");
        try {
            experiment = typed();
        } catch (InvalidInput wrong) {
            experiment = Optional.empty();
            problem.setText(wrong.getMessage());
        }
        invalid.set(experiment.isEmpty());
    }

    /**
     * The experiment that is typed; empty if there is none yet, and nothing to complain of.
     *
     * @throws InvalidInput if something is wrong
     */
    abstract Optional<Experiment> typed();

    /** Whether what is typed cannot be taken. */
    final ReadOnlyBooleanProperty invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** What is typed; empty while it cannot be taken. */
    final Optional<Experiment> experiment() {
        return experiment;
    }
}
