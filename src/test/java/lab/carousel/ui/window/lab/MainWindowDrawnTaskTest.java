package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import lab.carousel.task.PaperTask;
import lab.carousel.training.Criterion;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The paper's tasks in the window, whose sequences are drawn. */
class MainWindowDrawnTaskTest extends MainWindowFixture {

    private void choosePreset(FxRobot robot, String key) {
        robot.interact(() -> item(robot, "presets", "preset-" + key).fire());
    }

    private void generate(FxRobot robot, String name) {
        robot.interact(() -> item(robot, "generate", "generate-" + name).fire());
        Frames.settle();
    }

    private PaperTask source() {
        return workspace.snapshot().orElseThrow().experiment().task().source().orElseThrow();
    }

    @Test
    void aPresetIsLearnedUntilThePapersCriterionIsMet(FxRobot robot) throws TimeoutException {
        assertThat(find(robot, "criterion").getParent().isVisible()).isFalse();
        choosePreset(robot, "paper2cShort");
        await(() -> text(robot, "criterion").equals("not solved yet"));
        assertThat(text(robot, "taskSummary")).isEqualTo("drawn fresh each time");
        robot.clickOn("#play");
        await(() -> text(robot, "criterion").startsWith("solved after"));
        await(() -> text(robot, "place").equals("solved"));
        Snapshot end = workspace.snapshot().orElseThrow();
        Criterion criterion = end.criterion().orElseThrow();
        assertThat(text(robot, "criterion")).isEqualTo("solved after " + criterion.trained() + " sequences");
        assertThat(text(robot, "reason")).startsWith("10,000 fresh ones in a row within 0.2");
        assertThat(text(robot, "verdict")).startsWith("remembers ");
        assertThat(text(robot, "recall")).isEqualTo("10 of 10");
        choosePreset(robot, "tutorial");
        await(() -> !find(robot, "criterion").getParent().isVisible());
    }

    @Test
    void aTaskIsGeneratedAndItsNumbersAreTyped(FxRobot robot) throws TimeoutException {
        generate(robot, "2c");
        await(() -> workspace
                .snapshot()
                .filter(shown -> shown.experiment().task().isDrawn())
                .isPresent());
        assertThat(source()).isEqualTo(PaperTask.noisyGap(50, 50));
        type(robot, "sourceQ", "30");
        type(robot, "sourceP", "4");
        await(() -> source().equals(PaperTask.noisyGap(4, 30)));
        assertThat(text(robot, "sourceSize"))
                .isEqualTo("33 steps or more, about 9 more on average; 8 symbols, 2 outputs.");
        assertThat(((VBox) find(robot, "sourceSample")).getChildren())
                .hasSize(4)
                .allSatisfy(line -> assertThat(((Label) line).getText()).matches("b [xy] a\\d a\\d … .* e [xy]"));
        type(robot, "sourceP", "1001");
        await(() -> find(robot, "play").isDisabled());
        assertThat(text(robot, "sourcePProblem")).isEqualTo("p must be a whole number from 2 to 1,000.");
        robot.interact(() -> ((Slider) find(robot, "sourcePSlider")).setValue(0));
        await(() -> text(robot, "sourceP").equals("2") && !find(robot, "play").isDisabled());
        assertThat(find(robot, "sourcePProblem").isVisible()).isFalse();
        robot.clickOn("#source-2a");
        await(() -> source().equals(PaperTask.fixedGap(2)));
        assertThat(FirstControl.isOnScreen(find(robot, "sourceQ"))).isFalse();
    }

    @Test
    void theSampleIsKeptAsAList(FxRobot robot) throws TimeoutException {
        generate(robot, "2a");
        type(robot, "sourceP", "3");
        await(() -> workspace
                        .snapshot()
                        .filter(shown -> shown.experiment().task().isDrawn())
                        .isPresent()
                && source().equals(PaperTask.fixedGap(3)));
        robot.interact(() -> ((Button) find(robot, "keepAsList")).fire());
        await(() -> text(robot, "alphabetField").equals("x y a1 a2"));
        assertThat(text(robot, "sequenceField0")).isEqualTo("x a1 a2 x");
        assertThat(text(robot, "sequenceField1")).isEqualTo("y a1 a2 y");
        await(() -> workspace
                .snapshot()
                .filter(now -> !now.experiment().task().isDrawn())
                .isPresent());
        assertThat(find(robot, "generate").isVisible()).isTrue();
    }
}
