package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.task.draft.OwnText.Manner;
import lab.carousel.ui.file.FileDialogs.TextForm;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class TextFormTest {

    private TextForm form;

    @Start
    void start(Stage stage) {
        form = new TextForm("seq1 = [a, x, b]\nseq2 = [c, x, d]", Experiment.reference());
        stage.setScene(new Scene(form, 600, 500));
        stage.show();
    }

    private String text(String id) {
        return ((Label) form.lookup("#" + id)).getText();
    }

    @Test
    void showsWhatTheTextWouldBecomeAndAddsOrReplaces(FxRobot robot) {
        assertThat(text("ownTextPreview")).isEqualTo("2 sequences, 5 different symbols: \na x b\nc x d");
        Task replaced = form.experiment().orElseThrow().task();
        assertThat(replaced.sequences()).hasSize(2);
        assertThat(replaced.alphabet().symbols()).containsExactly("a", "b", "c", "d", "x");

        robot.interact(() -> ((CheckBox) form.lookup("#ownTextReplace")).setSelected(false));

        Task added = form.experiment().orElseThrow().task();
        assertThat(added.sequences()).hasSize(4);
        assertThat(added.alphabet().size()).isEqualTo(10);
    }

    @Test
    @SuppressWarnings("unchecked") // of the form
    void saysWhatIsWrongAndIsReadAnew(FxRobot robot) {
        robot.interact(() -> ((TextInputControl) form.lookup("#ownTextText")).setText("word"));
        assertThat(form.invalidProperty().get()).isTrue();
        assertThat(text("ownTextProblem")).isNotEmpty();

        robot.interact(() -> ((ComboBox<Manner>) form.lookup("#ownTextReading")).setValue(Manner.LETTERS));

        assertThat(form.invalidProperty().get()).isFalse();
        assertThat(text("ownTextPreview")).contains("w o r d");
        robot.interact(() -> ((TextInputControl) form.lookup("#ownTextText")).setText(""));
        assertThat(text("ownTextPreview")).startsWith("No sequence yet");
        assertThat(form.experiment()).isEmpty();
    }
}
