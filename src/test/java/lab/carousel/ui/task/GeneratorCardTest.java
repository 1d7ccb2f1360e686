package lab.carousel.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Recipe;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class GeneratorCardTest extends TaskEditorFixture {

    @Start
    void show(Stage stage) {
        shown = ShownEditor.on(stage, 360);
    }

    private static void generate(FxRobot robot, Recipe recipe) {
        robot.interact(() -> robot.lookup("#generate").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> ("generate-" + recipe.name()).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static void type(FxRobot robot, String size, String text) {
        robot.interact(() -> field(robot, "generator" + size).setText(text));
    }

    @Test
    void makesATaskFromItsNumbersAtOnce(FxRobot robot) {
        generate(robot, Recipe.FIRST_REPEATED);
        assertThat(shown.project().taskProperty().get()).contains(Task.reference());
        type(robot, "LENGTH", "7");
        type(robot, "SYMBOLS", "5");
        assertThat(shown.project().taskProperty().get())
                .contains(Task.parse("0 1 2 3 4 5 6", "5 0 1 2 3 4 5", "6 0 1 2 3 4 6"));
        assertThat(label(robot, "taskSummary")).isEqualTo("2 sequences, 12 steps");
        VBox sample = robot.lookup("#generatorSample").queryAs(VBox.class);
        assertThat(((Label) sample.getChildren().get(0)).getText()).isEqualTo("5 0 1 2 3 4 5");
        assertThat(FirstControl.isOnScreen(robot.lookup("#generatorSEED").query()))
                .as("a seed, of which this recipe has no need")
                .isFalse();
    }

    @Test
    void theSliderOfTheSeedDrawsOtherSequences(FxRobot robot) {
        generate(robot, Recipe.RANDOM);
        var before = shown.project().taskProperty().get();
        robot.interact(
                () -> robot.lookup("#generatorSEEDSlider").queryAs(Slider.class).setValue(0.5));
        assertThat(shown.project().taskProperty().get()).isPresent().isNotEqualTo(before);
    }

    @Test
    void tellsWhatIsWrongAtItsNumberAndHasNoTaskMeanwhile(FxRobot robot) {
        generate(robot, Recipe.COUNTING);
        type(robot, "SEQUENCES", "201");
        assertThat(label(robot, "generatorSEQUENCESProblem"))
                .isEqualTo("The number of sequences must be a whole number from 1 to 200.");
        assertThat(shown.project().taskProperty().get()).isEmpty();
        assertThat(robot.lookup("#editGenerated").queryAs(Button.class).isDisabled())
                .isTrue();
        type(robot, "SEQUENCES", "7");
        assertThat(shown.project().taskProperty().get()).isPresent();
        assertThat(label(robot, "generatorMore")).isEqualTo("and one more");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasMadeCanBeEditedAsAList(FxRobot robot) {
        generate(robot, Recipe.COUNTING);
        robot.interact(
                () -> robot.lookup("#generatorRecipe").queryAs(ComboBox.class).setValue(Recipe.LETTER_WORDS));
        type(robot, "LENGTH", "6");
        Task made = shown.project().taskProperty().get().orElseThrow();
        robot.interact(
                () -> robot.lookup("#editGenerated").queryAs(Button.class).fire());
        assertThat(shown.project().taskProperty().get()).contains(made);
        assertThat(field(robot, "sequenceField0").getText())
                .isEqualTo(String.join(" ", made.sequences().get(0).symbols()));
    }
}
