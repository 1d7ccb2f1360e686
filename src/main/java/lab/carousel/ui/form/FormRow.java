package lab.carousel.ui.form;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.row;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;

/** A line of a form: a name, what it is set with, and under it what is wrong with that. */
public class FormRow extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final String tip;
    private final Control control;
    private final HBox name;
    private final HBox controls;
    private final HBox line;
    private final Label problem;

    /** A row; what is wrong has the id with "Problem" behind it. */
    FormRow(String id, String label, String tip, Control control) {
        this.tip = tip;
        this.control = named(control, id);
        Label words = whole(new Label(label));
        words.setLabelFor(control);
        name = styled(row(6, words), "form-name");
        controls = grow(row(8, control));
        line = styled(row(8, name, controls), "form-line");
        problem = Controls.words(id + "Problem", "problem");
        problem.setMinHeight(USE_PREF_SIZE);
        control.setAccessibleText(label);
        control.setAccessibleHelp(tip);
        showObstacle(Optional.empty());
        showProblem(Optional.empty());
        styled(this, "row").getChildren().addAll(line, problem);
    }

    /** Puts the keyboard into the control. */
    public final void focus() {
        control.requestFocus();
    }

    /** Puts something beside the name. */
    public final void besideName(Node node) {
        name.getChildren().add(node);
    }

    /** Puts something to the right of the control. */
    public final void beside(Node node) {
        controls.getChildren().add(node);
    }

    /** Shows what is wrong, if anything is. */
    public final void showProblem(Optional<Message> message) {
        problem.setText(message.map(Message::text).orElse(""));
        Controls.show(problem, message.isPresent());
        control.pseudoClassStateChanged(INVALID, message.isPresent());
    }

    /** Disables the controls if they have no effect, and tells why. */
    public final void showObstacle(Optional<Message> obstacle) {
        controls.setDisable(obstacle.isPresent());
        String words = obstacle.map(why -> why.text() + "\n\n" + tip).orElse(tip);
        // On the line, because what is disabled shows none
        Tip.put(line, words);
        if (control instanceof ComboBoxBase) {
            // It keeps the movements of the mouse to itself
            Tip.put(control, words);
        }
    }
}
