package lab.carousel.ui.hyperparameters;

import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;

/**
 * A field on the screen: its name and what it is set with, and under them, where its value cannot be used, what to do
 * about it.
 */
abstract class FieldRow extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double NAME_WIDTH = 104;
    /** With the mark beside the name. */
    private static final double MARKED_NAME_WIDTH = 138;

    private final Field field;
    private final Control control;
    private final Label mark = Controls.label("hyperparameters.kernelOnly", "kernel-only");
    private final HBox name;
    private final HBox content;
    private final HBox line;
    private final Label problem = wrapped(styled(new Label(), "problem"));

    /**
     * A row.
     *
     * @param control what the field is set with
     */
    FieldRow(Field field, Control control) {
        this.field = field;
        this.control = control;
        Label label = whole(new Label(field.label()));
        label.setLabelFor(control);
        mark.setId(field.key() + "KernelOnly");
        Controls.show(mark, false);
        name = new HBox(6, label, mark);
        name.setAlignment(Pos.CENTER_LEFT);
        widenName(NAME_WIDTH);
        content = new HBox(8, control);
        content.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(content, Priority.ALWAYS);
        line = new HBox(8, name, content);
        line.setAlignment(Pos.CENTER_LEFT);
        control.setId(field.key());
        control.setAccessibleText(field.label());
        control.setAccessibleHelp(field.explanation());
        explain(field.explanation());
        problem.setId(field.key() + "Problem");
        Controls.show(problem, false);
        getStyleClass().add("row");
        getChildren().addAll(line, problem);
    }

    /** Puts something to the right of the control. */
    final void beside(Node node) {
        content.getChildren().add(node);
    }

    /** The field that stands here. */
    final Field field() {
        return field;
    }

    /** What the field is set with. */
    final Control control() {
        return control;
    }

    /** Puts what the draft holds into the controls. */
    abstract void show(HyperparametersDraft draft);

    /** Shows what is wrong, if anything is. */
    void showProblem(Optional<Message> message) {
        problem.setText(message.map(Message::text).orElse(""));
        Controls.show(problem, message.isPresent());
        control.pseudoClassStateChanged(INVALID, message.isPresent());
    }

    /** Disables the controls if the field has no effect, and tells why. */
    final void showObstacle(Optional<Message> obstacle) {
        content.setDisable(obstacle.isPresent());
        explain(obstacle.map(why -> why.text() + "\n\n" + field.explanation()).orElse(field.explanation()));
    }

    private void explain(String words) {
        // on the line, because what is disabled shows none
        Tip.put(line, words);
        if (control instanceof ComboBoxBase) {
            // it keeps the movements of the mouse to itself
            Tip.put(control, words);
        }
    }

    /**
     * Marks the field if it holds what only the kernel trains.
     *
     * @param wanted whether there are such marks in the panel
     */
    void showKernelOnly(boolean wanted) {
        widenName(wanted ? MARKED_NAME_WIDTH : NAME_WIDTH);
        Controls.show(mark, wanted && field.hasKernelOnly());
    }

    private void widenName(double width) {
        name.setMinWidth(width);
        name.setPrefWidth(width);
    }
}
